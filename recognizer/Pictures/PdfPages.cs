using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Pictures;

/// <summary>
/// The pages of a PDF as pictures (PDF 页面), drawn by Poppler. Its layer of text is not used: what a person sees on the page is what is read, and an invisible text behind it is worth nothing.
/// </summary>
static partial class PdfPages
{
    /// <summary>More pages than this are not read.</summary>
    public const int MostPages = 20;

    /// <summary>Pages whose drawing takes longer than this together are not read: others wait behind them.</summary>
    static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    const int DotsPerInch = 200;
    const int LongestSide = 6000;
    const int LongestOfLong = 16_000;
    const double MostPixels = 12_000_000;
    const double CoveredShare = 0.7;

    public static bool IsReadHere { get; } = OutsideProgram.IsInstalled("pdfinfo") && OutsideProgram.IsInstalled("pdftoppm") && OutsideProgram.IsInstalled("pdfimages");

    /// <summary>One page after the other, each drawn when it is asked for.</summary>
    /// <exception cref="PictureRefusedException">The file is damaged, locked, has too many pages, or is drawn for too long.</exception>
    public static IAsyncEnumerable<Picture> DrawAsync(string path, CancellationToken stop) => DrawAsync(path, s_longest, stop);

    internal static async IAsyncEnumerable<Picture> DrawAsync(string path, TimeSpan longest, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0;
        var drawn = TimeSpan.Zero;
        foreach (var (width, height) in await SizesAsync(path, stop))
        {
            if (drawn > longest)
                throw Failed("");
            var began = Stopwatch.GetTimestamp();
            var picture = await DrawAsync(path, ++number, width, height, stop);
            drawn += Stopwatch.GetElapsedTime(began);
            yield return picture;
        }
    }

    /// <summary>One page alone; null where there is none of that number.</summary>
    /// <exception cref="PictureRefusedException">The file is damaged, locked, or has too many pages.</exception>
    public static async Task<Picture?> DrawAsync(string path, int number, CancellationToken stop)
    {
        var sizes = await SizesAsync(path, stop);
        return number < 1 || number > sizes.Count ? null : await DrawAsync(path, number, sizes[number - 1].Width, sizes[number - 1].Height, stop);
    }

    /// <summary>The pages that a scanner or a camera made: pictures cover most of them.</summary>
    /// <exception cref="PictureRefusedException">The file is damaged, locked, or has too many pages.</exception>
    public static async Task<IReadOnlyList<int>> ScannedAsync(string path, CancellationToken stop)
    {
        var sizes = await SizesAsync(path, stop);
        var told = Encoding.UTF8.GetString(await OutsideProgram.RunAsync("pdfimages", ["-list", path], Failed, stop));
        var covered = ImageLine().Matches(told).ToLookup(
            match => int.Parse(match.Groups["page"].Value, CultureInfo.InvariantCulture),
            match => Number(match.Groups["width"].Value) / Number(match.Groups["x"].Value) * (Number(match.Groups["height"].Value) / Number(match.Groups["y"].Value)));
        return [.. Enumerable.Range(1, sizes.Count).Where(page => covered[page].Sum() * 72 * 72 >= CoveredShare * sizes[page - 1].Width * sizes[page - 1].Height)];
    }

    static async Task<Picture> DrawAsync(string path, int number, double width, double height, CancellationToken stop)
    {
        var page = number.ToString(CultureInfo.InvariantCulture);
        var side = Math.Clamp((int)LongerSide(width, height), 200, LongPicture.Is((int)width, (int)height) ? LongestOfLong : LongestSide).ToString(CultureInfo.InvariantCulture);
        return Ppm(await OutsideProgram.RunAsync("pdftoppm", ["-q", "-f", page, "-l", page, "-scale-to", side, path], Failed, stop));
    }

    /// <summary>How long the longer side is drawn, so that small print can be read and no page, whatever size it claims, is too large.</summary>
    internal static double LongerSide(double width, double height)
    {
        var (longer, shorter) = (Math.Max(width, height), Math.Max(1, Math.Min(width, height)));
        return Math.Min(longer * DotsPerInch / 72, Math.Sqrt(MostPixels * longer / shorter));
    }

    static async Task<List<(double Width, double Height)>> SizesAsync(string path, CancellationToken stop)
    {
        var told = Encoding.UTF8.GetString(await OutsideProgram.RunAsync("pdfinfo", ["-f", "1", "-l", (MostPages + 1).ToString(CultureInfo.InvariantCulture), path], Failed, stop));
        var sizes = PageSize().Matches(told).Select(match => (Number(match.Groups["width"].Value), Number(match.Groups["height"].Value))).ToList();
        if (sizes.Count == 0)
            throw Failed("");
        return sizes.Count <= MostPages ? sizes : throw new PictureRefusedException(PictureRefusal.TooManyPages, $"The PDF has more than {MostPages} pages, which are read at most. Send it in parts.");
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    static PictureRefusedException Failed(string complaints) => complaints.Contains("Incorrect password", StringComparison.Ordinal)
        ? new(PictureRefusal.Locked, "The PDF is locked with a password. Send it without one.")
        : new(PictureRefusal.NotReadable, "The PDF is corrupted or its pages cannot be drawn.");

    /// <summary>Three bytes a pixel after a short head: "P6", width, height, 255.</summary>
    static Picture Ppm(byte[] file)
    {
        var head = PpmHead().Match(Encoding.ASCII.GetString(file, 0, Math.Min(64, file.Length)));
        if (!head.Success)
            throw Failed("");
        var (width, height) = ((int)Number(head.Groups["width"].Value), (int)Number(head.Groups["height"].Value));
        if (width < 1 || height < 1 || file.Length - head.Length < (long)width * height * 3)
            throw Failed("");
        var picture = Picture.Blank(width, height);
        var colours = file.AsSpan(head.Length);
        for (var i = 0; i < picture.Pixels.Length; i++)
            picture.Pixels[i] = Picture.Pixel(colours[3 * i], colours[(3 * i) + 1], colours[(3 * i) + 2]);
        return picture;
    }

    [GeneratedRegex(@"^Page +\d+ size: +(?<width>[0-9.]+(e[+][0-9]+)?) x (?<height>[0-9.]+(e[+][0-9]+)?) pts", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PageSize();

    /// <summary>page, number, type, width, height, colour, components, bits, encoding, interpolated, object and its generation, dots an inch across and down.</summary>
    [GeneratedRegex(@"^ *(?<page>\d+) +\d+ +image +(?<width>\d+) +(?<height>\d+) +\S+ +\d+ +\d+ +\S+ +\S+ +(\[inline\]|\d+ +\d+) +(?<x>[1-9]\d*) +(?<y>[1-9]\d*) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex ImageLine();

    [GeneratedRegex(@"\AP6\s+(?<width>\d{1,5})\s+(?<height>\d{1,5})\s+255\s", RegexOptions.ExplicitCapture)]
    private static partial Regex PpmHead();
}
