using Shouwang.Recognizer.Detection;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Tables;

/// <summary>A table (表格) rebuilt from where lines stand, ruled or not: every place has a cell, also where nothing stands.</summary>
sealed record PageTable(int RowCount, int ColumnCount, IReadOnlyList<PageCell> Cells);

/// <summary>One cell.</summary>
/// <param name="Box">Round its lines, or where they would stand.</param>
sealed record PageCell(int Row, int Column, TextBox Box, IReadOnlyList<ReadLine> Lines);
