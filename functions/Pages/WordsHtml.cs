namespace Shouwang.Functions.Pages;

/// <summary>A page of a few words (说明页): why something cannot be shown, and what to do.</summary>
internal static class WordsHtml
{
    public static string Write(string title, string words, PageFrame frame) => Document(title, $"{title}", frame, Html.None, $"<p>{words}</p>", Html.None);

    /// <summary>A page with the usual head around what it says.</summary>
    /// <param name="before">Between the heading and the main part.</param>
    /// <param name="after">After the main part.</param>
    public static string Document(string title, Html heading, PageFrame frame, Html before, Html main, Html after)
    {
        Html page = $"""
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <title>{title}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="theme-color" content="#0b5d3b">
            {frame.Head}</head>
            <body>
            <a class="skip" href="#main">跳到正文</a>
            <header class="top"><h1>{heading}</h1></header>
            {before}<main id="main">
            {main}
            </main>
            {after}</body>
            </html>

            """;
        return page.ToString();
    }
}
