using Shouwang.Functions.Channels.DirectLine;

namespace Shouwang.Functions.ChatPage;

/// <summary>Serves the chat page (聊天页): the page itself is always asked for anew, everything it names is kept for ever.</summary>
internal static class ChatPageRoute
{
    /// <param name="webRoot">Folder that holds "chat"; read at the first request.</param>
    public static void MapChatPage(this WebApplication app, string webRoot)
    {
        var files = new Lazy<ChatFiles>(() => ChatFiles.Read(Path.Combine(webRoot, "chat")));
        var links = app.Services.GetRequiredService<DirectLineLinks>();
        string[] reads = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/chat", reads, (HttpContext http) => Page(http));
        app.MapMethods("/chat/{name}", reads, (HttpContext http, string name) => files.Value.Find(name) is { } file ? Send(http, file, "public, max-age=31536000, immutable") : Results.NotFound());

        IResult Page(HttpContext http)
        {
            http.Response.Headers.ContentSecurityPolicy = Policy(links.Base(http));
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return Send(http, files.Value.Page, "no-cache");
        }
    }

    static IResult Send(HttpContext http, PageFile file, string caching)
    {
        var (body, encoding) = file.For(http.Request.Headers.AcceptEncoding.ToString());
        var headers = http.Response.Headers;
        headers.CacheControl = caching;
        headers.Vary = "Accept-Encoding";
        headers.XContentTypeOptions = "nosniff";
        if (encoding is not null) headers.ContentEncoding = encoding;
        return Results.Bytes(body, file.MediaType);
    }

    /// <summary>Old browsers do not take 'self' for a WebSocket. blob: is how the page reads the photos it sends.</summary>
    static string Policy(Uri site) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src blob:; media-src 'self' blob:; "
        + $"img-src 'self' data: blob: {site.Scheme}://{site.Authority}; connect-src 'self' blob: {site.Scheme}://{site.Authority} {(site.Scheme == "https" ? "wss" : "ws")}://{site.Authority}; "
        + "base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
}
