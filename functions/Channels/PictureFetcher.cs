using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Channels;

/// <summary>Downloads the pictures a recorded message names (图片下载), and looks at all of them, when its turn comes: nobody waits for an acknowledgement then.</summary>
internal sealed class PictureFetcher(IEnumerable<IChannel> channels, IPictureIntake pictures, FirstLook look, TimeProvider clock) : IAttachments
{
    /// <summary>After this the person is asked to send the picture again rather than kept waiting.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly TimeSpan DownloadTime = TimeSpan.FromMinutes(1);

    readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);

    public async Task<Said> FetchAsync(StoredConversation conversation, Said said, CancellationToken cancellationToken)
    {
        var fetched = await DownloadedAsync(conversation, said, cancellationToken);
        List<Picture> looked = [];
        foreach (var picture in fetched.Pictures)
        {
            looked.Add(picture.Verdict == PictureVerdict.Fine && await pictures.OpenAsync(conversation.Id, picture.Hash, cancellationToken) is { } bytes
                ? picture with { Faults = await look.FaultsAsync(bytes, cancellationToken) }
                : picture);
        }
        return fetched with { Pictures = looked };
    }

    async Task<Said> DownloadedAsync(StoredConversation conversation, Said said, CancellationToken cancellationToken)
    {
        if (said.Activity.Attachments is not { Count: > 0 } attachments || said.Pictures.Count > 0 || !_channels.TryGetValue(conversation.Channel, out var channel)) return said;
        // Before the person has agreed nothing is fetched: the message is heard again afterwards.
        if (conversation.State.ConsentedAt is null)
            return said with { Pictures = [.. attachments.Select(it => new Picture("", it.Name ?? "图片", IsRecording(it) ? PictureVerdict.Recording : PictureVerdict.Fine))] };
        List<Picture> looked = [];
        foreach (var attachment in attachments)
        {
            var bytes = await DownloadAsync(channel, conversation, said.Activity, attachment, cancellationToken);
            looked.Add(bytes is null
                ? new Picture("", attachment.Name ?? "图片", PictureVerdict.Damaged)
                : await pictures.LookAsync(conversation.Id, conversation.State, bytes, attachment.Name ?? "图片", cancellationToken));
        }
        return said with { Pictures = looked };
    }

    static bool IsRecording(Attachment attachment) => attachment.ContentType is { } type && (type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase));

    async Task<BinaryData?> DownloadAsync(IChannel channel, StoredConversation conversation, Activity activity, Attachment attachment, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(DownloadTime);
        try
        {
            return await channel.DownloadAsync(conversation, attachment, soon.Token);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException && !stop.IsCancellationRequested && clock.GetUtcNow() - activity.Timestamp > Patience)
        {
            return null;
        }
    }
}
