using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Page;

/// <summary>A recognised page made ready for reading: upright, levelled, folded.</summary>
sealed class PageText
{
    private readonly RecognisedPage _page;

    private PageText(RecognisedPage page) => (_page, Runs) = (page, RunBuilder.Build(page));

    public IReadOnlyList<Run> Runs { get; }

    public static PageText Of(RecognisedPage page) => new(page);

    /// <summary>Mean confidence of all lines, each counted by its length.</summary>
    public BasisPoints MeanConfidence
    {
        get
        {
            long sum = 0, count = 0;
            foreach (var line in _page.Lines)
            {
                sum += (long)line.Confidence.Value * line.Text.Length;
                count += line.Text.Length;
            }
            return new BasisPoints(count == 0 ? 0 : (int)(sum / count));
        }
    }

    /// <summary>Where some characters of one row stand on the picture.</summary>
    public Quad? Where(IEnumerable<Glyph> glyphs)
    {
        var parts = glyphs.Where(g => g.Line >= 0 && !g.IsBlank).GroupBy(g => g.Line)
            .Select(g => Upright.Part(_page.Lines[g.Key].Where, g.Min(x => x.From), g.Max(x => x.To))).ToList();
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => Around(parts),
        };
    }

    private static Quad Around(List<Quad> parts)
    {
        var (left, top, right, bottom) = (parts.Min(p => p.Left), parts.Min(p => p.Top), parts.Max(p => p.Right), parts.Max(p => p.Bottom));
        return new Quad(left, top, right, top, right, bottom, left, bottom);
    }
}
