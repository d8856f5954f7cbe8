using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Long labels that fill a line of their cell and leave a character or two over to the next (折行标签): 基本医疗保险统筹基金支 / 付.</summary>
static class CutLabels
{
    private const int Shortest = 4;
    private const int Longest = 14;
    private const int LongestEnd = 3;

    public static List<Run> Join(IReadOnlyList<Run> runs)
    {
        var joined = new List<Run>(runs);
        var ends = runs.Where(r => r.Glyphs.Length <= LongestEnd && IsWord(r) && !LabelTable.ByText.ContainsKey(Squeezed(r))).ToList();
        foreach (var above in runs.Where(r => r.Glyphs.Length is >= Shortest and <= Longest && IsWord(r) && !Names(Squeezed(r))))
        {
            var below = ends.Find(b => b.Y > above.Y && (b.Y - above.Y) * 10 <= above.Height * 19 && Under(above, b) && Names(Squeezed(above) + Squeezed(b)));
            if (below is null || !joined.Contains(below))
                continue;
            joined.Remove(above);
            joined.Remove(below);
            joined.Add(new Run([.. above.Glyphs, .. below.Glyphs], above.X0, Math.Max(above.X1, below.X1), (above.Y + below.Y) / 2, above.Height));
        }
        return joined;
    }

    /// <summary>Set flush left or in the middle of its cell.</summary>
    private static bool Under(Run above, Run below) =>
        Math.Abs(below.X0 - above.X0) <= above.Height || Math.Abs(((below.X0 + below.X1) / 2) - ((above.X0 + above.X1) / 2)) <= above.Height;

    private static bool IsWord(Run run) => run.Glyphs.All(g => TextFold.IsHan(g.Char));

    private static bool Names(string text) => LabelGrammar.OwnFieldOf(text) is not null;

    private static string Squeezed(Run run) => TextFold.Squeeze(run.Text);
}
