using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Draws recognised pages from lines of text: two blanks and more put a run of its own further right, and a line that begins with ½ or ⅓ stands half a line or a third of one below the one before it.</summary>
static class Drawn
{
    private const int Character = 11;
    private const int LineHeight = 40;

    public static RecognisedPage Page(params string[] rows) => Page(9_950, rows);

    public static RecognisedPage Page(int confidence, params string[] rows)
    {
        var lines = new List<RecognisedLine>();
        var y = 40 - LineHeight;
        foreach (var row in rows)
        {
            y += row[..Math.Min(1, row.Length)] switch { "½" => LineHeight / 2, "⅓" => LineHeight / 3, _ => LineHeight };
            var x = 40;
            foreach (var part in row.Replace('½', ' ').Replace('⅓', ' ').Split("  "))
            {
                var width = part.Sum(c => c < 0x2E80 ? Character : 2 * Character);
                if (part.Trim().Length > 0)
                    lines.Add(Line(part.Trim(), x, y, width, confidence));
                x += width + (2 * Character);
            }
        }
        return new RecognisedPage(1600, 60 + (rows.Length * LineHeight), 0, lines, []);
    }

    /// <summary>The same page photographed turned by quarter turns clockwise.</summary>
    public static RecognisedPage Turned(RecognisedPage page, int quarterTurns)
    {
        (int X, int Y) Turn(int x, int y) => quarterTurns switch { 1 => (page.Height - y, x), 2 => (page.Width - x, page.Height - y), 3 => (y, page.Width - x), _ => (x, y) };
        Quad TurnQuad(Quad q)
        {
            var (a, b, c, d) = (Turn(q.X0, q.Y0), Turn(q.X1, q.Y1), Turn(q.X2, q.Y2), Turn(q.X3, q.Y3));
            return new Quad(a.X, a.Y, b.X, b.Y, c.X, c.Y, d.X, d.Y);
        }
        return page with
        {
            Width = quarterTurns % 2 == 0 ? page.Width : page.Height,
            Height = quarterTurns % 2 == 0 ? page.Height : page.Width,
            Lines = [.. page.Lines.Select(l => l with { Where = TurnQuad(l.Where) })],
        };
    }

    private static RecognisedLine Line(string text, int x, int y, int width, int confidence) =>
        new(text, new Quad(x, y, x + width, y, x + width, y + 24, x, y + 24), new BasisPoints(confidence), []);
}
