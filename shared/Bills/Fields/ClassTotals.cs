using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>The last row of a table of categories by class (费用分类表合计): 乙类先行自付 and 自费 of the whole stay stand there under their heads, also where another panel stands beside the table.</summary>
static partial class ClassTotals
{
    private const int MostRows = 30;

    /// <summary>So many words and no figure head a table.</summary>
    private const int FewestHeads = 4;

    /// <summary>Behind every label of its own.</summary>
    private const int Rank = 70;

    private static readonly string[] Own = [FieldName.SelfPayFirst, FieldName.SelfFunded, FieldName.InScope, FieldName.OverLimit];

    [GeneratedRegex("^(?:金额|费用)?(?:合计|总计)$")]
    private static partial Regex Sum();

    /// <summary>All findings, with what stands there in place of the first category's.</summary>
    public static IReadOnlyList<Finding> With(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<Finding> findings)
    {
        List<Finding> sums = [.. Findings(page, rows, [.. findings.Where(f => !f.FromHead)])];
        return [.. findings.Where(f => !f.FromHead || !sums.Exists(s => s.Field == f.Field)), .. sums];
    }

    private static IEnumerable<Finding> Findings(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<Finding> labelled)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            if (Heads(rows[r]) is not { } heads || Last(rows, r) is not { } cells)
                continue;
            foreach (var (head, cell) in Under(heads, cells))
            {
                if (LabelGrammar.FieldOf(TextFold.Squeeze(head.Text)) is { } field && Own.Contains(field) && !labelled.Any(f => f.Field == field) && MoneyText.Readings(cell.Text) is { Count: > 0 } readings)
                    yield return new Finding(field, readings[0].Amount.ToString(), cell.Confidence, page.Where(cell.Glyphs), 0, Rank, readings);
            }
        }
    }

    /// <summary>项目 | 金额 | 甲类 | 乙类 | 自费, or 收费项目 | 金额 | 其中自费 | 其中自理: a category a line, and beside its amount what of it counts.</summary>
    public static List<Snippet>? Heads(TextRow row)
    {
        List<Snippet> heads = [.. Snippet.Split(row.Glyphs)];
        var ofClasses = heads.Count >= 4 && Begins("甲类") && Begins("乙类");
        var ofParts = heads.Count >= 3 && !row.Text.Any(char.IsAsciiDigit) && heads.Take(2).Any(h => Category().IsMatch(TextFold.Squeeze(h.Text))) && heads.Count(h => Amount().IsMatch(TextFold.Squeeze(h.Text))) == 1
            && heads.Exists(h => LabelGrammar.FieldOf(TextFold.Squeeze(h.Text)) is { } field && Own.Contains(field)) && !row.Text.Contains("单价", StringComparison.Ordinal);
        return ofClasses || ofParts ? heads : null;

        bool Begins(string word) => heads.Exists(h => h.Text.StartsWith(word, StringComparison.Ordinal));
    }

    [GeneratedRegex("^(?:收费|费用|结算)?(?:项目|类别|名称)(?:名称|类别)?$|^费用$")]
    private static partial Regex Category();

    [GeneratedRegex("^(?:总|费用|发票|发生)?(?:金额|费用)(?:\\(元\\))?$")]
    private static partial Regex Amount();

    /// <summary>The figures of the sum's row.</summary>
    private static List<Snippet>? Last(IReadOnlyList<TextRow> rows, int head)
    {
        for (var r = head + 1; r < rows.Count && r <= head + MostRows; r++)
        {
            var cells = Snippet.Split(rows[r].Glyphs);
            // The heads of the next table.
            if (cells.Count >= FewestHeads && cells.All(c => c.Text.Any(TextFold.IsHan) && !c.Text.Any(char.IsAsciiDigit)))
                return null;
            // 合 | 计: set wide in its cell.
            if (Sum().IsMatch(TextFold.Squeeze(string.Concat(cells.TakeWhile(c => TextFold.IsHan(c.Glyphs[0].Char)).Select(c => c.Text)))))
                return [.. cells.Skip(1).Where(s => MoneyText.Readings(s.Text).Count > 0)];
        }
        return null;
    }

    /// <summary>Each figure under the one head behind which it begins, else one to one where there are as many of both.</summary>
    private static IEnumerable<(Snippet Head, Snippet Cell)> Under(List<Snippet> heads, List<Snippet> cells)
    {
        if (UnderHeads.Of(cells, heads) is { } under && !under.Contains(0))
            return cells.Select((cell, i) => (heads[under[i]], cell));
        return cells.Count == heads.Count - 1 ? heads.Skip(1).Zip(cells) : [];
    }
}
