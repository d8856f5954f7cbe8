namespace Shouwang.Functions.Pages;

/// <summary>What a page may load and reach (内容安全策略): nothing foreign, and no script or style that is not a file of ours.</summary>
internal static class PagePolicy
{
    const string Nowhere = "base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    /// <summary>blob: shows photos that were fetched with a key.</summary>
    public const string Strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " + Nowhere;

    /// <summary>Pages that the server writes may have a form that asks the server.</summary>
    public const string Written = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Web Chat writes styles of its own. Old browsers do not take 'self' for a WebSocket. blob: is how the page reads the photos it sends.</summary>
    public static string Chat(Uri site) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src blob:; media-src 'self' blob:; "
        + $"img-src 'self' data: blob: {site.Scheme}://{site.Authority}; connect-src 'self' blob: {site.Scheme}://{site.Authority} {(site.Scheme == "https" ? "wss" : "ws")}://{site.Authority}; " + Nowhere;
}
