using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouwang.Bot;
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

    /// <summary>Open calls, newest first; with ?all=true those that are done too.</summary>
    static async Task<IResult> ListAsync(string village, bool? all, VillageStore villages, CallStore calls, CancellationToken stop)
    {
        if (await villages.FindAsync(village, stop) is null)
            return VillageEndpoints.Unknown();
        var listed = (await calls.InVillageAsync(village, stop)).Where(call => all is true || call.DoneAt is null).ToList();
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
        if (found.Conversation is not { } conversation)
            return new Problem(StatusCodes.Status409Conflict, "call-gone", "这位村民已经删除了自己的资料，这里回不了话。");
        var turn = $"answer-{call}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 8))}";
        await turns.TakeAsync(conversation, turn, new OfficerSaid(http.Actor().Name, words), stop);
        return JsonText.Answer(writer => Write(writer, found));
    }

    static async Task<IResult> DoneAsync(string village, string call, HttpContext http, CallStore calls, TimeProvider clock, CancellationToken stop)
    {
        if (await calls.FindAsync(village, call, stop) is not { } found)
            return Unknown();
        var done = found with { DoneAt = found.DoneAt ?? clock.GetUtcNow(), DoneBy = found.DoneBy ?? http.Actor().Name };
        await calls.SaveAsync(done, stop);
        return JsonText.Answer(writer => Write(writer, done));
    }

    static Problem Unknown() => Problem.NotFound("call-unknown", "没有这条来话。请刷新后再看。");

    static void Write(Utf8JsonWriter writer, Call call)
    {
        writer.WriteStartObject();
        writer.WriteString("id", call.Id);
        writer.WriteString("at", call.At);
        writer.WriteString("kind", call.Kind);
        writer.WriteString("words", call.Words);
        if (call.Claim is not null)
            writer.WriteString("claim", call.Claim);
        writer.WriteBoolean("answerable", call.Conversation is not null);
        writer.WriteBoolean("done", call.DoneAt is not null);
        if (call.DoneAt is { } at)
            writer.WriteString("doneAt", at);
        if (call.DoneBy is not null)
            writer.WriteString("doneBy", call.DoneBy);
        writer.WriteEndObject();
    }
}
