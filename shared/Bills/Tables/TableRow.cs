using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>One item of a table: the cells found under its columns.</summary>
/// <param name="IsSum">A subtotal or total of the table.</param>
/// <param name="Group">Which of the lists printed beside each other.</param>
/// <param name="Y">Where it stands on the levelled page.</param>
sealed record TableRow(IReadOnlyDictionary<ColumnKind, Snippet> Cells, bool IsSum, int Y = 0, int Height = 0, int Group = 0)
{
    /// <summary>For the sum of the whole list (合计): its cells under their columns; else none.</summary>
    public IReadOnlyList<(Column Column, Snippet Cell)> Total { get; init; } = [];

    /// <summary>What stands under heads that name nothing of an item, each under its own.</summary>
    public IReadOnlyList<(Column Column, Snippet Cell)> Others { get; init; } = [];

    /// <summary>Under which heads of the page, counted from its first: a bill may print categories, and below them items under heads of their own.</summary>
    public int List { get; init; }

    public string? Text(ColumnKind kind) => Cells.TryGetValue(kind, out var cell) ? cell.Text : null;
}
