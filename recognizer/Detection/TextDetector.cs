using System.Buffers;
using System.Numerics;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>Finds lines of text on a picture with PP-OCRv4's detector (文本检测).</summary>
sealed class TextDetector(OnnxSession model)
{
    /// <summary>How much neighbouring bands have in common, at the scale they are looked at: more than the tallest line.</summary>
    const float Overlap = 128;

    static readonly float[] Means = [0.485f, 0.456f, 0.406f];
    static readonly float[] Deviations = [0.229f, 0.224f, 0.225f];

    /// <summary>The scale at which a whole picture is looked at.</summary>
    public static float ScaleFor(Picture picture)
    {
        var (looked, of) = LongPicture.Scale(picture.Width, picture.Height);
        return Math.Min(1f, (float)looked / of);
    }

    /// <summary>The lines, each once; a long picture is looked at in bands, which cut no line as each has what it shares with the next.</summary>
    public List<TextBox> Find(Picture picture, float scale)
    {
        var (height, shared) = (LongPicture.LookedAt / scale, Overlap / scale);
        if (picture.Height <= height + 1)
            return FindWhole(picture, scale);
        var bands = (int)MathF.Ceiling((picture.Height - shared) / (height - shared));
        var step = (picture.Height - height) / (bands - 1);
        List<TextBox> boxes = [];
        for (var band = 0; band < bands; band++)
        {
            var top = (int)(band * step);
            var bottom = Math.Min(picture.Height, (int)MathF.Ceiling((band * step) + height));
            // Whose middle lies in the half of what is shared that is nearer to this band is this band's.
            var (from, to) = (band == 0 ? float.MinValue : ((band * step) + ((band - 1) * step) + height) / 2, band == bands - 1 ? float.MaxValue : (((band + 1) * step) + (band * step) + height) / 2);
            boxes.AddRange(FindWhole(picture.Cut(0, top, picture.Width, bottom - top), scale).Select(box => box.Moved(0, top)).Where(box => box.Centre.Y >= from && box.Centre.Y < to));
        }
        return boxes;
    }

    List<TextBox> FindWhole(Picture picture, float scale)
    {
        var (width, height) = (ModelSide(picture.Width * scale), ModelSide(picture.Height * scale));
        var input = ArrayPool<float>.Shared.Rent(3 * width * height);
        try
        {
            AreaResize.ToPlanes(picture, width, height, Means, Deviations, input);
            var back = new Vector2((float)picture.Width / width, (float)picture.Height / height);
            return model.Run(input, [1, 3, height, width], (map, _) => BoxFinder.Find(map, width, height, back));
        }
        finally
        {
            ArrayPool<float>.Shared.Return(input);
        }
    }

    static int ModelSide(float side) => Math.Max(32, (int)MathF.Round(side / 32) * 32);
}
