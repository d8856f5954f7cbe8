using System.Globalization;
using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Photo;

/// <summary>How badly a picture is taken.</summary>
enum Severity
{
    /// <summary>A screenshot or a scan.</summary>
    Clean,

    /// <summary>A phone photo as most people take it.</summary>
    Normal,

    /// <summary>Crooked, dim, creased, a little out of focus, squeezed by a chat program.</summary>
    Bad,

    /// <summary>So far out of focus that nobody can read it.</summary>
    Unreadable,
}

/// <summary>How the camera was held for one picture, and what the light did.</summary>
sealed record Pose(double TurnX, double TurnY, double TurnZ, double Blur, double Shadow, int ShadowAngle, double Noise, bool Crease, double Scale, int JpegQuality, double DotOffset)
{
    public static Pose Of(Severity severity, Dice dice)
    {
        double Spread(double most) => dice.Real(-most, most);
        return severity switch
        {
            Severity.Clean => new(0, 0, 0, 0, 0, 0, 0, false, 1, 90, 1),
            Severity.Normal => new(Spread(6), Spread(6), Spread(2.5), dice.Real(0, 0.5), dice.Real(0.1, 0.35), dice.Between(0, 359), dice.Real(0.05, 0.12), dice.Chance(20), dice.Real(0.92, 1.0), dice.Between(70, 85), 3),
            Severity.Bad => new(Spread(14), Spread(14), Spread(6), dice.Real(0.6, 1.25), dice.Real(0.4, 0.65), dice.Between(0, 359), dice.Real(0.14, 0.3), dice.Chance(70), dice.Real(0.74, 0.88), dice.Between(40, 60), 6),
            Severity.Unreadable => new(Spread(6), Spread(6), Spread(3), 9, 0.4, 90, 0.1, false, 0.9, 60, 3),
        };
    }

    public string Transform => string.Create(CultureInfo.InvariantCulture, $"perspective(2600px) rotateX({TurnX:F2}deg) rotateY({TurnY:F2}deg) rotateZ({TurnZ:F2}deg) scale({Scale:F3})");
}
