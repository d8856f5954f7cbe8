using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Checks;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Whether a list was read whole (清单读全): rows that were seen and did not become items may be all that its sum lacks.</summary>
static partial class UnreadRows
{
    /// <summary>An amount of a row below this may be anything.</summary>
    private const int HardlyRead = 6_000;

    /// <summary>Whether what was read of the items says nothing of their sum: something is missing and rows were not read, or amounts of rows were hardly legible.</summary>
    public static bool Spoil(IReadOnlyList<TableRow> table, IReadOnlyList<FeeRow> rows, IReadOnlyDictionary<string, Fen> given, IReadOnlyDictionary<string, Fen> amounts) =>
        given.TryGetValue(Identity.Items, out var items)
        && (rows.Any(IsIllegible) || ((amounts.TryGetValue(Identity.PageTotal, out var whole) || amounts.TryGetValue(FieldName.Total, out whole)) && items < whole && table.Any(IsUnread)));

    /// <summary>Whether figures of an item were hardly to be read.</summary>
    public static bool IsIllegible(FeeRow row) => row.Confidence.Value < HardlyRead;

    private static bool IsUnread(TableRow row) =>
        !row.IsSum && FeeRows.Of([row]).Count == 0 && (row.Cells.Values.Any(c => Figure().IsMatch(c.Text)) || (row.Text(ColumnKind.Name) is { } name && FeeRows.IsCategory(name)));

    [GeneratedRegex(@"\d[.,]\d{2}")]
    private static partial Regex Figure();
}
