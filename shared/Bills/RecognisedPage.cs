using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills;

/// <summary>One page as a form recogniser saw it (识别结果): lines of text with their places, in pixels of the upright picture.</summary>
/// <param name="Width">Page width in pixels.</param>
/// <param name="Height">Page height in pixels.</param>
/// <param name="AngleDegrees">How far the text leans clockwise in the upright picture, −45 to 45.</param>
public sealed record RecognisedPage(int Width, int Height, int AngleDegrees, IReadOnlyList<RecognisedLine> Lines, IReadOnlyList<RecognisedTable> Tables)
{
    /// <summary>Quarter turns clockwise by which the text lies turned in the picture as sent, 0 to 3: turn the picture back by as many to find these places on it.</summary>
    public int QuarterTurns { get; init; }

    /// <summary>Which page of its file it is, from 1: <see cref="PapersInFile"/> numbers them.</summary>
    internal int Number { get; init; } = 1;
}

/// <summary>One line of text.</summary>
/// <param name="Confidence">How sure the recogniser is of the line as a whole.</param>
/// <param name="Words">Its words; in Chinese every character is one.</param>
public sealed record RecognisedLine(string Text, Quad Where, BasisPoints Confidence, IReadOnlyList<RecognisedWord> Words);

/// <summary>One word, or one Chinese character.</summary>
public sealed record RecognisedWord(string Text, Quad Where, BasisPoints Confidence);

/// <summary>A table the recogniser found.</summary>
public sealed record RecognisedTable(int RowCount, int ColumnCount, IReadOnlyList<RecognisedCell> Cells);

/// <summary>One cell of a table, row and column from 0.</summary>
public sealed record RecognisedCell(int Row, int Column, string Text, Quad Where);

/// <summary>Four corners in pixels, clockwise from the text's own top left.</summary>
public readonly record struct Quad(int X0, int Y0, int X1, int Y1, int X2, int Y2, int X3, int Y3)
{
    public int Left => Math.Min(Math.Min(X0, X1), Math.Min(X2, X3));

    public int Top => Math.Min(Math.Min(Y0, Y1), Math.Min(Y2, Y3));

    public int Right => Math.Max(Math.Max(X0, X1), Math.Max(X2, X3));

    public int Bottom => Math.Max(Math.Max(Y0, Y1), Math.Max(Y2, Y3));
}
