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
            if (i < glyphs.Length && glyphs[i].Char != Glyph.Gap && !(atBlanks && glyphs[i].IsBlank && !BeforeSlash(glyphs, i)))
                continue;
            var part = glyphs[start..i].ToArray();
            if (part.Any(g => !g.IsBlank))
                snippets.Add(new Snippet(part));
            start = i + 1;
        }
        return snippets;
    }

    /// <summary>乙 /0.20: one cell.</summary>
    private static bool BeforeSlash(ReadOnlySpan<Glyph> glyphs, int at) => at > 0 && at + 1 < glyphs.Length && glyphs[at + 1].Char is '/' && TextFold.IsHan(glyphs[at - 1].Char);

    public Snippet Slice(int start, int end) => new(Glyphs[start..end]);
}
