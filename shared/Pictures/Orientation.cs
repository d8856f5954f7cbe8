namespace Shouwang.Shared.Pictures;

/// <summary>How a stored picture must be turned or mirrored to stand as its taker saw it (方向), numbered as in EXIF.</summary>
public enum Orientation
{
    AsStored = 1,
    Mirrored = 2,
    HalfTurn = 3,
    MirroredHalfTurn = 4,
    Transposed = 5,
    QuarterTurn = 6,
    Transversed = 7,
    ThreeQuarterTurn = 8,
}
