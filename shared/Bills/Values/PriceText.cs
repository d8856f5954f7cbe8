using System.Text.RegularExpressions;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Values;

/// <summary>What a price's characters can mean: as an amount's, and with three or four decimals as printed.</summary>
static partial class PriceText
{
    [GeneratedRegex(@"^¥?(\d{1,6}\.\d{3,4})$")]
    private static partial Regex Fine();

    public static IReadOnlyList<(UnitPrice Amount, int Cost)> Readings(string text)
    {
        var amounts = MoneyText.Readings(text);
        return amounts.Count == 0 && Fine().Match(text.Trim()) is { Success: true } fine
            ? [(UnitPrice.Parse(fine.Groups[1].Value), 1)]
            : [.. amounts.Select(a => (UnitPrice.Of(a.Amount), a.Cost))];
    }
}
