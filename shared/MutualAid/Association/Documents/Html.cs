using System.Net;
using System.Text;

namespace Shouwang.Shared.MutualAid.Association.Documents;

/// <summary>Builds one page to print (可打印文书), complete in itself; whatever comes from people is escaped here and nowhere else.</summary>
sealed class Html
{
    const string Style = """
        @page { size: A4; margin: 22mm 20mm }
        body { font: 16px/1.8 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #000; background: #fff; max-width: 44em; margin: 1.5em auto; padding: 0 1em }
        h1 { font-size: 26px; text-align: center; line-height: 1.4 } h2 { font-size: 18px; margin: 1.4em 0 .4em }
        p { margin: .5em 0; text-indent: 2em } .plain { text-indent: 0 } .sign { text-align: right; text-indent: 0; margin-top: 2em }
        table { border-collapse: collapse; width: 100%; margin: .8em 0; font-size: 15px } caption { text-align: left; font-weight: bold; padding: .3em 0 }
        th, td { border: 1px solid #000; padding: .3em .5em; text-align: left; vertical-align: top } td.n, th.n { text-align: right; white-space: nowrap }
        thead { display: table-header-group } tr { break-inside: avoid } .note { font-size: 14px; border-left: 4px solid #000; padding-left: .8em; text-indent: 0 } .blank td { height: 2.2em }
        @media print { body { margin: 0; max-width: none } }
        """;

    readonly StringBuilder _body = new();

    public Html Title(string text) => Element("h1", text);

    public Html Heading(string text) => Element("h2", text);

    public Html Paragraph(string text) => Element("p", text);

    public Html Plain(string text) => Add($"<p class=\"plain\">{Escape(text)}</p>\n");

    public Html Note(string text) => Add($"<p class=\"note\">{Escape(text)}</p>\n");

    /// <summary>Who signs, and when; lines at the right.</summary>
    public Html Signed(params string[] lines) => Add($"<p class=\"sign\">{string.Join("<br>", lines.Select(Escape))}</p>\n");

    public Html Table(string caption, string[] heads, IEnumerable<string[]> rows, params int[] numbers)
    {
        Add($"<table><caption>{Escape(caption)}</caption><thead><tr>{string.Concat(heads.Select((head, i) => Cell("th", head, numbers.Contains(i), " scope=\"col\"")))}</tr></thead><tbody>\n");
        foreach (var row in rows)
            Add($"<tr{(row.All(string.IsNullOrEmpty) ? " class=\"blank\"" : "")}>{string.Concat(row.Select((text, i) => Cell("td", text, numbers.Contains(i), "")))}</tr>\n");
        return Add("</tbody></table>\n");
    }

    /// <summary>The whole page.</summary>
    public string Page(string title) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Escape(title)}</title><style>
        {Style}
        </style></head><body>
        {_body}</body></html>

        """;

    Html Element(string name, string text) => Add($"<{name}>{Escape(text)}</{name}>\n");

    Html Add(string html)
    {
        _body.Append(html);
        return this;
    }

    static string Cell(string name, string text, bool number, string attributes) => $"<{name}{(number ? " class=\"n\"" : "")}{attributes}>{Escape(text)}</{name}>";

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
