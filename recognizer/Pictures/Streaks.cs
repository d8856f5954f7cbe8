using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Pictures;

/// <summary>
/// Thin upright streaks from the upper edge of the paper to the lower (复印条纹、折痕), through whatever is printed there: a copier or a scanner draws them, and folding leaves them.
/// They look like rules of a table, so figures would be read in two pieces; but no rule begins above the first line of text and ends below the last.
/// </summary>
static class Streaks
{
    const int Dark = 12; // of 255, darker than both sides
    const int BandRows = 16;
    const float OfBand = 0.6f; // of a band's rows: within strokes of letters a streak does not show
    const float OfBands = 0.8f;
    const float Beyond = 1; // heights of a line that a streak goes on above and below all text
    const float Steepest = 0.06f;
    const int Kinked = 60; // folded paper lies in two planes: so many parts of the page's width that a crease may be out of line
    const float OfDarkest = 0.25f;
    const float Doubtful = 0.9f;
    const float Beside = 0.75f; // heights of a line to either side in which a character may have lost a stroke, or be lost
    const int Narrow = 350; // a streak and the paper on either side take so many parts of the page's width at most

    /// <summary>The streaks that run through a line of text; nothing where there is none.</summary>
    public static List<Streak> Find(Picture picture, IReadOnlyList<TextBox> boxes)
    {
        if (boxes.Count == 0)
            return [];
        var height = boxes.Select(box => box.Height).Order().ElementAt(boxes.Count / 2);
        var (top, bottom) = ((int)(boxes.Min(box => box.Top) - (Beyond * height)), (int)(boxes.Max(box => box.Bottom) + (Beyond * height)));
        if (top < 0 || bottom > picture.Height || bottom - top < 4 * BandRows)
            return [];
        var reach = Reach(picture);
        var bands = Bands(picture, top, bottom, reach);
        List<Streak> streaks = [];
        for (var x = reach; x < picture.Width - reach; x++)
        {
            if (!bands[0][x] || streaks.Exists(streak => MathF.Abs(streak.At(0) - x) <= 2 * reach))
                continue;
            if (Follow(bands, x, reach, picture.Width / Kinked) is { } places && new Streak(top, BandRows, places) is var found && boxes.Any(box => found.Crosses(box)))
                streaks.Add(found with { Half = Half(picture, found, reach) });
        }
        return streaks;
    }

    /// <summary>The same picture without the streaks: made as much lighter as they are dark, so that figures under a faint crease stay; under a black streak there is paper then, or what stands on both sides.</summary>
    public static Picture Without(Picture picture, IReadOnlyList<Streak> streaks)
    {
        var clean = new Picture(picture.Width, picture.Height, (uint[])picture.Pixels.Clone());
        foreach (var streak in streaks)
        {
            var darkness = Darkness(picture, streak);
            for (var y = 0; y < picture.Height; y++)
                Lighten(clean.Row(y), (int)MathF.Round(streak.On(y)), darkness);
        }
        return clean;
    }

    /// <summary>How much darker than the paper on both sides a streak is at most places, from one side to the other; most of its length is paper.</summary>
    static int[] Darkness(Picture picture, Streak streak)
    {
        var reach = streak.Half + 1;
        var seen = new List<int>[(2 * reach) + 1];
        for (var i = 0; i < seen.Length; i++)
            seen[i] = [];
        for (var y = streak.Top; y < Math.Min(picture.Height, streak.Top + (streak.Places.Count * BandRows)); y++)
        {
            var row = picture.Row(y);
            var at = (int)MathF.Round(streak.On(y));
            if (at < reach || at >= row.Length - reach)
                continue;
            for (var i = 0; i < seen.Length; i++)
                seen[i].Add((int)float.Lerp(Picture.Green(row[at - reach]), Picture.Green(row[at + reach]), (float)i / (seen.Length - 1)) - Picture.Green(row[at - reach + i]));
        }
        return [.. seen.Select(differences => differences.Count == 0 ? 0 : Math.Max(0, differences.Order().ElementAt(differences.Count / 2)))];
    }

    /// <summary>What stands right beside a streak is less sure: it may have taken a thin stroke, or a whole character.</summary>
    public static List<ReadLine> Doubt(List<ReadLine> lines, IReadOnlyList<Streak> streaks) => lines.ConvertAll(line =>
        streaks.FirstOrDefault(streak => streak.On(line.Box.Centre.Y) is var x && x > line.Box.Left && x < line.Box.Right) is { } streak
            ? line with { Characters = [.. line.Characters.Select(c => MathF.Abs(streak.On(line.Box.Centre.Y) - float.Lerp(line.Box.TopLeft.X, line.Box.TopRight.X, c.Position)) <= Beside * line.Box.Height ? c with { Probability = Math.Min(c.Probability, Doubtful) } : c)] }
            : line);

