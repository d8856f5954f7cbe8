using System.Numerics;
using Shouwang.Recognizer.Recognition;
using Shouwang.Recognizer.Tables;

namespace Shouwang.Recognizer.Reading;

/// <summary>One page as read (页面识别结果). Lines are in reading order; places are pixels of the upright picture, which <see cref="Frame"/> turns into those of the picture as sent.</summary>
/// <param name="Slant">How far the text leans clockwise in the upright picture, in degrees.</param>
sealed record PageReading(PageFrame Frame, float Slant, IReadOnlyList<ReadLine> Lines, IReadOnlyList<PageTable> Tables);

/// <summary>How the upright picture that was read relates to the picture as sent (EXIF applied): turned by quarter turns and possibly decoded smaller.</summary>
/// <param name="Width">Of the picture as sent.</param>
/// <param name="Height">Of the picture as sent.</param>
/// <param name="QuarterTurns">Quarter turns clockwise by which the text lies turned in the picture as sent.</param>
/// <param name="Scale">Pixels of the picture as sent for one of the upright picture.</param>
sealed record PageFrame(int Width, int Height, int QuarterTurns, float Scale)
{
    /// <summary>A place in the upright picture → in the picture as sent.</summary>
    public Vector2 ToSent(Vector2 upright)
    {
        var p = upright * Scale;
        return QuarterTurns switch
        {
            1 => new(Width - p.Y, p.X),
            2 => new(Width - p.X, Height - p.Y),
            3 => new(p.Y, Height - p.X),
            _ => p,
        };
    }
}
