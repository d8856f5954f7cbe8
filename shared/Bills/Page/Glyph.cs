namespace Shouwang.Shared.Bills.Page;

/// <summary>One character with its place in the upright page.</summary>
/// <param name="Confidence">In basis points.</param>
/// <param name="Line">Index of the recognised line it comes from, −1 for a gap between lines.</param>
/// <param name="From">Where it begins within that line, in thousandths.</param>
/// <param name="To">Where it ends within that line, in thousandths.</param>
readonly record struct Glyph(char Char, int X0, int X1, int Confidence, int Line, int From, int To)
{
    /// <summary>Stands between two runs of one row that lie apart.</summary>
    public const char Gap = '\u0001';

    public bool IsBlank => Char is ' ' or Gap;

    /// <summary>Whether it is of a number, a day or a code, not of a word.</summary>
    public bool IsFigure => char.IsAsciiLetterOrDigit(Char) || Char is '.' or ',' or '-' or '%' or '¥';

    /// <summary>A character that parts two pieces put together, and stands nowhere on the page.</summary>
    public static Glyph Between(char mark) => new(mark, 0, 0, 10_000, -1, 0, 0);

    /// <summary>The characters in their order, gaps as blanks.</summary>
    public static string Text(ReadOnlySpan<Glyph> glyphs)
    {
        Span<char> text = glyphs.Length <= 256 ? stackalloc char[glyphs.Length] : new char[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
            text[i] = glyphs[i].Char == Gap ? ' ' : glyphs[i].Char;
        return new string(text);
    }

    /// <summary>The characters in their order, without blanks and gaps.</summary>
    public static string Squeezed(ReadOnlySpan<Glyph> glyphs)
    {
        Span<char> text = glyphs.Length <= 256 ? stackalloc char[glyphs.Length] : new char[glyphs.Length];
        var length = 0;
        foreach (var glyph in glyphs)
        {
            if (!glyph.IsBlank)
                text[length++] = glyph.Char;
        }
        return new string(text[..length]);
    }
}

/// <summary>One recognised line in the upright, levelled page.</summary>
/// <param name="Y">Middle of the line after levelling, so that all runs of one printed row share it.</param>
sealed record Run(Glyph[] Glyphs, int X0, int X1, int Y, int Height)
{
    public string Text => Glyph.Text(Glyphs);
}
