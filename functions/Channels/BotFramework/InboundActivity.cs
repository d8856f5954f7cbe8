using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouwang.Bot.Schema;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>One call's activity (来访消息), looked at as far as the protocol asks.</summary>
internal sealed record InboundActivity(Activity Activity, bool IsGroup, bool ExpectsReplies)
{
    const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";
    const int LongestId = 500;

    /// <returns>null where the body is no activity, or lacks what every activity of a channel has.</returns>
    public static InboundActivity? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, ActivityJson.Default.Activity) is not { Type.Length: > 0 } activity) return null;
            var extras = JsonSerializer.Deserialize(body, BotFrameworkJson.Default.InboundExtras)!;
            if (!IsId(activity.ChannelId) || !IsId(activity.Conversation?.Id) || !IsId(activity.From?.Id) || !IsId(activity.Recipient?.Id) || activity.ServiceUrl is not { Length: > 0 and <= LongestId }) return null;
            if (activity.Type is "event" or "invoke" or "command" && string.IsNullOrEmpty(activity.Name)) return null;
            return new(activity, extras.Conversation?.IsGroup == true, extras.DeliveryMode == "expectReplies");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The person this is about: who wrote, or who has come in. null where nobody has.</summary>
    public ChannelAccount? Person => Activity.Type == "conversationUpdate"
        ? Activity.MembersAdded?.FirstOrDefault(member => IsId(member.Id) && member.Id != Activity.Recipient!.Id)
        : Activity.From;

    /// <summary>The same person in the same conversation on the same channel is always kept under the same id.</summary>
    public string ConversationId(ChannelAccount person) =>
        "bf-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Activity.ChannelId}\n{Activity.Conversation!.Id}\n{person.Id}")).AsSpan(0, 16));

    public ConversationReference Reference(ChannelAccount person) =>
        new(Activity.ServiceUrl!, Activity.ChannelId!, Activity.Conversation!.Id, new(person.Id, person.Name), Activity.Recipient!);

    /// <summary>The message as it is recorded: files by their address, everything else of an attachment left out.</summary>
    public Activity Message(int mostAttachments) => new()
    {
        Type = "message",
        Text = Activity.Text,
        TextFormat = Activity.TextFormat,
        Locale = Activity.Locale,
        Value = Activity.Value,
        Attachments = Activity.Attachments?.Select(File).OfType<Attachment>().Take(mostAttachments).ToList() is { Count: > 0 } files ? files : null,
    };

    static Attachment? File(Attachment attachment)
    {
        var address = attachment is { ContentType: TeamsFile, Content: { ValueKind: JsonValueKind.Object } content } && content.TryGetProperty("downloadUrl", out var url) && url.ValueKind == JsonValueKind.String
            ? url.GetString()
            : attachment.ContentUrl;
        return string.IsNullOrEmpty(address) ? null : new(attachment.ContentType ?? "application/octet-stream", address.Length <= 4_000 ? address : "", Name: Name(attachment.Name));
    }

    static string? Name(string? name) => name is { Length: > 0 and <= 120 } ? Path.GetFileName(name.Replace('\\', '/')) : null;

    static bool IsId(string? id) => id is { Length: > 0 and <= LongestId };
}
