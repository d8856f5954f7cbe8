using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Reading;

/// <summary>How good a picture is for reading (图像质量), measured before any text is read.</summary>
/// <param name="Brightness">Of the paper: the brightness that one pixel in ten exceeds, 0 to 1.</param>
/// <param name="Sharpness">Steepest steps of brightness at the edges of letters, as a share of the contrast there, 0 to 1; below 0.2 letters run together.</param>
/// <param name="TextCoverage">Share of the picture that is covered by text, 0 to 1; near 0 on a blank wall.</param>
/// <param name="CutOff">Share of text boxes that touch the picture's edge, 0 to 1: lines go on beyond it.</param>
sealed record PageQuality(float Brightness, float Sharpness, float TextCoverage, float CutOff)
{
    public static PageQuality Of(Picture picture, IReadOnlyList<TextBox> boxes) => new(
        PaperBrightness(picture),
        boxes.Count == 0 ? 0 : boxes.Average(box => EdgeSteepness(picture, box)),
        Math.Min(1, boxes.Sum(box => box.Width * box.Height) / ((float)picture.Width * picture.Height)),
        boxes.Count == 0 ? 0 : (float)boxes.Count(box => TouchesEdge(picture, box)) / boxes.Count);

    static int Luma(uint pixel) => (Picture.Red(pixel) + (2 * Picture.Green(pixel)) + Picture.Blue(pixel)) / 4;

    static float PaperBrightness(Picture picture)
    {
        const int Step = 7;
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        var total = 0;
        for (var y = 0; y < picture.Height; y += Step)
        {
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x += Step, total++)
                counts[Luma(row[x])]++;
        }
        var level = 255;
        for (var above = counts[255]; above < total / 10; above += counts[level])
            level--;
        return level / 255f;
    }

    /// <summary>The steepest step between neighbours along the box's middle rows, over the difference between its lightest and darkest.</summary>
    static float EdgeSteepness(Picture picture, TextBox box)
    {
        var (left, right) = (Math.Max(1, (int)box.Left), Math.Min(picture.Width - 1, (int)box.Right));
        int lightest = 0, darkest = 255, steepest = 0;
        for (var part = 1; part <= 3; part++)
        {
            var y = Math.Clamp((int)(box.Top + ((box.Bottom - box.Top) * part / 4)), 0, picture.Height - 1);
            var row = picture.Row(y);
            for (var x = left; x < right; x++)
            {
                var here = Luma(row[x]);
                (lightest, darkest) = (Math.Max(lightest, here), Math.Min(darkest, here));
                steepest = Math.Max(steepest, Math.Abs(here - Luma(row[x - 1])));
            }
        }
        return lightest - darkest < 16 ? 0 : Math.Min(1, (float)steepest / (lightest - darkest));
    }

    static bool TouchesEdge(Picture picture, TextBox box) =>
        box.Left <= 1 || box.Top <= 1 || box.Right >= picture.Width - 2 || box.Bottom >= picture.Height - 2;
}
