using Shouwang.Bot.Schema;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>Replies by customer-service message (客服消息), as far as the person's window allows; news beyond it waits, and a template message says that it is there.</summary>
internal sealed class WeChatChannel(WeChatOptions options, WeChatApi api, DeliveryRows rows, TimeProvider clock) : IChannel
{
    public const string ChannelName = "wechat";

    /// <summary>When the person unsubscribed.</summary>
    public const string Left = "left";

    /// <summary>The reply a template message has announced last.</summary>
    public const string Announced = "announced";

    /// <summary>Rows stand close together on a phone.</summary>
    const int MostRows = 5;

    public string Name => ChannelName;

    public Joining? Joining { get; } = options.JoinWindow > TimeSpan.Zero ? new(options.JoinWindow, WeChatOptions.LongestText, activity => PlainForm.Of(activity).Text) : null;

    public async Task<Delivery> SendAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await rows.RecallAsync(reply.Conversation.Id, Left, cancellationToken) is { Length: > 0 }) return Delivery.Never("unsubscribed");
        var form = PlainForm.Of(reply.Activity);
        var pieces = TextPieces.Of(form.Text, WeChatOptions.LongestText);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!await SpendAsync(reply.Conversation.Id, cancellationToken)) return await AnnounceAsync(reply, cancellationToken);
            var menu = pieces.Count == 1 && form is { Head.Length: > 0, Choices.Count: > 1 and <= MostRows };
            var code = menu ? await api.SendMenuAsync(reply.Conversation.UserId, form, cancellationToken) : await api.SendTextAsync(reply.Conversation.UserId, pieces[i], cancellationToken);
            if (menu && code == WeChatErrors.NoMenus) code = await api.SendTextAsync(reply.Conversation.UserId, pieces[i], cancellationToken);
            var outcome = WeChatErrors.Outcome(code);
            if (outcome is Delivery.Held)
            {
                await rows.RememberAsync(reply.Conversation.Id, WeChatBudget.Memo, _ => WeChatBudget.None.Write(), cancellationToken);
                return await AnnounceAsync(reply, cancellationToken);
            }
            if (outcome is not Delivery.Accepted) return outcome;
        }
        return Delivery.Done;
    }

    public Task ShowTypingAsync(StoredConversation conversation, CancellationToken cancellationToken) => api.ShowTypingAsync(conversation.UserId, cancellationToken);

    public Task<BinaryData?> DownloadAsync(StoredConversation conversation, Attachment attachment, CancellationToken cancellationToken) =>
        attachment.ContentUrl?.StartsWith(WeChatMessage.Media, StringComparison.Ordinal) == true
            ? api.MediaAsync(attachment.ContentUrl[WeChatMessage.Media.Length..], cancellationToken)
            : Task.FromResult<BinaryData?>(null);

    async Task<bool> SpendAsync(string conversation, CancellationToken stop)
    {
        var spent = false;
        await rows.RememberAsync(conversation, WeChatBudget.Memo, text =>
        {
            var after = WeChatBudget.Read(text).Spend(clock.GetUtcNow());
            spent = after is not null;
            return after?.Write();
        }, stop);
        return spent;
    }

    /// <summary>Once for all that waits: the person is told again only after they have written.</summary>
    async Task<Delivery> AnnounceAsync(Reply reply, CancellationToken stop)
    {
        if (options.Template is not { } template || await rows.RecallAsync(reply.Conversation.Id, Announced, stop) is { Length: > 0 }) return Delivery.Hold;
        var outcome = WeChatErrors.Outcome(await api.SendTemplateAsync(reply.Conversation.UserId, template, reply.Key, stop));
        if (outcome is Delivery.Postponed) return outcome;
        await rows.RememberAsync(reply.Conversation.Id, Announced, _ => reply.Key, stop);
        return Delivery.Hold;
    }
}
