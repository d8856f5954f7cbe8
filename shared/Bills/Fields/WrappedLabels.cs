using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Labels that a narrow cell wraps wherever a line is full (折行标签): 个人现 / 金支出 / （个人 / 负担- / 账户支 / 付）. What they say of themselves in brackets is left out.</summary>
static partial class WrappedLabels
{
    private const int MostLines = 7;

    /// <summary>With its note: 医保基金支付总额(统筹+大病+救助).</summary>
    private const int LongestLine = 24;

    /// <summary>In tenths of a line's height, how far below one another the lines of one cell stand at most.</summary>
    private const int MostPitch = 19;

    /// <summary>In heights of a line, how much shorter than the widest a full line is at most: no bracket opens at its end or closes at the beginning of the next.</summary>
    private const int MostRagged = 2;

    public static List<Run> Join(IReadOnlyList<Run> runs)
    {
        var joined = runs.ToList();
        var words = runs.Where(IsWord).OrderBy(r => r.Y).ToList();
        foreach (var first in words)
        {
            if (!joined.Contains(first) || Lines(first, words, joined) is not { } lines)
                continue;
            joined.RemoveAll(lines.Contains);
            Glyph[] glyphs = [.. Bare(lines.SelectMany(l => l.Glyphs))];
            joined.Add(new Run(glyphs, lines.Min(l => l.X0), lines.Max(l => l.X1), lines.Sum(l => l.Y) / lines.Count, first.Height));
        }
        return joined;
    }

    /// <summary>A line and those below it in its cell that together spell a label, as many as do; null where there are none.</summary>
    private static List<Run>? Lines(Run first, List<Run> words, List<Run> runs)
    {
        List<Run> lines = [first];
        List<Run>? best = null;
        while (lines.Count < MostLines && words.Where(b => Below(lines[^1], b) && runs.Contains(b)).MinBy(b => b.Y) is { } next && IsEven(lines, next))
        {
            lines.Add(next);
            // What spells a label goes on with a note or a word for a sum, not with the label of the next cell.
            if (Field(lines, runs) is { } field && (best is null || Field(best, runs) == field) && AreFull(lines) && !AreRows(lines, runs))
                best = [.. lines];
        }
        return best;
    }

    /// <summary>What the lines name together. An amount's label may begin with another's (基金支付 / 合计); any other must say nothing else in a line by itself (医疗机构 / 类型), unless what belongs to them stands beside their middle.</summary>
    private static string? Field(List<Run> lines, List<Run> runs)
    {
        var text = Text(lines);
        if (text.Contains('(', StringComparison.Ordinal) || text.Contains(')', StringComparison.Ordinal) || LabelGrammar.FieldOf(text) is not { } field || (field != LabelTable.Other && AreTwo(lines, runs)))
            return null;
        // 起付 / 线累 / 计: what only began like an amount we read.
        if (field == LabelTable.Other)
            return Enumerable.Range(1, lines.Count - 1).Any(at => IsMoney(lines[..at]) && LabelGrammar.OwnFieldOf(Text(lines[at..])) is null) && HaveValueWithin(lines, runs) ? field : null;
        // 慢性心力衰竭 / 其中自费费用: a value and the next label.
        if (LabelTable.IsMoney(field))
            return LabelTable.ByText.ContainsKey(text) || LabelWords.MakeUp(text.Replace("项目", "", StringComparison.Ordinal)) || !Enumerable.Range(1, lines.Count - 1).Any(at => LabelGrammar.OwnFieldOf(Text(lines[at..])) == field) ? field : null;
        return !lines.Any(l => LabelGrammar.OwnFieldOf(Text([l])) is { } own && own != field) || HaveValueWithin(lines, runs) ? field : null;
    }

    private static bool IsMoney(List<Run> lines) => LabelGrammar.OwnFieldOf(Text(lines)) is { } field && LabelTable.IsMoney(field);

    /// <summary>A whole label in the first lines, and its value beside it, or below it more than the end of its word: that stands in a cell of its own.</summary>
    private static bool AreTwo(List<Run> lines, List<Run> runs) => (LabelGrammar.OwnFieldOf(Text([lines[0]])) is not null && Beside([lines[0]], runs).Any(IsFigure)) || Enumerable.Range(1, lines.Count - 1).Any(at => LabelGrammar.OwnFieldOf(Text(lines[..at])) is { } first
        && (LabelTable.IsMoney(first) ? !End().IsMatch(Text(lines[at..])) : LabelGrammar.OwnFieldOf(Text(lines[at..])) is not null && !HaveValueWithin(lines, runs)));

