using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>The sum below a list whose word was hardly legible (合计看不清): of 合计, 总计, 总金额 the first character is left, and a figure stands behind it. Only the list's own rows can prove it.</summary>
static partial class LostTotals
{
    /// <summary>So many rows that end in an amount stand above it.</summary>
    private const int FewestAbove = 3;

    [GeneratedRegex(@"^(?<word>[合总](?:(?![付偿支报自疗补减免])[\u4e00-\u9fff]){0,3})[^\u4e00-\u9fff\d.¥]{0,3}¥?\d[\d,]*\.\d{2}(?!\d)")]
    private static partial Regex Sum();

    [GeneratedRegex(@"\d\.\d{2}(?!\d)\D{0,6}$")]
    private static partial Regex Item();

    public static IReadOnlyList<LabelHit> Add(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        if (hits.Any(h => h.Field is FieldName.Total or LabelTable.PageTotal or LabelTable.InFigures or LabelTable.InWords))
            return hits;
        var above = 0;
        for (var r = 0; r < rows.Count; r++)
        {
            if (above >= FewestAbove && !hits.Any(h => h.Row == r && h.Start == 0) && Sum().Match(rows[r].Text) is { Success: true, Groups: var groups })
            {
                var (end, glyphs) = (groups["word"].Length, rows[r].Glyphs);
                return [.. hits.TakeWhile(h => h.Row < r), new LabelHit(FieldName.Total, "合计", r, 0, end, LabelFinder.FewLeft, glyphs[0].X0, glyphs[end - 1].X1), .. hits.SkipWhile(h => h.Row < r)];
            }
            above += Item().IsMatch(rows[r].Text) ? 1 : 0;
        }
        return hits;
    }
}
