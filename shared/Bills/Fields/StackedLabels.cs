using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Joins labels that a narrow cell breaks over two lines or three: 入院 / 日期, 个人 / 自 / 费：, also where the first line was read in one with its value: 主要诊|食管胃底静脉曲张 / 断.</summary>
static class StackedLabels
{
    private const int MostLines = 3;

    public static IReadOnlyList<Run> Join(IReadOnlyList<Run> runs)
    {
        var joined = CutLabels.Join(WrappedLabels.Join(SpreadLabels.Join(runs)));
        var shorts = joined.Where(r => r.Glyphs.Length is >= 1 and <= 8).ToList();
        foreach (var above in shorts)
        {
            if (!joined.Contains(above) || Lines(above, shorts, runs) is not { } lines || !lines.All(joined.Contains) || (IsLabel(above, lines) && !AreHalves(above, lines[^1], runs)) || (HasItsDay(above, joined) && IsOwn(lines[1])))
                continue;
            joined.RemoveAll(lines.Contains);
            joined.Add(new Run([.. lines.SelectMany(l => l.Glyphs)], above.X0, lines.Max(l => l.X1), lines.Sum(l => l.Y) / lines.Count, above.Height));
        }
        foreach (var rest in shorts.Where(r => r.Glyphs.Length <= 3 && joined.Contains(r) && !LabelTable.ByText.ContainsKey(Squeezed(r).TrimEnd(':'))))
        {
            if (joined.Find(r => Under(r, rest) && r.Glyphs.Length > 4 && Begins(r, rest) > 0) is not { } first)
                continue;
            var at = Begins(first, rest);
            joined.Remove(rest);
            joined.Remove(first);
            joined.Add(first with { Glyphs = [.. first.Glyphs[..at], .. rest.Glyphs], X1 = Math.Max(first.Glyphs[at - 1].X1, rest.X1) });
            joined.Add(first with { Glyphs = first.Glyphs[at..], X0 = first.Glyphs[at].X0 });
        }
        return joined;
    }

    private static bool IsOwn(Run below) => LabelTable.ByText.TryGetValue(Squeezed(below).TrimEnd(':'), out var field) && field != LabelTable.Other;

    /// <summary>入院 | 2026.04.18 over 科室 | 内一科: each a label.</summary>
    private static bool HasItsDay(Run word, List<Run> runs) =>
        Squeezed(word) is "入院" or "出院" && runs.Where(r => r.X0 >= word.X1 && Math.Abs(r.Y - word.Y) * 2 < word.Height).MinBy(r => r.X0) is { } next && DateText.All(next.Text) is [{ Start: 0 }, ..];

    /// <summary>A run and those below it that together spell a label; null where there are none.</summary>
    private static List<Run>? Lines(Run above, List<Run> shorts, IReadOnlyList<Run> runs)
    {
        if (shorts.Find(b => AreHalves(above, b, runs)) is { } half)
            return [above, half];
        List<Run> lines = [above];
        var text = Squeezed(above);
        while (lines.Count < MostLines && shorts.Find(b => Under(lines[^1], b) && (Spells(text + Squeezed(b)) || IsRest(text, Squeezed(b)))) is { } below)
        {
            lines.Add(below);
            text += Squeezed(below);
            if (LabelTable.ByText.ContainsKey(text.TrimEnd(':')) || (LabelGrammar.OwnFieldOf(text.TrimEnd(':')) is { } field && LabelTable.IsMoney(field)))
                return lines;
        }
        return null;
    }

    /// <summary>合计 / 报销, 基本医疗保险统筹 / 基金支付比例: the words of the row's other cells stand halfway between two lines, so these are one cell's, whatever each says by itself.</summary>
    private static bool AreHalves(Run above, Run below, IReadOnlyList<Run> runs)
    {
        if (above.Glyphs.Length < 2 || below.Glyphs.Length < 2 || below.Y <= above.Y || (below.Y - above.Y) * 10 > above.Height * 19 || (Math.Abs(below.X0 - above.X0) > above.Height && Math.Abs(below.X0 + below.X1 - above.X0 - above.X1) > above.Height)
            || !above.Glyphs.Concat(below.Glyphs).All(g => TextFold.IsHan(g.Char) || g.IsBlank) || LabelGrammar.FieldOf(Squeezed(above) + Squeezed(below)) is not { } field)
            return false;
        var first = LabelGrammar.OwnFieldOf(Squeezed(above));
        var means = LabelTable.IsMoney(field) || (field == LabelTable.Other && first is not null && LabelTable.IsMoney(first));
        // In a narrow table two lines that lie as near each have their own amount.
        return means && !runs.Any(r => r.X0 >= Math.Min(above.X1, below.X1) && r.Glyphs.Any(g => g.Char is '.') && r.Glyphs.Any(g => char.IsAsciiDigit(g.Char)) && Math.Min(Math.Abs(r.Y - above.Y), Math.Abs(r.Y - below.Y)) * 4 <= above.Height)
            && runs.Count(r => Math.Abs((2 * r.Y) - above.Y - below.Y) * 2 <= above.Height) >= 2
            && !runs.Any(r => r != above && r != below && r.Y > above.Y && r.Y < below.Y && r.X0 < Math.Max(above.X1, below.X1) && r.X1 > Math.Min(above.X0, below.X0));
    }

    /// <summary>The first line is a label by itself, and not the beginning of a longer one for the same (起付 / 标准).</summary>
    private static bool IsLabel(Run above, List<Run> lines) => Squeezed(above) is not ("入院" or "出院") && LabelTable.ByText.TryGetValue(Squeezed(above), out var field)
        && !(LabelTable.IsMoney(field) && LabelTable.ByText.GetValueOrDefault(string.Concat(lines.Select(Squeezed)).TrimEnd(':')) == field);

    private static bool Spells(string text) => text.TrimEnd(':') is var label && (LabelTable.ByText.ContainsKey(label) || (label.Length == text.Length && LabelTable.ByText.Keys.Any(t => t.StartsWith(label, StringComparison.Ordinal))));

    /// <summary>统筹补偿金 / 额: neither says anything alone, both together an amount's label of no list.</summary>
    private static bool IsRest(string above, string below) =>
        below.Length <= 2 && LabelGrammar.FieldOf(above) is null && LabelGrammar.FieldOf(below) is null && LabelGrammar.OwnFieldOf(above + below) is { } field && LabelTable.IsMoney(field);

    private static bool Under(Run above, Run below) =>
        below.Y > above.Y && (below.Y - above.Y) * 10 <= above.Height * 19 && Math.Abs(below.X0 - above.X0) <= above.Height;

    /// <summary>How many glyphs of a run begin the label that the rest below it ends; none where the run begins with a label of its own.</summary>
    private static int Begins(Run run, Run rest)
    {
        var text = run.Text;
        if (LabelTable.ByText.Keys.Any(t => text.StartsWith(t, StringComparison.Ordinal)))
            return 0;
        for (var length = 5; length >= 3; length--)
        {
            if (length < text.Length && TextFold.IsHan(text[length]) && LabelTable.ByText.TryGetValue(text[..length] + Squeezed(rest).TrimEnd(':'), out var field) && !LabelTable.IsMoney(field))
                return length;
        }
        return 0;
    }

    private static string Squeezed(Run run) => TextFold.Squeeze(run.Text);
}
