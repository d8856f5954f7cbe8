using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Reading;

/// <summary>Which way up a page lies (页面方向): quarter turns from the shapes of its boxes, up or down from a vote of its longest lines.</summary>
sealed class PageDirection(OnnxSession model)
{
    const int Height = 48;
    const int Width = 192;
    const int Voters = 16;

    /// <summary>Quarter turns clockwise by which the text lies turned, 0 to 3.</summary>
    public int Of(Picture picture, IReadOnlyList<TextBox> boxes)
    {
        if (boxes.Count == 0)
            return 0;
        var voters = boxes.OrderByDescending(box => Math.Max(box.Width, box.Height)).Take(Voters).ToList();
        var standing = voters.Where(box => box.Height > 1.5f * box.Width).Sum(box => Math.Min(box.Height, 1000));
        var lying = voters.Where(box => box.Width > 1.5f * box.Height).Sum(box => Math.Min(box.Width, 1000));
        var turns = standing > lying ? 1 : 0;
        var votes = voters.Sum(box => UpsideDown(picture, box.Facing(turns)) - 0.5f);
        return votes > 0 ? turns + 2 : turns;
    }

    float UpsideDown(Picture picture, TextBox box)
    {
        var input = new float[3 * Height * Width];
        var width = Math.Clamp((int)MathF.Ceiling(Height * box.Width / Math.Max(1, box.Height)), 16, Width);
        Sampling.Straighten(picture, box.TopLeft, box.TopRight, box.BottomRight, box.BottomLeft, width, Height, input, Width, box.Bend);
        return model.Run(input, [1, 3, Height, Width], (answer, _) => answer[1]);
    }
}
