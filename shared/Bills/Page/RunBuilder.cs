namespace Shouwang.Shared.Bills.Page;

/// <summary>Lines of a recognised page → runs of glyphs.</summary>
static class RunBuilder
{
    /// <summary>Into how many straight parts a line is cut that bends.</summary>
    private const int StraightParts = 4;

    public static IReadOnlyList<Run> Build(RecognisedPage page)
    {
        var upright = Upright.Of(page);
        var lines = page.Lines.Select((line, index) => (line, index, corners: Corners(line.Where, upright))).Where(l => l.line.Text.Length > 0).ToList();
        var pieces = lines.ConvertAll(l => Pieces(l.line, l.corners, upright));
        var leveller = Leveller.Of([.. pieces.SelectMany(piece => piece)], upright.TurnedHeight);
        return Plumb.Set([.. lines.Zip(pieces, (l, own) => ToRun(l.line, l.index, l.corners, own, leveller, upright))]);
    }

    /// <summary>The straight pieces of a line: itself, or so many words each of one that bends, which is much higher than its words are.</summary>
    private static Baseline[] Pieces(RecognisedLine line, (int X0, int Y0, int X1, int Y1, int Height) c, Upright upright)
    {
        if (line.Words.Count >= 2 * StraightParts)
        {
            var words = line.Words.Select(word => Corners(word.Where, upright)).ToList();
            var height = words.Select(w => w.Height).Order().ElementAt(words.Count / 2);
            if (c.Height * 10 > height * 13)
                return [.. words.Chunk(words.Count / StraightParts).Select(part => new Baseline(part[0].X0, part[0].Y0, part[^1].X1, part[^1].Y1, height, false))];
        }
        return [new Baseline(c.X0, c.Y0, c.X1, c.Y1, c.Height, IsLabelled(line.Text))];
    }

    /// <summary>姓名：王芳, 住院12天.</summary>
    private static bool IsLabelled(string text) => text.AsSpan(1).TrimEnd(":：").IndexOfAny(":：") >= 0 || (text.Any(TextFold.IsHan) && text.Any(char.IsAsciiDigit));

    /// <summary>Left and right middle of a line and its height, upright.</summary>
    private static (int X0, int Y0, int X1, int Y1, int Height) Corners(Quad q, Upright upright)
    {
        var (a, b, c, d) = (upright.Map(q.X0, q.Y0), upright.Map(q.X1, q.Y1), upright.Map(q.X2, q.Y2), upright.Map(q.X3, q.Y3));
        var height = Math.Max(1, (Math.Abs(d.Y - a.Y) + Math.Abs(c.Y - b.Y)) / 2);
        return ((a.X + d.X) / 2, (a.Y + d.Y) / 2, Math.Max((a.X + d.X) / 2 + 1, (b.X + c.X) / 2), (b.Y + c.Y) / 2, height);
    }

    private static Run ToRun(RecognisedLine line, int index, (int X0, int Y0, int X1, int Y1, int Height) c, Baseline[] pieces, Leveller leveller, Upright upright)
    {
        var text = TextFold.Fold(line.Text);
        var shares = ByWords(line, c.X0, c.X1, upright) ?? ByWidth(text);
        var glyphs = new Glyph[text.Length];
        var confidences = Confidences(line);
        for (var i = 0; i < text.Length; i++)
        {
            var (from, to) = shares[i];
            glyphs[i] = new Glyph(text[i], At(c, from), At(c, to), confidences[i], index, from, to);
        }
        var levels = pieces.Select(piece => leveller.Level((piece.X0 + piece.X1) / 2, (piece.Y0 + piece.Y1) / 2)).Order().ToList();
        return new Run(glyphs, c.X0, c.X1, levels[levels.Count / 2], pieces[0].Height);
    }

    private static int At((int X0, int Y0, int X1, int Y1, int Height) c, int share) => c.X0 + (int)((long)(c.X1 - c.X0) * share / 1000);

    private static int[] Confidences(RecognisedLine line)
    {
        var all = Enumerable.Repeat(line.Confidence.Value, line.Text.Length).ToArray();
        var at = 0;
        foreach (var word in line.Words)
        {
            var found = line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0 || word.Text.Length == 0)
                continue;
            Array.Fill(all, word.Confidence.Value, found, word.Text.Length);
            at = found + word.Text.Length;
        }
        return all;
    }

    /// <summary>Places of the characters by the words' own places, null where the words do not spell the line.</summary>
    private static (int From, int To)[]? ByWords(RecognisedLine line, int x0, int x1, Upright upright)
    {
        if (line.Words.Count == 0)
            return null;
        var shares = new (int From, int To)[line.Text.Length];
        var at = 0;
        int Share(int x) => (int)Math.Clamp((long)(x - x0) * 1000 / Math.Max(1, x1 - x0), 0, 1000);
        foreach (var word in line.Words)
        {
            var found = word.Text.Length == 0 ? -1 : line.Text.IndexOf(word.Text, at, StringComparison.Ordinal);
            if (found < 0)
                return null;
            var c = Corners(word.Where, upright);
            var (from, to) = (Share(c.X0), Share(c.X1));
            for (var i = at; i < found; i++)
                shares[i] = (at == 0 ? 0 : shares[at - 1].To, from);
            for (var i = 0; i < word.Text.Length; i++)
                shares[found + i] = (from + ((to - from) * i / word.Text.Length), from + ((to - from) * (i + 1) / word.Text.Length));
            at = found + word.Text.Length;
        }
        for (var i = at; i < shares.Length; i++)
            shares[i] = (1000, 1000);
        return shares;
    }

    private static (int From, int To)[] ByWidth(string text)
    {
        static int Width(char c) => c < 0x2E80 ? (c is '.' or ',' or ':' or '-' or ' ' ? 3 : 5) : 9;
        var total = Math.Max(1, text.Sum(Width));
        var shares = new (int From, int To)[text.Length];
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var from = sum * 1000 / total;
            sum += Width(text[i]);
            shares[i] = (from, sum * 1000 / total);
        }
        return shares;
    }
}
