using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Who calls, for which conversation, and how often (门卫).</summary>
internal sealed class DirectLineDoor(DirectLineTokens tokens, DirectLineLimits limits)
{
    /// <summary>What the caller may do.</summary>
    /// <exception cref="DirectLineRefusal">401 without a token, 403 with one that does not open this.</exception>
    public async Task<Grant> OpenAsync(HttpContext http)
    {
        const string prefix = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            throw new DirectLineRefusal(401, "Unauthorized", "Send the token: Authorization: Bearer …");
        var bearer = header[prefix.Length..].Trim();
        if (tokens.IsSecret(bearer)) return new Grant(Conversation: null);
        var grant = await tokens.ReadAsync(TokenUse.Api, bearer);
        if (grant.Origins is { Count: > 0 } trusted && http.Request.Headers.Origin is [{ } origin] && !trusted.Contains(origin))
            throw new DirectLineRefusal(403, "BadArgument", "The token may not be used from this origin.");
        return grant;
    }

    /// <summary>The same for one conversation, counted against its limit.</summary>
    public async Task<Grant> OpenAsync(HttpContext http, string conversationId, bool counts = false)
    {
        var grant = await OpenAsync(http);
        if (grant.Conversation != conversationId) throw DirectLineRefusal.BadToken();
        if (counts) limits.Message(conversationId);
        return grant;
    }

    /// <summary>The request's JSON; an empty body is an empty object.</summary>
    public static async Task<T> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type) where T : class
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        try
        {
            var json = body.Length == 0 ? "{}"u8 : body.GetBuffer().AsSpan(0, (int)body.Length);
            return JsonSerializer.Deserialize(json, type) ?? throw DirectLineRefusal.Malformed("The body is null where a JSON object is expected.");
        }
        catch (JsonException)
        {
            throw DirectLineRefusal.Malformed("The body is not the JSON object expected here.");
        }
    }
}
