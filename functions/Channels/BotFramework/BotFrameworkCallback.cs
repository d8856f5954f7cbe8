using Azure;
using Microsoft.AspNetCore.WebUtilities;
using System.Security.Cryptography;
using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>POST /api/messages (机器人消息入口): checked, recorded, acknowledged with 202; the answer goes to the caller's service address afterwards.</summary>
internal sealed partial class BotFrameworkCallback(
    BotFrameworkOptions options,
    InboundTokens tokens,
    ServiceHosts hosts,
    Reception reception,
    DeliveryRows rows,
    ConversationStore store,
    ILogger<BotFrameworkCallback> log)
{
    /// <summary>Within the fifteen seconds a channel waits.</summary>
    static readonly TimeSpan InlineTime = TimeSpan.FromSeconds(12);

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!options.IsOn) return Results.NotFound();
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (InboundActivity.Read(body.GetBuffer().AsSpan(0, (int)body.Length)) is not { } inbound) return Results.BadRequest();
        if (await VerifyAsync(http, inbound.Activity) is var refusal and > 0) return Results.StatusCode(refusal);
        return inbound switch
        {
            { Activity.Type: "invoke" } => Results.StatusCode(StatusCodes.Status501NotImplemented),
            // A claim is nobody's business but the person's own: the bot keeps silent in groups.
            { IsGroup: true } => Results.Accepted(),
            { Activity.Type: "conversationUpdate", Person: { } person } => await ArriveAsync(inbound, person, http.RequestAborted),
            { Activity.Type: "message", Person: { } person } => await HearAsync(inbound, person, http.RequestAborted),
            _ => Results.Accepted(),
        };
    }

    async Task<int> VerifyAsync(HttpContext http, Activity activity)
    {
        try
        {
            if (await tokens.VerifyAsync(http.Request.Headers.Authorization, activity, http.RequestAborted) is var refusal and > 0) return refusal;
            if (Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service) && hosts.TakesToken(service)) return 0;
            NotListed();
            return StatusCodes.Status403Forbidden;
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or InvalidDataException or JsonException)
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    async Task<IResult> ArriveAsync(InboundActivity inbound, ChannelAccount person, CancellationToken stop)
    {
        await OpenAsync(inbound, person, stop);
        return Results.Accepted();
    }

    async Task<IResult> HearAsync(InboundActivity inbound, ChannelAccount person, CancellationToken stop)
    {
        var message = inbound.Message(options.MostAttachments);
        var isEmpty = message is { Text: null or "", Value: null, Attachments: null };
        if (isEmpty && inbound.Activity.Attachments is not { Count: > 0 }) return Results.Accepted();
        // A card, a place, a contact: something was sent, and whoever sent it is to hear of it.
        var said = isEmpty ? Said.Of(PictureVerdict.NoPaper) : Said.Of(message);
        var conversation = await OpenAsync(inbound, person, stop);
        if (inbound.ExpectsReplies) return await AnswerInlineAsync(inbound, conversation, said, stop);
        var result = await TakeInAsync(inbound, conversation, said, stop);
        return result.Flooded ? Results.StatusCode(StatusCodes.Status429TooManyRequests) : Results.Accepted();
    }

    async Task<StoredConversation> OpenAsync(InboundActivity inbound, ChannelAccount person, CancellationToken stop)
    {
        var id = inbound.ConversationId(person);
        var reference = inbound.Reference(person);
        await RememberAsync(id, before => reference with { Last = before?.Last, LastOnWire = before?.LastOnWire }, stop);
        var caller = new Caller(id, BotFrameworkChannel.ChannelName, person.Id, inbound.Activity.Locale, Village: null);
        var (conversation, created) = await reception.OpenAsync(caller, stop);
        if (created) await reception.GreetAsync(caller, arrival: null);
        return conversation;
    }

    async Task<IntakeResult> TakeInAsync(InboundActivity inbound, StoredConversation conversation, Said said, CancellationToken stop)
    {
        var wireId = inbound.Activity.Id;
        var result = await reception.TakeInAsync(conversation, said, wireId ?? WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(18)));
        if (result.Recorded is { Before: false } recorded && wireId is not null)
            await RememberAsync(conversation.Id, before => before! with { Last = recorded.ActivityId, LastOnWire = wireId }, stop);
        return result;
    }

    /// <summary>The caller wants the replies in this answer: nobody else may deliver them meanwhile.</summary>
    async Task<IResult> AnswerInlineAsync(InboundActivity inbound, StoredConversation conversation, Said said, CancellationToken stop)
    {
        var lease = await rows.ClaimAsync(conversation.Id, InlineTime + TimeSpan.FromSeconds(5), stop);
        var result = await TakeInAsync(inbound, conversation, said, stop);
        await Task.WhenAny(result.Answered, Task.Delay(InlineTime, stop));
        if (lease is null) return Results.Json(new ExpectedReplies([]), BotFrameworkJson.Default.ExpectedReplies);
        var slice = await store.ReadAsync(conversation.Id, lease.Cursor, stop);
        var reference = ConversationReference.Read(await rows.RecallAsync(conversation.Id, ConversationReference.Memo, stop))!;
        await rows.ReleaseAsync(lease with { Cursor = slice.Watermark }, CancellationToken.None);
        return Results.Json(
            new ExpectedReplies([.. slice.Activities.Where(Outbox.IsReply).Select(reply => BotFrameworkChannel.Dressed(reply, reference))]),
            BotFrameworkJson.Default.ExpectedReplies);
    }

    Task<string?> RememberAsync(string conversation, Func<ConversationReference?, ConversationReference> change, CancellationToken stop) =>
        rows.RememberAsync(conversation, ConversationReference.Memo, text => change(ConversationReference.Read(text)).Write(), stop);

    [LoggerMessage(LogLevel.Warning, "A call with a good token names a service address that is not on the list; it was refused. Is SHOUWANG_BOT_CLOUD right?")]
    partial void NotListed();
}
