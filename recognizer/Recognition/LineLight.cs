using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Recognition;

/// <summary>How bright a line of text and what stands before it are (行的亮度), cut upright: rows of <paramref name="Width"/> columns, 0 black to 1 white.</summary>
/// <param name="Before">Columns before the line's own box.</param>
sealed record LineLight(float[] Light, int Width, int Height, int Before)
{
    public int LineWidth => Width - Before;

    public static LineLight Of(Picture picture, TextBox box, int width, int height)
    {
        var before = height;
        var all = box.Part(-(float)before / width, 1);
        var (wide, plane) = (width + before, (width + before) * height);
        var planes = new float[3 * plane];
        Sampling.Straighten(picture, all.TopLeft, all.TopRight, all.BottomRight, all.BottomLeft, wide, height, planes, wide, all.Bend);
        var light = new float[plane];
        for (var i = 0; i < plane; i++)
            light[i] = (planes[i] + planes[i + plane] + planes[i + (2 * plane)] + 3) / 6;
        return new LineLight(light, wide, height, before);
    }

    /// <summary>How bright part of a line is as the model is shown it: the sum of its three planes, rows of as many columns as from <paramref name="left"/> to <paramref name="right"/>, both counted.</summary>
    public static float[] Part(ReadOnlySpan<float> planes, int left, int right, int height, int stride)
    {
        var columns = right - left + 1;
        var plane = stride * height;
        var light = new float[columns * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < columns; x++)
            {
                var at = (y * stride) + left + x;
                light[(y * columns) + x] = planes[at] + planes[at + plane] + planes[at + (2 * plane)];
            }
        }
        return light;
    }

    /// <summary>How bright a column is on average between two heights, 0 to 1.</summary>
    public float Mean(int x, float from, float to)
    {
        var (top, bottom) = ((int)(from * Height), (int)(to * Height));
        var sum = 0f;
        for (var y = top; y < bottom; y++)
            sum += Light[(y * Width) + x];
        return sum / (bottom - top);
    }
}
