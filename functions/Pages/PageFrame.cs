namespace Shouwang.Functions.Pages;

/// <summary>How a page written by the server is delivered (交付方式): by this app, with scripts that add to it, or as a file that stands alone on any web server or stick.</summary>
/// <param name="Head">Style and scripts.</param>
/// <param name="Standalone">No link leads back to this app.</param>
internal sealed record PageFrame(Html Head, bool Standalone)
{
    /// <summary>By this app.</summary>
    public static PageFrame Served(WebFiles files, params IReadOnlyList<string> scripts)
    {
        var tags = scripts.Select(script => (Html)$"<script type=\"module\" src=\"{files.Address(script)}\"></script>\n");
        return new($"<link rel=\"icon\" href=\"{files.Address("assets/icon.svg")}\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{files.Address("assets/page.css")}\">\n{tags}", false);
    }

    /// <summary>As a file of its own: the style is part of it, and it runs no script.</summary>
    public static PageFrame Alone(WebFiles files) => new(Html.Style(files.Page("assets/page.css").Text), true);
}
