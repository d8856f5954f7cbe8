namespace Shouwang.Shared.Pictures;

/// <summary>What can be measured of a photo before anything is read on it (照片指标), on its brightness alone and as it is stored.</summary>
/// <param name="Paper">Brightness of the paper round the letters, 0 to 255.</param>
/// <param name="Contrast">How much darker the letters are than the paper, 0 to 255.</param>
/// <param name="InkBlocks">How many small squares hold something like letters.</param>
/// <param name="Steepness">Of 100: how much of a letter's contrast lies within two pixels at its steepest edge; small where the photo is blurred.</param>
/// <param name="Glare">Of 1000: share of the photo that is burnt out to white between letters although the paper elsewhere is not.</param>
/// <param name="LetterHeight">Height of a line of letters, in pixels of the looked-at picture.</param>
/// <param name="Cut">Lines of letters that run into the left, right, top and bottom edge.</param>
public sealed record PictureMeasures(int Paper, int Contrast, int InkBlocks, int Steepness, int Glare, int LetterHeight, (int Left, int Right, int Top, int Bottom) Cut)
{
    public static PictureMeasures Of(GreyPicture picture)
    {
        var ink = InkMap.Of(picture);
        var letters = LetterBlocks.Of(picture, ink);
        var pale = letters.Count < LetterBlocks.Few;
        if (pale) // burnt out, blurred until nothing is dark, or no paper at all
            letters = LetterBlocks.Of(picture, InkMap.Of(picture, InkMap.Pale));
        var height = LetterLines.Height(ink);
        return new(letters.Paper, letters.Contrast, letters.Count, letters.Steepness, pale ? 0 : Glaring.Share(picture, ink, letters.Paper), height, LetterLines.Cut(ink, height, letters.Paper));
    }
}
