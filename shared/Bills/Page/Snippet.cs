namespace Shouwang.Shared.Bills.Page;

/// <summary>Some glyphs that stand together, one value or one table cell.</summary>
readonly record struct Snippet(Glyph[] Glyphs)
{
    public string Text => Glyph.Text(Glyphs).Trim();

    public int X0 => Glyphs[0].X0;

    public int X1 => Glyphs[^1].X1;

    public int Middle => (X0 + X1) / 2;

    /// <summary>The least sure of its characters, in basis points; a currency sign says nothing.</summary>
    public int Confidence => Glyphs.Where(g => !g.IsBlank && g.Char is not '¥').Select(g => g.Confidence).DefaultIfEmpty(0).Min();

    /// <summary>Splits a row's glyphs into snippets, where runs lie apart and, when asked, at blanks.</summary>
    public static IReadOnlyList<Snippet> Split(ReadOnlySpan<Glyph> glyphs, bool atBlanks = false)
    {
        var snippets = new List<Snippet>();
        var start = 0;
        for (var i = 0; i <= glyphs.Length; i++)
        {
            if (i < glyphs.Length && glyphs[i].Char != Glyph.Gap && !(atBlanks && glyphs[i].IsBlank && !BeforeSlash(glyphs, i) && !BehindPoint(glyphs, i)))
                continue;
            var part = glyphs[start..i].ToArray();
            if (atBlanks && Enumerable.Range(0, part.Length).Any(at => part[at].IsBlank && BehindPoint(part, at)))
                part = [.. part.Where((glyph, at) => !glyph.IsBlank || !BehindPoint(part, at))];
            if (part.Any(g => !g.IsBlank))
                snippets.Add(new Snippet(part));
            start = i + 1;
        }
        return snippets;
    }

    /// <summary>乙 /0.20: one cell.</summary>
    private static bool BeforeSlash(ReadOnlySpan<Glyph> glyphs, int at) => at > 0 && at + 1 < glyphs.Length && glyphs[at + 1].Char is '/' && TextFold.IsHan(glyphs[at - 1].Char);

    /// <summary>90. 60: type in which the point is as wide as a figure leaves a blank behind it. 1. 10%葡萄糖 is a number and a name.</summary>
    private static bool BehindPoint(ReadOnlySpan<Glyph> glyphs, int at) =>
        at > 1 && glyphs[at - 1].Char is '.' && char.IsAsciiDigit(glyphs[at - 2].Char) && at + 2 < glyphs.Length && char.IsAsciiDigit(glyphs[at + 1].Char) && char.IsAsciiDigit(glyphs[at + 2].Char)
        && (at + 3 == glyphs.Length || glyphs[at + 3].IsBlank);

    public Snippet Slice(int start, int end) => new(Glyphs[start..end]);
}
