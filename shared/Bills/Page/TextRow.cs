namespace Shouwang.Shared.Bills.Page;

/// <summary>Runs that stand on one printed row, as one string of glyphs from left to right.</summary>
sealed class TextRow
{
    /// <summary>A character that a box shows in part is read less surely than this.</summary>
    private const int HalfSeen = 9_800;

    /// <summary>So many rows begun last may still be joined by a run.</summary>
    private const int MostOpen = 6;

    private TextRow(IReadOnlyList<Run> runs)
    {
        Runs = runs;
        Y = runs.Sum(r => r.Y) / runs.Count;
        Height = runs.Select(r => r.Height).Order().ElementAt(runs.Count / 2);
        var glyphs = new List<Glyph>();
        foreach (var run in runs)
        {
            var own = run.Glyphs.AsSpan();
            if (Overlapping(glyphs, run) is > 1 and var twice)
            {
                glyphs.AddRange(own[twice..]);
                continue;
            }
            if (Twice(glyphs, run))
            {
                // A word of Chinese goes on in the next box; figures may end in one and begin in the other.
                if (Belongs(glyphs) && (own.Length == 1 || TextFold.IsHan(own[0].Char)))
                {
                    glyphs.AddRange(own[1..]);
                    continue;
                }
                if (Belongs(glyphs))
                    own = own[1..];
                else
                    glyphs.RemoveAt(glyphs.Count - 1);
            }
            else if (Misread(glyphs, run) is { } first)
            {
                if (first)
                    own = own[1..];
                else
                    glyphs.RemoveAt(glyphs.Count - 1);
            }
            if (glyphs.Count > 0)
                glyphs.Add(new Glyph(Glyph.Gap, glyphs[^1].X1, Math.Max(run.X0, glyphs[^1].X1), 10_000, -1, 0, 0));
            glyphs.AddRange(own);
        }
        Glyphs = [.. glyphs];
        (Text, Plain, Squeezed) = (string.Concat(glyphs.Select(g => g.Char)), Glyph.Text(Glyphs), Glyph.Squeezed(Glyphs));
    }

    private TextRow(TextRow whole, Glyph[] glyphs)
    {
        (Runs, Y, Height, Glyphs) = (whole.Runs, whole.Y, whole.Height, glyphs);
        (Text, Plain, Squeezed) = (string.Concat(glyphs.Select(g => g.Char)), Glyph.Text(glyphs), whole.Squeezed);
    }

    public IReadOnlyList<Run> Runs { get; }

    public Glyph[] Glyphs { get; }

    /// <summary>One character per glyph; runs lie apart by <see cref="Glyph.Gap"/>.</summary>
    public string Text { get; }

    /// <summary>As <see cref="Text"/>, with blanks for gaps.</summary>
    public string Plain { get; }

    /// <summary>Without blanks and gaps.</summary>
    public string Squeezed { get; }

    public int Y { get; }

    public int Height { get; }

    public static IReadOnlyList<TextRow> Group(IReadOnlyList<Run> runs)
    {
        var open = new List<List<Run>>();
        foreach (var run in runs.OrderBy(r => r.Y).ThenBy(r => r.X0))
        {
            // Boxes of one row never overlap from left to right; a run over another belongs to the next row.
            var row = open.Skip(open.Count - MostOpen).Reverse()
                .Where(r => Math.Abs(Middle(r) - run.Y) * 10 <= 5 * Math.Min(run.Height, r.Max(x => x.Height)) && r.TrueForAll(other => Overlap(other, run) * 2 < Math.Min(other.X1 - other.X0, run.X1 - run.X0) || Begins(other, run) || Begins(run, other)))
                .MinBy(r => Math.Abs(Middle(r) - run.Y));
            if (row is null)
                open.Add([run]);
            else
                row.Add(run);
        }
        return [.. open.Select(r => new TextRow([.. r.OrderBy(x => x.X0)])).OrderBy(r => r.Y)];
    }

    /// <summary>The same row with these characters.</summary>
    public TextRow With(Glyph[] glyphs) => new(this, glyphs);

    /// <summary>How many characters two boxes of one word both show: 个人自, 人自负合计.</summary>
    private static int Overlapping(List<Glyph> row, Run next)
    {
        if (row.Count == 0 || row[^1].X1 <= next.X0)
            return 0;
        for (var length = Math.Min(4, Math.Min(row.Count, next.Glyphs.Length - 1)); length > 1; length--)
        {
            if (Enumerable.Range(0, length).All(i => row[row.Count - length + i].Char == next.Glyphs[i].Char && TextFold.IsHan(next.Glyphs[i].Char)))
                return length;
        }
        return 0;
    }

    /// <summary>Boxes that overlap show the character between them twice.</summary>
    private static bool Twice(List<Glyph> row, Run next) =>
        // 427.00 | 0%: a share has its own nought.
        row.Count > 0 && next.Glyphs is not [_, { Char: '%' }] && (next.Glyphs.Length > 1 || TextFold.IsHan(row[^1].Char)) && row[^1].Char == next.Glyphs[0].Char && (row[^1].X0 + row[^1].X1) / 2 >= next.X0 - (next.Height / 4);

    /// <summary>The character between overlapping boxes was read differently in each: whether the second reading is the worse one; null where there are two characters.</summary>
    private static bool? Misread(List<Glyph> row, Run next)
    {
        if (row.Count < 2 || next.Glyphs.Length < 2)
            return null;
        var (last, first) = (row[^1], next.Glyphs[0]);
        var within = Math.Min(last.X1, first.X1) - Math.Max(last.X0, first.X0);
        return TextFold.IsHan(last.Char) && TextFold.IsHan(first.Char) && last.Line != first.Line && within * 10 >= Math.Min(last.X1 - last.X0, first.X1 - first.X0) * 6 && Math.Min(last.Confidence, first.Confidence) < HalfSeen
            ? first.Confidence < last.Confidence : null;
    }

    /// <summary>Whether the last character continues its own word: the last 3 of 2033, not that of 身份证号3.</summary>
    private static bool Belongs(List<Glyph> row) => row.Count > 1 && char.IsAsciiLetterOrDigit(row[^1].Char) == char.IsAsciiLetterOrDigit(row[^2].Char);

    /// <summary>The 一 of 一次性 in a box of its own, drawn over the beginning of the next.</summary>
    private static bool Begins(Run first, Run rest) =>
        first.Glyphs is [{ Char: '一' }] && rest.Glyphs is [{ Char: '次' }, _, ..] && first.X0 < rest.X0 && Math.Abs(first.Y - rest.Y) * 10 <= 5 * rest.Height;

    private static int Middle(List<Run> row) => row.Sum(r => r.Y) / row.Count;

    private static int Overlap(Run a, Run b) => Math.Min(a.X1, b.X1) - Math.Max(a.X0, b.X0);
}
