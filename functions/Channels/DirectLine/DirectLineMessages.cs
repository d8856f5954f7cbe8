using System.Text.Json;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Reading and sending activities (收发消息).</summary>
internal sealed class DirectLineMessages(DirectLineDoor door, DirectLineLinks links, ConversationStore store, ConversationIntake intake)
{
    public async Task<IResult> ReadAsync(HttpContext http, string id, string? watermark)
    {
        await door.OpenAsync(http, id);
        var after = DirectLineStart.Watermark(watermark);
        if (await store.FindAsync(id, http.RequestAborted) is null) throw DirectLineRefusal.NoConversation();
        var slice = await store.ReadAsync(id, after, http.RequestAborted);
        return Results.Json(Set(links, links.Base(http), id, slice), DirectLineJson.Default.ActivitySet);
    }

    public async Task<IResult> SendAsync(HttpContext http, string id)
    {
        await door.OpenAsync(http, id, counts: true);
        var activity = await DirectLineDoor.ReadAsync(http, DirectLineJson.Default.Activity);
        if (activity.Attachments is { Count: > 0 })
            throw DirectLineRefusal.Malformed("Send files to …/upload: an address or data in a message is not fetched.");
        return activity switch
        {
            { Type: "message", Text: null or "", Value: null } => throw DirectLineRefusal.Malformed("The message is empty: it has neither text nor value."),
            { Type: "message" } => Answer(await intake.TakeInAsync(id, Said.Of(activity), ClientId(activity), asks: true)),
            { Type: "event", Name: not (null or "") } => Answer(await intake.TakeInAsync(id, Said.Of(activity), ClientId(activity), asks: false)),
            { Type: "typing" } => Results.Json(new ResourceAnswer(id + "|typing"), DirectLineJson.Default.ResourceAnswer),
            _ => throw DirectLineRefusal.Malformed("Only message, event with a name, and typing can be sent."),
        };
    }

    public static ActivitySet Set(DirectLineLinks links, Uri site, string id, ActivitySlice slice) =>
        new([.. slice.Activities.Select(activity => links.Outgoing(site, id, activity))], slice.Watermark.ToString());

    public static IResult Answer(IntakeResult result) => result switch
    {
        { Recorded: { } recorded } => Results.Json(new ResourceAnswer(recorded.ActivityId), DirectLineJson.Default.ResourceAnswer),
        { Flooded: true } => throw DirectLineRefusal.TooMany(TimeSpan.FromSeconds(5)),
        _ => throw DirectLineRefusal.NoConversation(),
    };

    /// <summary>What the client calls this message: a retry carries the same. Without one each post is a message of its own.</summary>
    public static string ClientId(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } own
            ? own
            : DirectLineTokens.NewId();
}
