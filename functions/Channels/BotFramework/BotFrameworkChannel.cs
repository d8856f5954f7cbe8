using System.Text.Json;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Replies to, and files from, whatever channel Azure Bot Service stands for (微软机器人通道): Teams, Web Chat and others.</summary>
internal sealed class BotFrameworkChannel(BotFrameworkOptions options, DeliveryRows rows, Connector connector) : IChannel
{
    public const string ChannelName = "botframework";

    public string Name => ChannelName;

    public async Task<Delivery> SendAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await ReferenceAsync(reply.Conversation.Id, cancellationToken) is not { } reference) return Delivery.Never("no address");
        var outcome = Delivery.Done;
        foreach (var part in Parts(Dressed(reply.Activity, reference), options.LongestText))
        {
            (outcome, var tooLarge) = await connector.SendAsync(reference.ServiceUrl, reference.Conversation, part, cancellationToken);
            if (tooLarge && part.Attachments is not null)
                (outcome, _) = await connector.SendAsync(reference.ServiceUrl, reference.Conversation, InWords(part), cancellationToken);
            if (outcome is not Delivery.Accepted) return outcome;
        }
        return outcome;
    }

    public async Task ShowTypingAsync(StoredConversation conversation, CancellationToken cancellationToken)
    {
        if (await ReferenceAsync(conversation.Id, cancellationToken) is { } reference)
            await connector.SendAsync(reference.ServiceUrl, reference.Conversation, Dressed(new Activity { Type = "typing" }, reference), cancellationToken);
    }

    public Task<BinaryData?> DownloadAsync(StoredConversation conversation, Attachment attachment, CancellationToken cancellationToken) =>
        Uri.TryCreate(attachment.ContentUrl, UriKind.Absolute, out var address) ? connector.FetchAsync(address, cancellationToken) : Task.FromResult<BinaryData?>(null);

    /// <summary>A recorded reply as this channel's user is addressed.</summary>
    public static Activity Dressed(Activity reply, ConversationReference reference) => reply with
    {
        Id = null,
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        From = reference.Bot,
        Recipient = reference.User,
        Conversation = new(reference.Conversation),
        ReplyToId = reply.ReplyToId is { } asked && asked == reference.Last ? reference.LastOnWire : null,
        ChannelData = null,
        SuggestedActions = reply.SuggestedActions is { } buttons ? buttons with { To = [reference.User.Id] } : null,
    };

    /// <summary>Words that are too long go ahead in messages of their own.</summary>
    public static IEnumerable<Activity> Parts(Activity activity, int longest)
    {
        if (activity.Text is not { } text || text.Length <= longest) return [activity];
        var pieces = TextPieces.Of(text, longest);
        return
        [
            .. pieces.SkipLast(1).Select(piece => activity with { Text = piece, Speak = null, Summary = null, Attachments = null, SuggestedActions = null }),
            activity with { Text = pieces[^1] },
        ];
    }

    /// <summary>Without the cards, where the service finds the whole too large.</summary>
    public static Activity InWords(Activity activity) => activity with { Attachments = null, Text = activity.Summary ?? activity.Text };

    async Task<ConversationReference?> ReferenceAsync(string conversation, CancellationToken stop) =>
        ConversationReference.Read(await rows.RecallAsync(conversation, ConversationReference.Memo, stop));
}
