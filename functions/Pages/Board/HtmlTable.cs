namespace Shouwang.Functions.Pages.Board;

/// <summary>A table of a page (表格). On a small screen each row becomes a small sheet, so every cell knows its heading, and the roles say what the layout then hides.</summary>
internal static class HtmlTable
{
    /// <summary>One column. The first of a table names its rows.</summary>
    internal sealed record Column<T>(string Head, Func<T, Html> Cell, bool Number = false);

    /// <param name="foot">Cells of a closing row; empty for none.</param>
    /// <param name="chart">How the page's script draws it besides: "bar", "line"; null for not at all.</param>
    public static Html Write<T>(string caption, IReadOnlyList<T> rows, IReadOnlyList<Column<T>> columns, IReadOnlyList<Html> foot, string none, string? chart = null)
    {
        if (rows.Count == 0)
            return $"<p class=\"note\">{none}</p>\n";
        Html drawn = chart is null ? Html.None : $" data-chart=\"{chart}\"";
        var heads = columns.Select(column => (Html)$"<th scope=\"col\" role=\"columnheader\"{Class(column.Number)}>{column.Head}</th>");
        var body = rows.Select(row => (Html)$"<tr role=\"row\">{columns.Select((column, at) => Cell(column.Head, column.Cell(row), column.Number, at))}</tr>\n");
        Html last = foot.Count == 0 ? Html.None : $"<tfoot role=\"rowgroup\"><tr role=\"row\">{foot.Select((cell, at) => Cell(columns[at].Head, cell, columns[at].Number, at))}</tr></tfoot>\n";
        return $"""
            <table class="rows" role="table"{drawn}>
            <caption>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">
            {body}</tbody>
            {last}</table>

            """;
    }

    static Html Cell(string head, Html cell, bool number, int at) => at == 0
        ? (Html)$"<th scope=\"row\" role=\"rowheader\">{cell}</th>"
        : $"<td role=\"cell\" data-head=\"{head}\"{Class(number)}>{cell}</td>";

    static Html Class(bool number) => number ? (Html)$" class=\"number\"" : Html.None;
}
