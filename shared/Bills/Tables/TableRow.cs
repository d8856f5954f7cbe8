using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>One item of a table: the cells found under its columns.</summary>
/// <param name="IsSum">A subtotal or total of the table.</param>
sealed record TableRow(IReadOnlyDictionary<ColumnKind, Snippet> Cells, bool IsSum)
{
    public string? Text(ColumnKind kind) => Cells.TryGetValue(kind, out var cell) ? cell.Text : null;
}
