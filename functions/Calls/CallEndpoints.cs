using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Shouwang.Bot;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Http;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Calls;

/// <summary>The list of people who want a person (来话), for the desk.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/villages/{village}/calls", ListAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/calls/{call}/answer", AnswerAsync).Allow(Role.Officer, Role.Checker);
        app.MapPost("/api/villages/{village}/calls/{call}/done", DoneAsync).Allow(Role.Officer, Role.Checker);
    }

    /// <summary>Open calls, newest first; with ?all=true those that are done too; with ?claim= those about one claim.</summary>
    static async Task<IResult> ListAsync(string village, bool? all, string? claim, VillageStore villages, CallStore calls, ClaimCalls about, ClaimStore claims, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var said = claim is null ? await calls.InVillageAsync(village, stop) : await claims.FindAsync(village, claim, stop) is { } one ? await about.AboutAsync(one, stop) : [];
        var listed = said.Where(call => all is true || call.DoneAt is null).ToList();
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("calls");
            foreach (var call in listed)
                Write(writer, call);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>Says something to the person in the conversation they called from. The same words are said once.</summary>
    static async Task<IResult> AnswerAsync(string village, string call, HttpContext http, CallStore calls, TurnEngine turns, CancellationToken stop)
    {
        var words = (await JsonInput.ReadAsync(http.Request, stop)).Text("words", 300);
        if (await calls.FindAsync(village, call, stop) is not { } found)
            return Unknown();
        if (found.Conversation is null)
            return new Problem(StatusCodes.Status409Conflict, "call-gone", found.NotedBy is null ? "这位村民已经删除了自己的资料，这里回不了话。" : "这是在办公室说的，没有聊天可以回。请当面说，或者打电话。");
        await SayAsync(found, http.Actor().Name, words, turns, stop);
        return JsonText.Answer(writer => Write(writer, found));
    }

    /// <summary>The matter is settled. How has to be said of what held up the money, and the person hears it.</summary>
    static async Task<IResult> DoneAsync(string village, string call, HttpContext http, CallStore calls, TurnEngine turns, TimeProvider clock, CancellationToken stop)
    {
        if (await calls.FindAsync(village, call, stop) is not { } found)
            return Unknown();
        var outcome = http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } ? (await JsonInput.ReadAsync(http.Request, stop)).OptionalText("words", 300) : null;
        if (found is { HoldsUp: true, DoneAt: null } && outcome is null)
            return Problem.BadRequest("words-missing", $"{(found.Kind == Call.Objection ? "这是对补助的意见" : "这是说材料读错了")}，请写明查得怎么样、怎么办的，再点办完。", "words");
        var done = await calls.SettleAsync(found, clock.GetUtcNow(), http.Actor().Name, outcome, stop);
        if (outcome is not null && done.Outcome != outcome)
            return new Problem(StatusCodes.Status409Conflict, "call-settled", $"这条{done.DoneBy}已经办完了{(done.Outcome is { } first ? $"，写的是“{first}”" : "")}。您写的没有记下，也没有发给村民。");
        // After it is written down, so that the person hears one outcome; asked again after a crash between, it is said all the same.
        if (outcome is not null)
            await SayAsync(done, http.Actor().Name, outcome, turns, stop);
        return JsonText.Answer(writer => Write(writer, done));
    }

    /// <summary>The same words are said once.</summary>
    static async Task SayAsync(Call call, string name, string words, TurnEngine turns, CancellationToken stop)
    {
        if (call.Conversation is { } conversation)
            await turns.TakeAsync(conversation, $"answer-{call.Id}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8))}", new OfficerSaid(name, words), stop);
    }

    static Problem Unknown() => Problem.NotFound("call-unknown", "没有这条来话。请刷新后再看。");

    static void Write(Utf8JsonWriter writer, Call call)
    {
        writer.WriteStartObject();
        writer.WriteString("id", call.Id);
        writer.WriteString("at", call.At);
        writer.WriteString("kind", call.Kind);
        writer.WriteString("words", call.Words);
        writer.WriteBoolean("holdsUp", call.HoldsUp);
        if (call.Claim is not null)
            writer.WriteString("claim", call.Claim);
        writer.WriteBoolean("answerable", call.Conversation is not null);
        if (call.NotedBy is not null)
            writer.WriteString("notedBy", call.NotedBy);
        writer.WriteBoolean("done", call.DoneAt is not null);
        if (call.DoneAt is { } at)
            writer.WriteString("doneAt", at);
        if (call.DoneBy is not null)
            writer.WriteString("doneBy", call.DoneBy);
        if (call.Outcome is not null)
            writer.WriteString("outcome", call.Outcome);
        writer.WriteEndObject();
    }
}
