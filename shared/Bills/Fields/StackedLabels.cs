using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Joins labels that a narrow cell breaks over two lines: 入院 / 日期.</summary>
static class StackedLabels
{
    public static IReadOnlyList<Run> Join(IReadOnlyList<Run> runs)
    {
        var joined = new List<Run>(runs);
        var shorts = runs.Where(r => r.Glyphs.Length is > 1 and <= 8).ToList();
        foreach (var above in shorts)
        {
            var below = shorts.Find(b => b.Y > above.Y && (b.Y - above.Y) * 10 <= above.Height * 19 && Math.Abs(b.X0 - above.X0) <= above.Height
                && LabelTable.ByText.ContainsKey(Squeezed(above) + Squeezed(b)) && (Squeezed(above) is "入院" or "出院" || !LabelTable.ByText.ContainsKey(Squeezed(above))));
            if (below is null || !joined.Contains(below))
                continue;
            joined.Remove(above);
            joined.Remove(below);
            joined.Add(new Run([.. above.Glyphs, .. below.Glyphs], above.X0, Math.Max(above.X1, below.X1), (above.Y + below.Y) / 2, above.Height));
        }
        return joined;
    }

    private static string Squeezed(Run run) => TextFold.Squeeze(run.Text);
}
