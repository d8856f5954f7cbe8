using System.Text.Json.Serialization;
using Shouwang.Bot;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.ChatSession;

/// <summary>What the page asks for: the village of the QR code, and whether to leave an earlier conversation behind.</summary>
internal sealed record SessionRequest(string? Village = null, bool Fresh = false);

/// <summary>What the page needs to talk.</summary>
/// <param name="VillageName">Where it is known already.</param>
/// <param name="Resumed">The conversation was begun earlier on this phone.</param>
internal sealed record SessionAnswer(string Token, string ConversationId, string UserId, string Domain, bool Streaming, bool Resumed, string? VillageName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SessionRequest))]
[JsonSerializable(typeof(SessionAnswer))]
sealed partial class SessionJson : JsonSerializerContext;

/// <summary>Gives the chat page its token (会话入口). The secret stays here, and a phone that comes back finds its conversation.</summary>
internal sealed class SessionOpener(DirectLineOptions options, DirectLineTokens tokens, DirectLineLinks links, DirectLineLimits limits, ConversationStore store, IKnowledge knowledge)
{
    const string Cookie = "shouwang-chat";
    const string Path = "/api/chat";
    static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public async Task<IResult> OpenAsync(HttpContext http)
    {
        var asked = await DirectLineDoor.ReadAsync(http, SessionJson.Default.SessionRequest);
        if (asked.Village is { } village && !IsVillageCode(village))
            throw DirectLineRefusal.Malformed("village is the twelve-digit code of a village.");
        var before = asked.Fresh ? null : await RememberedAsync(http, asked.Village);
        if (before is null) limits.Open(http);
        var grant = before ?? new Grant(DirectLineTokens.NewId(), DirectLineTokens.NewUser(), asked.Village);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Cookies.Append(Cookie, tokens.Issue(TokenUse.Resume, grant, Remembered), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = links.Base(http).Scheme == Uri.UriSchemeHttps,
            Path = Path,
            MaxAge = Remembered,
            IsEssential = true,
        });
        return Results.Json(
            new SessionAnswer(
                tokens.Issue(TokenUse.Api, grant, DirectLineTokens.ApiLifetime),
                grant.Conversation!,
                grant.User!,
                new Uri(links.Base(http), "/v3/directline").ToString(),
                options.Streaming,
                before is not null,
                await VillageNameAsync(grant, http.RequestAborted)),
            SessionJson.Default.SessionAnswer);
    }

    /// <summary>The conversation of this phone's cookie, where it was begun and is about the same village.</summary>
    async Task<Grant?> RememberedAsync(HttpContext http, string? village)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } cookie) return null;
        try
        {
            var grant = await tokens.ReadAsync(TokenUse.Resume, cookie);
            if (await store.FindAsync(grant.Conversation!, http.RequestAborted) is not { } conversation) return null;
            return village is null || conversation.State.Village is null || conversation.State.Village == village ? grant : null;
        }
        catch (DirectLineRefusal)
        {
            return null;
        }
    }

    async Task<string?> VillageNameAsync(Grant grant, CancellationToken stop)
    {
        var state = (await store.FindAsync(grant.Conversation!, stop))?.State ?? new ConversationState { Village = grant.Village };
        var villages = (await knowledge.LoadAsync(grant.Conversation!, state, stop)).Villages;
        return state.Village is null && villages is [var only] ? only.Name : villages.FirstOrDefault(village => village.Code == state.Village)?.Name;
    }

    static bool IsVillageCode(string code) => code.Length == 12 && code.All(char.IsAsciiDigit);
}

/// <summary>Its place among the routes.</summary>
internal static class ChatSessionRoute
{
    public static void MapChatSession(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/chat/session", (HttpContext http, SessionOpener session) => session.OpenAsync(http)).AddEndpointFilter(DirectLineRefusal.Filter).OpenToAll();
}
