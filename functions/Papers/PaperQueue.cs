using Azure.Storage.Queues;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Papers;

/// <summary>Asks for a paper to be read. The message carries keys only.</summary>
/// <param name="Attempt">How often the recogniser was found down for this paper.</param>
internal sealed record PaperMessage(string Village, string Folder, string Hash, int Attempt)
{
    public byte[] Utf8() => JsonText.Utf8(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("village", Village);
        writer.WriteString("folder", Folder);
        writer.WriteString("paper", Hash);
        writer.WriteNumber("attempt", Attempt);
        writer.WriteEndObject();
    });

    /// <exception cref="System.Text.Json.JsonException">The text is no such message.</exception>
    public static PaperMessage Parse(string text)
    {
        using var document = System.Text.Json.JsonDocument.Parse(text);
        var root = document.RootElement;
        return new PaperMessage(root.GetProperty("village").GetString()!, root.GetProperty("folder").GetString()!, root.GetProperty("paper").GetString()!, root.GetProperty("attempt").GetInt32());
    }
}

/// <summary>The queue of papers to read.</summary>
/// <param name="queue">With base64 message encoding, as host.json says.</param>
internal sealed class PaperQueue(QueueClient queue)
{
    public const string Name = "papers";

    public Task SendAsync(PaperMessage message, TimeSpan? after, CancellationToken stop) =>
        queue.SendMessageAsync(BinaryData.FromBytes(message.Utf8()), visibilityTimeout: after, timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: stop);
}
