using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Short labels set so wide that each character was read by itself (分散标签): 性 | 别, 住 | 院 | 号. They are one word, also where words are counted.</summary>
static class SpreadLabels
{
    private const int Longest = 4;

    /// <summary>In heights of a line, how far apart the characters stand at most.</summary>
    private const int MostApart = 3;

    public static List<Run> Join(IReadOnlyList<Run> runs)
    {
        var joined = runs.ToList();
        foreach (var first in runs.Where(IsCharacter).OrderBy(r => r.X0))
        {
            if (!joined.Contains(first) || Word(first, joined) is not { } word)
                continue;
            joined.RemoveAll(word.Contains);
            joined.Add(first with { Glyphs = [.. word.SelectMany(r => r.Glyphs)], X1 = word[^1].X1 });
        }
        return joined;
    }

    private static List<Run>? Word(Run first, List<Run> runs)
    {
        List<Run> word = [first];
        while (word.Count < Longest && runs.Where(r => IsNext(word[^1], r)).MinBy(r => r.X0) is { } next && IsCharacter(next))
        {
            word.Add(next);
            if (LabelGrammar.FieldOf(string.Concat(word.Select(r => r.Glyphs[0].Char))) is { } field && !LabelTable.IsMoney(field))
                return word;
        }
        return null;
    }

    private static bool IsNext(Run left, Run right) => right.X0 >= left.X1 && right.X0 - left.X1 <= MostApart * left.Height && Math.Abs(right.Y - left.Y) * 2 < left.Height;

    private static bool IsCharacter(Run run) => run.Glyphs is [var only] && TextFold.IsHan(only.Char);
}