    /// <summary>How many pixels to either side of its middle it is dark.</summary>
    static int Half(Picture picture, Streak streak, int reach)
    {
        var darkness = new long[reach];
        for (var y = streak.Top; y < streak.Top + (streak.Places.Count * BandRows); y++)
        {
            var row = picture.Row(y);
            var at = (int)MathF.Round(streak.On(y));
            if (at < reach || at >= row.Length - reach)
                continue;
            for (var aside = 0; aside < reach; aside++)
            {
                foreach (var x in (ReadOnlySpan<int>)[at - aside, at + aside])
                    darkness[aside] += Math.Max(0, Math.Min(Picture.Green(row[at - reach]), Picture.Green(row[at + reach])) - Picture.Green(row[x]));
            }
        }
        var half = 0;
        while (half + 1 < reach && darkness[half + 1] > OfDarkest * darkness[0])
            half++;
        return half;
    }

    static int Reach(Picture picture) => Math.Max(3, picture.Width / Narrow);

    /// <summary>For each band of rows, the columns darker than both sides in most of its rows.</summary>
    static bool[][] Bands(Picture picture, int top, int bottom, int reach)
    {
        var bands = new bool[(bottom - top) / BandRows][];
        Parallel.For(0, bands.Length, band =>
        {
            var counts = new int[picture.Width];
            for (var y = top + (band * BandRows); y < top + ((band + 1) * BandRows); y++)
            {
                var row = picture.Row(y);
                for (var x = reach; x < row.Length - reach; x++)
                    counts[x] += Math.Min(Picture.Green(row[x - reach]), Picture.Green(row[x + reach])) - Picture.Green(row[x]) >= Dark ? 1 : 0;
            }
            bands[band] = Array.ConvertAll(counts, count => count >= OfBand * BandRows);
        });
        return bands;
    }

    /// <summary>Where a streak that begins here lies in each band; nothing where none goes straight on to the last.</summary>
    static float[]? Follow(bool[][] bands, int start, int reach, int kink)
    {
        var places = new float[bands.Length];
        var (at, seen, last) = (start, 0, 0);
        for (var band = 0; band < bands.Length; band++)
        {
            // Where it was lost, it may have moved on meanwhile.
            var next = Nearest(bands[band], at, Math.Min(reach, 1 + (int)(Steepest * BandRows * (band - last))));
            if (next is { } found)
                (at, seen, last) = (found, seen + 1, band);
            places[band] = at;
            if (seen < (OfBands * (band + 1)) - (bands.Length / 10f))
                return null;
        }
        return seen >= OfBands * bands.Length && bands.Length - last <= 2 && IsStraight(places, kink) ? places : null;
    }

    static int? Nearest(bool[] band, int at, int within)
    {
        for (var aside = 0; aside <= within; aside++)
        {
            if (at - aside >= 0 && band[at - aside])
                return at - aside;
            if (at + aside < band.Length && band[at + aside])
                return at + aside;
        }
        return null;
    }

    static bool IsStraight(float[] places, int kink) =>
        MathF.Abs(places[^1] - places[0]) <= Steepest * BandRows * places.Length
        && Enumerable.Range(0, places.Length).All(i => MathF.Abs(places[i] - float.Lerp(places[0], places[^1], (float)i / (places.Length - 1))) <= kink);

    /// <summary>Lighter by the streak's darkness, no lighter than the paper between its two sides.</summary>
    static void Lighten(Span<uint> row, int at, int[] darkness)
    {
        var reach = darkness.Length / 2;
        var (left, right) = (Math.Max(0, at - reach), Math.Min(row.Length - 1, at + reach));
        var (from, to) = (row[left], row[right]);
        for (var x = left + 1; x < right; x++)
        {
            var (share, lighter) = ((float)(x - left) / (right - left), darkness[x - at + reach]);
            var between = Picture.Pixel(Mix(Picture.Red(from), Picture.Red(to), share), Mix(Picture.Green(from), Picture.Green(to), share), Mix(Picture.Blue(from), Picture.Blue(to), share));
            if (Picture.Green(between) > Picture.Green(row[x]))
                row[x] = Picture.Pixel(Math.Min(Picture.Red(between), Picture.Red(row[x]) + lighter), Math.Min(Picture.Green(between), Picture.Green(row[x]) + lighter), Math.Min(Picture.Blue(between), Picture.Blue(row[x]) + lighter));
        }
    }

    static int Mix(int from, int to, float share) => (int)float.Lerp(from, to, share);
}

/// <summary>One streak: its column in the middle of each band of rows from <paramref name="Top"/> on.</summary>
sealed record Streak(int Top, int BandRows, IReadOnlyList<float> Places)
{
    /// <summary>How many pixels to either side of its middle it is dark.</summary>
    public int Half { get; init; }

    /// <param name="band">Bands from the middle of the first one; before it and after the last the streak goes on as it ran.</param>
    public float At(float band)
    {
        var last = Places.Count - 1;
        if (band < 0 || band > last)
            return Places[band < 0 ? 0 : last] + ((Places[last] - Places[0]) / last * (band < 0 ? band : band - last));
        var node = Math.Min((int)band, last - 1);
        return float.Lerp(Places[node], Places[node + 1], band - node);
    }

    /// <summary>Its column on a row of the picture.</summary>
    public float On(float y) => At((y - Top - (BandRows / 2f)) / BandRows);

    /// <summary>Whether it runs through a line of text, not only along its ends.</summary>
    public bool Crosses(TextBox box) => On(box.Centre.Y) is var x && x > box.Left + (box.Height / 2) && x < box.Right - (box.Height / 2);
}
