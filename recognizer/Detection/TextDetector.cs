using System.Buffers;
using System.Numerics;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Detection;

/// <summary>Finds lines of text on a picture with PP-OCRv4's detector (文本检测).</summary>
sealed class TextDetector(OnnxSession model)
{
    /// <summary>The longer side of the picture is brought down to this.</summary>
    public const int LongestSide = 1280;

    static readonly float[] Means = [0.485f, 0.456f, 0.406f];
    static readonly float[] Deviations = [0.229f, 0.224f, 0.225f];

    /// <summary>The scale at which a whole picture is looked at.</summary>
    public static float ScaleFor(Picture picture) => Math.Min(1f, (float)LongestSide / Math.Max(picture.Width, picture.Height));

    public List<TextBox> Find(Picture picture, float scale)
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
