using System.Globalization;
using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Serial numbers read in one with the names (序号连着名称), in a list whose head for them was lost: 3常规心电图, 4血常规.</summary>
static partial class SerialsBeforeNames
{
    private const int Fewest = 4;

    /// <summary>So many rows may have been lost between two.</summary>
    private const int MostLost = 3;

    /// <summary>A number that a dot parts from the name, as a page that goes on begins with: 5.葡萄糖测定, but no 0.9%氯化钠注射液.</summary>
    [GeneratedRegex(@"^([1-9]\d{0,2})[.、](?=\D)")]
    private static partial Regex First();

    public static IReadOnlyList<FeeRow> Strip(IReadOnlyList<FeeRow> rows)
    {
        List<(FeeRow Row, int Digits)> counted = [];
        var (last, found) = (rows.Count > 0 && First().Match(rows[0].Name) is { Success: true } first ? int.Parse(first.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1 : 0, 0);
        foreach (var row in rows)
        {
            // 424小时动态心电图 is the fourth, 24小时动态心电图.
            var number = Enumerable.Range(last + 1, MostLost).FirstOrDefault(n => row.Name.Length > 3 && row.Name.StartsWith($"{n}", StringComparison.Ordinal));
            counted.Add((row, number == 0 ? 0 : $"{number}".Length));
            (last, found) = number == 0 ? (last + 1, found) : (number, found + 1);
        }
        // Nearly every name has one; 24小时动态心电图 begins so by itself.
        return found >= Fewest && found * 10 >= rows.Count * 7 ? [.. counted.Select(c => c.Digits == 0 ? c.Row : Without(c.Row, c.Digits))] : rows;
    }

    private static FeeRow Without(FeeRow row, int digits)
    {
        var bare = row.Name[digits..].TrimStart('.', '、');
        var name = ItemWords.Shipped.Mend(bare, [.. Enumerable.Repeat(BasisPoints.Whole.Value, bare.Length)]);
        return row with { Name = name, NameAsRead = row.NameAsRead ?? (name == bare ? null : bare) };
    }
}
