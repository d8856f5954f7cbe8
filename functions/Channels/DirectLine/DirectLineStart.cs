using Shouwang.Bot;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Tokens, and starting or coming back to a conversation (开始会话).</summary>
internal sealed class DirectLineStart(
    DirectLineDoor door,
    DirectLineTokens tokens,
    DirectLineLinks links,
    ConversationStore store,
    IKnowledge knowledge,
    TurnEngine turns)
{
    public const string Channel = "directline";

    /// <summary>A token for a conversation that is not started yet. With the secret only.</summary>
    public async Task<IResult> GenerateAsync(HttpContext http)
    {
        var grant = await door.OpenAsync(http);
        if (grant.Conversation is not null) throw DirectLineRefusal.BadToken();
        var asked = await DirectLineDoor.ReadAsync(http, DirectLineJson.Default.StartRequest);
        if (asked.User is { } user && !user.Id.StartsWith("dl_", StringComparison.Ordinal))
            throw DirectLineRefusal.Malformed("A user id in a token begins with dl_.");
        return Answer(new Grant(DirectLineTokens.NewId(), asked.User?.Id, Origins: asked.TrustedOrigins));
    }

    public async Task<IResult> RefreshAsync(HttpContext http)
    {
        var grant = await door.OpenAsync(http);
        return grant.Conversation is null ? throw DirectLineRefusal.BadToken() : Answer(grant);
    }

    /// <summary>Starts the conversation and lets the bot say its welcome; a second start finds it started.</summary>
    public async Task<IResult> StartAsync(HttpContext http)
    {
        var grant = await door.OpenAsync(http);
        var asked = await DirectLineDoor.ReadAsync(http, DirectLineJson.Default.StartRequest);
        grant = grant with { Conversation = grant.Conversation ?? DirectLineTokens.NewId() };
        var (conversation, created) = await store.OpenAsync(grant.Conversation, Channel, UserOf(grant, asked), asked.Locale, await VillageAsync(grant, http.RequestAborted), http.RequestAborted);
        await turns.TakeAsync(conversation.Id, "arrived", new PersonArrived(), CancellationToken.None);
        return Answer(http, grant with { User = conversation.UserId }, watermark: 0, created ? 201 : 200);
    }

    /// <summary>Comes back with a watermark.</summary>
    public async Task<IResult> ReconnectAsync(HttpContext http, string id, string? watermark)
    {
        var grant = await door.OpenAsync(http, id);
        var conversation = await store.FindAsync(id, http.RequestAborted) ?? throw DirectLineRefusal.NoConversation();
        return Answer(http, grant with { User = conversation.UserId }, Watermark(watermark), 200);
    }

    public static long Watermark(string? text) => string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, out var value) && value >= 0 ? value
        : throw DirectLineRefusal.Malformed("The watermark is not one that was given out.");

    static string UserOf(Grant grant, StartRequest asked)
    {
        if (grant.User is not null) return grant.User;
        if (asked.User?.Id is not { Length: > 0 and <= 200 } named) return DirectLineTokens.NewUser();
        return named.StartsWith("dl_", StringComparison.Ordinal)
            ? throw DirectLineRefusal.Malformed("A user id that begins with dl_ is accepted only inside a token.")
            : named;
    }

    /// <summary>A village this instance does not serve is no village.</summary>
    async Task<string?> VillageAsync(Grant grant, CancellationToken stop)
    {
        if (grant.Village is null) return null;
        var known = await knowledge.LoadAsync(grant.Conversation!, new ConversationState { Village = grant.Village }, stop);
        return known.Villages.Any(village => village.Code == grant.Village) ? grant.Village : null;
    }

    IResult Answer(Grant grant) => Results.Json(Part(grant), DirectLineJson.Default.ConversationAnswer);

    IResult Answer(HttpContext http, Grant grant, long watermark, int status) =>
        Results.Json(Part(grant) with { StreamUrl = links.Stream(http, grant, watermark) }, DirectLineJson.Default.ConversationAnswer, statusCode: status);

    ConversationAnswer Part(Grant grant) =>
        new(grant.Conversation!, tokens.Issue(TokenUse.Api, grant, DirectLineTokens.ApiLifetime), (int)DirectLineTokens.ApiLifetime.TotalSeconds);
}
