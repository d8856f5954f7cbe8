namespace Shouwang.Papers.Layouts;

/// <summary>Small pieces that layouts share.</summary>
static class Html
{
    /// <summary>A round red seal (公章) whose middle lies at the given place over the print.</summary>
    public static string Seal(string owner, int left, int top, int size = 210) =>
        $"""
        <svg class="seal" style="left:{left}px;top:{top}px" width="{size}" height="{size}" viewBox="0 0 210 210">
          <circle cx="105" cy="105" r="98" fill="none" stroke="#d22" stroke-width="6"/>
          <path id="arc" d="M 28 118 A 78 78 0 1 1 182 118" fill="none"/>
          <text font-size="22" fill="#d22" font-weight="bold"><textPath href="#arc" startOffset="50%" text-anchor="middle">{owner}</textPath></text>
          <text x="105" y="122" font-size="46" fill="#d22" text-anchor="middle">★</text>
          <text x="105" y="165" font-size="20" fill="#d22" text-anchor="middle">收费专用章</text>
        </svg>
        """;

    /// <summary>A table of label and value cells, so many pairs a row.</summary>
    public static string Pairs(int pairs, IEnumerable<(string Label, string Value)> cells) =>
        "<table class=\"grid\">" + string.Concat(cells.Chunk(pairs).Select(row => "<tr>" + string.Concat(row.Select((c, i) =>
            $"<td class=\"l\">{c.Label}</td><td{(i == row.Length - 1 && row.Length < pairs ? $" colspan=\"{(2 * (pairs - row.Length)) + 1}\"" : "")}>{c.Value}</td>")) + "</tr>")) + "</table>";

    /// <summary>A table with a header row and value rows.</summary>
    public static string Table(string css, IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) =>
        $"<table class=\"{css}\"><tr>{string.Concat(head.Select(h => $"<th>{h}</th>"))}</tr>" +
        string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(Cell))}</tr>")) + "</table>";

    public static string Cell(string text) => $"<td{(IsNumber(text) ? " class=\"n\"" : "")}>{text}</td>";

    private static bool IsNumber(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '%') && text.Contains('.', StringComparison.Ordinal);
}
