using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Page;

/// <summary>What a form prints from top to bottom down its left edge (竖排的联次): 住院费用清单第一联病人, a character or two a line, which belongs to no row beside it.</summary>
static partial class MarginTitle
{
    /// <summary>So many pieces stand one below the other.</summary>
    private const int Fewest = 4;

    [GeneratedRegex("清单|收据|存根|票据|[一二三四]联|明细")]
    private static partial Regex Words();

    public static IReadOnlyList<Run> Without(IReadOnlyList<Run> runs)
    {
        List<Run> brief = [.. runs.Where(r => r.Glyphs.Length <= 2 && r.Glyphs.All(g => TextFold.IsHan(g.Char))).OrderBy(r => r.X0)];
        if (brief.Count < Fewest)
            return runs;
        var edge = brief[0];
        List<Run> margin = [.. brief.Where(r => r.X0 - edge.X0 <= edge.Height).OrderBy(r => r.Y)];
        var right = margin.Max(r => r.X1);
        // A column of the table would hold longer words or figures.
        return margin.Count >= Fewest && right - edge.X0 <= 3 * edge.Height && !runs.Any(r => r.X0 <= right && !margin.Contains(r))
            && Words().IsMatch(string.Concat(margin.SelectMany(r => r.Glyphs).Select(g => g.Char))) ? [.. runs.Where(r => !margin.Contains(r))] : runs;
    }
}
