namespace Shouwang.Functions.CustomHandler;

/// <summary>The answer to a trigger (回应): always a JSON object, because the host waits for ever on an empty one.</summary>
/// <remarks>Outputs stay empty: a function writes through its own clients, so that outcome and message agree.</remarks>
static class Answer
{
    static readonly ReadOnlyMemory<byte> s_body = """{"Outputs":{},"Logs":[],"ReturnValue":null}"""u8.ToArray();

    public static async Task WriteAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = s_body.Length;
        await http.Response.Body.WriteAsync(s_body, http.RequestAborted);
    }
}