    /// <summary>合计 below 基金支付 says of what, 支付金额 below 大病保险 what was done.</summary>
    [GeneratedRegex("^(?:支付|支出|报销|补偿|补助|赔付|理赔|记账|自付|自费|医疗|保险|统筹|基金|资金|金额|金|用|费用|费|合计|总额|总计|总|小计|额|款|部分|标准|线|元)*$")]
    private static partial Regex End();

    private static bool AreFull(List<Run> lines)
    {
        var widest = lines.Max(l => l.X1 - l.X0);
        return lines.SkipLast(1).All(l => widest - (l.X1 - l.X0) <= MostRagged * l.Height);
    }

    /// <summary>Rows of a table or a list: figures stand on the height of more than one of the lines.</summary>
    private static bool AreRows(List<Run> lines, List<Run> runs) =>
        lines.Count(l => runs.Exists(r => !lines.Contains(r) && Math.Abs(r.Y - l.Y) * 3 < l.Height && r.Glyphs.Any(g => char.IsAsciiDigit(g.Char)))) > 1;

    /// <summary>Whether what belongs to the lines stands beside their middle, nearer than anything beside the first and the last.</summary>
    private static bool HaveValueWithin(List<Run> lines, List<Run> runs)
    {
        var (middle, right, height) = (lines.Sum(l => l.Y) / lines.Count, lines.Max(l => l.X1), lines[0].Height);
        return runs.Where(r => r.X0 >= right && Math.Abs(r.Y - middle) * 3 < height).MinBy(r => r.X0) is { } value && Beside([lines[0], lines[^1]], runs).All(b => b.X0 > value.X0);
    }

    /// <summary>What stands behind each line on its own height.</summary>
    private static IEnumerable<Run> Beside(List<Run> lines, List<Run> runs) =>
        lines.Select(l => runs.Where(r => r.X0 >= l.X1 && Math.Abs(r.Y - l.Y) * 3 < l.Height).MinBy(r => r.X0)).OfType<Run>();

    /// <summary>Flush left or in the middle of one cell.</summary>
    private static bool Below(Run above, Run below) =>
        below.Y > above.Y && (below.Y - above.Y) * 10 is var apart && apart >= above.Height * 7 && apart <= above.Height * MostPitch && Math.Abs(below.Height - above.Height) * 3 <= above.Height
        && (Math.Abs(below.X0 - above.X0) * 10 <= above.Height * 8 || Math.Abs(below.X0 + below.X1 - above.X0 - above.X1) * 10 <= above.Height * 16);

    /// <summary>The lines of one cell stand equally far apart; the next cell's begin a little further down.</summary>
    private static bool IsEven(List<Run> lines, Run next) =>
        lines.Count < 2 || (next.Y - lines[^1].Y) * (lines.Count - 1) * 100 <= (lines[^1].Y - lines[0].Y) * 115;

    private static bool IsFigure(Run run) => run.Glyphs.First(g => !g.IsBlank) is var first && (char.IsAsciiDigit(first.Char) || first.Char is '¥');

    private static bool IsWord(Run run) => run.Glyphs.Length <= LongestLine && run.Glyphs.All(g => TextFold.IsHan(g.Char) || g.Char is '(' or ')' or '+' or '-' or '/' or ':' or '、' or ' ') && run.Glyphs.Any(g => TextFold.IsHan(g.Char));

    private static string Text(List<Run> lines)
    {
        var text = TextFold.Squeeze(Glyph.Text([.. Bare(lines.SelectMany(l => l.Glyphs))])).TrimEnd(':');
        return text.StartsWith("其中:", StringComparison.Ordinal) ? text[3..] : text;
    }

    /// <summary>Without what stands in brackets.</summary>
    private static IEnumerable<Glyph> Bare(IEnumerable<Glyph> glyphs)
    {
        var all = glyphs.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var close = all[i].Char is '(' ? all.FindIndex(i, g => g.Char is ')') : -1;
            if (close > i)
                i = close;
            else
                yield return all[i];
        }
    }
}
