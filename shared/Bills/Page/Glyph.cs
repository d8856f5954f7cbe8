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
}

/// <summary>One recognised line in the upright, levelled page.</summary>
/// <param name="Y">Middle of the line after levelling, so that all runs of one printed row share it.</param>
sealed record Run(Glyph[] Glyphs, int X0, int X1, int Y, int Height)
{
    public string Text => string.Concat(Glyphs.Select(g => g.Char));
}
