namespace Shouwang.Shared.Bills.Page;

/// <summary>Runs that stand on one printed row, as one string of glyphs from left to right.</summary>
sealed class TextRow
{
    private TextRow(IReadOnlyList<Run> runs)
    {
        Runs = runs;
        Y = runs.Sum(r => r.Y) / runs.Count;
        Height = runs.Select(r => r.Height).Order().ElementAt(runs.Count / 2);
        var glyphs = new List<Glyph>();
        foreach (var run in runs)
        {
            // Boxes that overlap show the character between them twice.
            while (glyphs.Count > 0 && run.Glyphs.Length > 0 && glyphs[^1].Char == run.Glyphs[0].Char && (glyphs[^1].X0 + glyphs[^1].X1) / 2 >= run.X0 - (run.Height / 4))
                glyphs.RemoveAt(glyphs.Count - 1);
            if (glyphs.Count > 0)
                glyphs.Add(new Glyph(Glyph.Gap, glyphs[^1].X1, Math.Max(run.X0, glyphs[^1].X1), 10_000, -1, 0, 0));
            glyphs.AddRange(run.Glyphs);
        }
        Glyphs = [.. glyphs];
        Text = string.Concat(glyphs.Select(g => g.Char));
    }

    public IReadOnlyList<Run> Runs { get; }

    public Glyph[] Glyphs { get; }

    /// <summary>One character per glyph; runs lie apart by <see cref="Glyph.Gap"/>.</summary>
    public string Text { get; }

    public int Y { get; }

    public int Height { get; }

    public static IReadOnlyList<TextRow> Group(IReadOnlyList<Run> runs)
    {
        var open = new List<List<Run>>();
        foreach (var run in runs.OrderBy(r => r.Y).ThenBy(r => r.X0))
        {
            // Boxes of one row never overlap from left to right; a run over another belongs to the next row.
            var row = open.AsEnumerable().Reverse().Take(6)
                .Where(r => Math.Abs(Middle(r) - run.Y) * 10 <= 5 * Math.Min(run.Height, r.Max(x => x.Height)) && r.TrueForAll(other => Overlap(other, run) * 3 < Math.Min(other.X1 - other.X0, run.X1 - run.X0)))
                .MinBy(r => Math.Abs(Middle(r) - run.Y));
            if (row is null)
                open.Add([run]);
            else
                row.Add(run);
        }
        return [.. open.Select(r => new TextRow([.. r.OrderBy(x => x.X0)])).OrderBy(r => r.Y)];
    }

    private static int Middle(List<Run> row) => row.Sum(r => r.Y) / row.Count;

    private static int Overlap(Run a, Run b) => Math.Min(a.X1, b.X1) - Math.Max(a.X0, b.X0);
}
