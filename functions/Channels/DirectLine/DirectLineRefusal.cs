using System.Globalization;

namespace Shouwang.Functions.Channels.DirectLine;

/// <summary>Ends a request with the protocol's error answer: <c>{"error":{"code","message"}}</c>.</summary>
internal sealed class DirectLineRefusal(int status, string code, string message, TimeSpan? retryAfter = null) : Exception(message)
{
    public int Status => status;

    public static DirectLineRefusal BadToken() => new(403, "BadArgument", "The token is not valid for this call.");

    public static DirectLineRefusal Malformed(string message) => new(400, "BadArgument", message);

    public static DirectLineRefusal NoConversation() => new(404, "BadArgument", "There is no such conversation: start it with POST /v3/directline/conversations.");

    public static DirectLineRefusal TooLarge(string message) => new(413, "MessageSizeTooBig", message);

    public static DirectLineRefusal TooMany(TimeSpan wait) => new(429, "TooManyRequests", "Too many requests: wait and try again.", wait);

    public IResult Answer(HttpContext http)
    {
        if (retryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.Json(new ErrorAnswer(new ErrorBody(code, Message)), DirectLineJson.Default.ErrorAnswer, statusCode: status);
    }

    /// <summary>Turns refusals of an endpoint into answers.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DirectLineRefusal refusal)
        {
            return refusal.Answer(context.HttpContext);
        }
        catch (BadHttpRequestException broken)
        {
            return new DirectLineRefusal(broken.StatusCode, broken.StatusCode == 413 ? "MessageSizeTooBig" : "BadArgument", "The request is too large or was cut off.").Answer(context.HttpContext);
        }
    }
}
