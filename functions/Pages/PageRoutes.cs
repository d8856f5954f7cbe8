using Shouwang.Functions.Board;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Pages.Board;

namespace Shouwang.Functions.Pages;

/// <summary>Serves the pages (网页): a page itself is always asked for anew, everything it names is kept for ever.</summary>
internal static class PageRoutes
{
    static readonly string[] s_reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Pages that are one file for everybody; what they show they ask the interface for.</summary>
    static readonly string[] s_whole = ["chat", "desk", "county"];

    /// <param name="webRoot">Folder that holds "chat" and the others.</param>
    public static IServiceCollection AddPages(this IServiceCollection services, string webRoot) => services
        .AddSingleton(new WebFiles(webRoot))
        .AddSingleton<IBoardRenderer, HtmlBoard>()
        .AddSingleton<BoardOpenings>()
        .AddSingleton<BoardPageDesk>();

    public static void MapPages(this WebApplication app, WebFiles files)
    {
        var links = app.Services.GetRequiredService<DirectLineLinks>();
        foreach (var page in s_whole)
            app.MapMethods($"/{page}", s_reads, (HttpContext http) => http.Page(files.Page($"{page}/index.html"), page == "chat" ? PagePolicy.Chat(links.Base(http)) : PagePolicy.Strict));
        foreach (var folder in s_whole.Append("assets"))
            app.MapMethods($"/{folder}/{{name}}", s_reads, (HttpContext http, string name) => http.Named(files.Find(folder, name)));
    }

    /// <summary>A page: never shown from a cache unasked.</summary>
    public static IResult Page(this HttpContext http, PageFile page, string policy)
    {
        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Send(http, page, "no-cache");
    }

    static IResult Named(this HttpContext http, PageFile? file) =>
        file is null ? Results.NotFound() : Send(http, file, "public, max-age=31536000, immutable");

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
}
