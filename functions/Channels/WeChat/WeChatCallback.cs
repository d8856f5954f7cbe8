using System.Globalization;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>GET and POST /api/wechat (微信回调): an answer that is ready in time goes back at once and costs nothing; a later one goes as a customer-service message.</summary>
internal sealed partial class WeChatCallback(
    WeChatOptions options,
    CallbackDoor door,
    Reception reception,
    DeliveryRows rows,
    ConversationStore store,
    ConversationWork work,
    IOutbox outbox,
    TimeProvider clock,
    ILogger<WeChatCallback> log)
{
    /// <summary>Taken, and nothing to say now.</summary>
    const string Taken = "success";

    public IResult Check(HttpContext http) => door.Echo(http.Request.Query) is { } echo ? Results.Text(echo) : Results.StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (http.Request.Query["encrypt_type"] != "aes" || await door.ReadAsync(http.Request) is not { } fields) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var message = new WeChatMessage(fields);
        if (!message.IsWhole) return Results.Text(Taken);
        var caller = new Caller(message.ConversationId(options.AppId), WeChatChannel.ChannelName, message.OpenId, "zh-CN", message.Village);
        if (message.IsArrival || message.Said is not null) return await HearAsync(message, caller, http.RequestAborted);
        await NoteAsync(message, caller, http.RequestAborted);
        return Results.Text(Taken);
    }

    async Task<IResult> HearAsync(WeChatMessage message, Caller caller, CancellationToken stop)
    {
        var (conversation, created) = await reception.OpenAsync(caller, stop);
        // Whoever holds this answers: a reply that is ready in time must not go out as a message of its own.
        var lease = await ClaimAsync(conversation.Id, stop);
        await OpenWindowAsync(message, conversation.Id, stop);
        var (before, answered) = await TellBotAsync(message, caller, conversation, created);
        if (before)
        {
            if (lease is not null) await rows.ReleaseAsync(lease, CancellationToken.None);
            return await AgainAsync(message, conversation, stop);
        }
        await Task.WhenAny(answered, Task.Delay(options.PassiveTime, clock, CancellationToken.None));
        var answer = lease is null ? null : await AnswerAsync(message, conversation, lease);
        if (answer is null || !answered.IsCompleted) Carry(conversation.Id);
        return answer ?? Results.Text(Taken);
    }

    void Carry(string conversation) => _ = work.Run("out|" + conversation, () => outbox.DeliverAsync(conversation, CancellationToken.None));

    /// <summary>An earlier delivery is over in a moment; one that is not goes on without an answer at once.</summary>
    async Task<DeliveryLease?> ClaimAsync(string conversation, CancellationToken stop)
    {
        for (var i = 0; ; i++)
        {
            if (await rows.ClaimAsync(conversation, options.PassiveTime + TimeSpan.FromSeconds(3), stop) is { } lease) return lease;
            if (i == 10) return null;
            await Task.Delay(50, stop);
        }
    }

    /// <returns>Whether the same was told before, and when the bot has answered.</returns>
    async Task<(bool Before, Task Answered)> TellBotAsync(WeChatMessage message, Caller caller, StoredConversation conversation, bool created)
    {
        if (message.IsArrival) return (await reception.GreetAsync(caller, message.Key) == TurnOutcome.TakenBefore, Task.CompletedTask);
        if (created) await reception.GreetAsync(caller, arrival: null);
        var result = await reception.TakeInAsync(conversation, message.Said!, message.Key);
        return (result.Recorded is { Before: true }, result.Answered);
    }

    async Task OpenWindowAsync(WeChatMessage message, string conversation, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (message.Opens(now) is { } opened)
            await rows.RememberAsync(conversation, WeChatBudget.Memo, text => WeChatBudget.Read(text).With(opened, now).Write(), stop);
        await ForgetAsync(conversation, WeChatChannel.Announced, stop);
        if (message.Event == "subscribe") await ForgetAsync(conversation, WeChatChannel.Left, stop);
    }

    /// <summary>As many of the waiting replies as fit into one message; which they are is written down before they go, for the platform may ask again.</summary>
    async Task<IResult?> AnswerAsync(WeChatMessage message, StoredConversation conversation, DeliveryLease lease)
    {
        var stop = CancellationToken.None;
        var slice = await store.ReadAsync(conversation.Id, lease.Cursor, stop);
        var (text, next) = Merged(slice, lease.Cursor);
        if (text.Length == 0)
        {
            await rows.ReleaseAsync(lease, stop);
            return null;
        }
        await rows.RememberAsync(conversation.Id, "passive " + message.Key, _ => string.Create(CultureInfo.InvariantCulture, $"{lease.Cursor}|{next}"), stop);
        if (await rows.AdvanceAsync(lease, next, TimeSpan.Zero, stop) is null) return null;
        if (next < slice.Watermark) Carry(conversation.Id);
        return Passive(message, text);
    }

    /// <summary>A call that the platform repeats is answered as it was the first time.</summary>
    async Task<IResult> AgainAsync(WeChatMessage message, StoredConversation conversation, CancellationToken stop)
    {
        if ((await rows.RecallAsync(conversation.Id, "passive " + message.Key, stop))?.Split('|') is not [var from, var to]) return Results.Text(Taken);
        var slice = await store.ReadAsync(conversation.Id, long.Parse(from), stop);
        var (text, _) = Merged(new([.. slice.Activities.Where(activity => StoredConversation.SequenceOf(activity.Id!) < long.Parse(to))], long.Parse(to)), long.Parse(from));
        return text.Length == 0 ? Results.Text(Taken) : Passive(message, text);
    }

    static (string Text, long Next) Merged(ActivitySlice slice, long cursor)
    {
        var text = "";
        foreach (var activity in slice.Activities)
        {
            if (Outbox.IsReply(activity))
            {
                var more = PlainForm.Of(activity).Text;
                var longer = text.Length == 0 ? more : $"{text}\n\n{more}";
                if (longer.Length > WeChatOptions.LongestText) break;
                text = longer;
            }
            cursor = StoredConversation.SequenceOf(activity.Id!) + 1;
        }
        return (text, cursor);
    }

    IResult Passive(WeChatMessage message, string text) => Results.Text(
        door.Seal(XmlFields.Write(
            ("ToUserName", message.OpenId),
            ("FromUserName", message.Fields["ToUserName"]),
            ("CreateTime", clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("MsgType", "text"),
            ("Content", text))),
        "application/xml");

    /// <summary>Events that ask for no answer.</summary>
    async Task NoteAsync(WeChatMessage message, Caller caller, CancellationToken stop)
    {
        if (message.Event == "unsubscribe" && await store.FindAsync(caller.Conversation, stop) is not null)
            await rows.RememberAsync(caller.Conversation, WeChatChannel.Left, _ => message.Fields["CreateTime"], stop);
        else if (message.Event == "TEMPLATESENDJOBFINISH" && message.Fields["Status"] != "success")
            NotShown(message.Fields["Status"]);
    }

    Task<string?> ForgetAsync(string conversation, string memo, CancellationToken stop) =>
        rows.RememberAsync(conversation, memo, before => before is { Length: > 0 } ? "" : null, stop);

    [LoggerMessage(LogLevel.Warning, "A template message did not reach its person: {Status}")]
    partial void NotShown(string status);
}
