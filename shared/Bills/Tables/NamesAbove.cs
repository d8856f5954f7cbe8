using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>On a narrow strip of paper an item's name stands in a line of its own above its figures, and no head is for it (名称另起一行): 类别 | 单价 | 数量 | 金额.</summary>
static partial class NamesAbove
{
    /// <summary>A name has at most so many lines.</summary>
    private const int MostLines = 2;

    [GeneratedRegex(@"\d\.\d{2}(?!\d)[\u4e00-\u9fff]?$")]
    private static partial Regex Amount();

    /// <summary>[床位费]: heads a group.</summary>
    [GeneratedRegex(@"^[\[<(【][\u4e00-\u9fff]{2,8}[\]>)】]$")]
    private static partial Regex Heading();

    public static bool Are(IReadOnlyList<Column> columns) =>
        !columns.Any(c => c.Kind == ColumnKind.Name) && Array.TrueForAll([ColumnKind.Price, ColumnKind.Quantity, ColumnKind.Amount], kind => columns.Any(c => c.Kind == kind));

    /// <summary>The items of a row under the names above it; whatever has no price is none.</summary>
    public static List<TableRow> Give(IReadOnlyList<TextRow> rows, int at, List<TableRow> own, IReadOnlyList<LabelHit> hits)
    {
        var items = own.Where(row => row.Cells.ContainsKey(ColumnKind.Price) && row.Cells.ContainsKey(ColumnKind.Quantity) && row.Cells.ContainsKey(ColumnKind.Amount)).ToList();
        if (items is not [var item])
            return [];
        // On a screen each card has heads of its own, between its name and its figures.
        if (at > 0 && TableHeader.Read(rows[at - 1]) is { } heads && Are(heads))
            at--;
        var from = at;
        while (from > 0 && at - from < MostLines && IsName(rows[from - 1]) && !hits.Any(h => h.Row == from - 1 && (TableReader.Ends(h.Field) || h.Field == FieldName.Department)) && (from == at || !FeeRows.IsCategory(rows[from - 1].Text)))
            from--;
        Glyph[] name = [.. Enumerable.Range(from, at - from).SelectMany(r => rows[r].Glyphs).Where(g => !g.IsBlank)];
        return name.Length > 0 ? [item with { Cells = new Dictionary<ColumnKind, Snippet>(item.Cells) { [ColumnKind.Name] = new Snippet(name) } }] : [];
    }

    public static bool IsName(TextRow row) =>
        row.Squeezed is var text && text.Any(TextFold.IsHan) && !AfterWord().IsMatch(text) && !Snippet.Split(row.Glyphs).Any(s => Amount().IsMatch(s.Text)) && !Heading().IsMatch(text) && TableHeader.Read(row) is null;

    /// <summary>费用日期：2026-03-02 is no name, 盐酸纳洛酮注射液1ml:0.4mg is one.</summary>
    [GeneratedRegex(@"[\u4e00-\u9fff)]:")]
    private static partial Regex AfterWord();
}
