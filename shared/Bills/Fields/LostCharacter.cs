using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Room for one more character between two that stand side by side, where all others touch (漏认的字): a rare one was not found, and every other is sure.</summary>
static class LostCharacter
{
    private const int Fewest = 5;

    public static bool Likely(IReadOnlyList<Glyph> glyphs)
    {
        List<(Glyph Left, Glyph Right)> pairs = [.. glyphs.Zip(glyphs.Skip(1)).Where(p => TextFold.IsHan(p.First.Char) && TextFold.IsHan(p.Second.Char) && p.First.Line == p.Second.Line)];
        // 史 兰: a name of three may have lost its middle, one of two may be printed apart.
        if (pairs is [var only] && glyphs.Count(g => !g.IsBlank) == 2)
            return (only.Right.X0 - only.Left.X1) * 10 >= (only.Left.X1 - only.Left.X0) * 6;
        if (pairs.Count < Fewest)
            return false;
        var width = pairs.Select(p => p.Left.X1 - p.Left.X0).Order().ElementAt(pairs.Count / 2);
        List<int> apart = [.. pairs.Select(p => p.Right.X0 - p.Left.X1).OrderDescending()];
        return apart[0] * 10 >= width * 6 && apart[1] * 10 <= width * 3;
    }
}
