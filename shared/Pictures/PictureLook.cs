namespace Shouwang.Shared.Pictures;

/// <summary>A first look at a photo (初看): its faults, told at once so that the person can take it again while the paper still lies there. No photo is turned away for them.</summary>
public static class PictureLook
{
    private const int DarkPaper = 75;
    private const int BrightPaper = 235;
    private const int PaleInk = 50;
    private const int MuchGlare = 50;
    private const int Soft = 30;
    private const int SmallLetters = 7;
    private const int LinesCut = 2; // lines that run into the left or right edge
    private const int LettersCut = 8; // pieces of a line that the upper or lower edge runs through

    /// <summary>The faults of a file's picture, as the person who took it sees it; none where the file is not looked into here.</summary>
    public static IReadOnlyList<PictureFault> Faults(ReadOnlyMemory<byte> file) => Seen(file) ?? [];

    /// <summary>The same; null where the file is not looked into here, so that somebody else may.</summary>
    public static IReadOnlyList<PictureFault>? Seen(ReadOnlyMemory<byte> file) =>
        GreyPicture.From(file) is { } picture ? Judge(PictureMeasures.Of(picture), picture, ExifOrientation.Of(file.Span)) : null;

    /// <summary>The faults of a picture that was measured.</summary>
    /// <param name="orientation">How it must be turned to stand as its taker saw it.</param>
    public static IReadOnlyList<PictureFault> Judge(PictureMeasures measured, GreyPicture picture, Orientation orientation)
    {
        List<PictureFault> faults = [];
        if (measured.InkBlocks < LetterBlocks.Few)
            return faults;
        if (measured.Paper < DarkPaper)
            faults.Add(PictureFault.TooDark);
        else if (measured.Paper > BrightPaper && measured.Contrast < PaleInk)
            faults.Add(PictureFault.TooBright);
        if (measured.Glare > MuchGlare && measured.Contrast > PaleInk)
            faults.Add(PictureFault.Glare);
        if (measured.Steepness < Soft)
            faults.Add(PictureFault.Blurred);
        else if (LongPicture.Scale(picture.Width, picture.Height) is var (looked, of) && measured.LetterHeight > 0 && measured.LetterHeight * looked / of < SmallLetters)
            faults.Add(PictureFault.TooFar);
        if (measured.Steepness >= Soft)
            faults.AddRange(Cut(measured, orientation));
        return faults;
    }

    private static IEnumerable<PictureFault> Cut(PictureMeasures measured, Orientation orientation)
    {
        var (left, right, top, bottom) = measured.Cut;
        bool[] cut = [top >= LettersCut, right >= LinesCut, bottom >= LettersCut, left >= LinesCut]; // clockwise
        var turns = orientation switch { Orientation.QuarterTurn => 1, Orientation.HalfTurn => 2, Orientation.ThreeQuarterTurn => 3, _ => 0 };
        PictureFault[] sides = [PictureFault.CutTop, PictureFault.CutRight, PictureFault.CutBottom, PictureFault.CutLeft];
        return sides.Where((_, side) => cut[(side + 4 - turns) % 4]);
    }
}
