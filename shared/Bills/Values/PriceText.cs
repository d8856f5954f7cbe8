using System.Text.RegularExpressions;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Values;

/// <summary>What a price's characters can mean: as an amount's, and with three or four decimals as printed.</summary>
static partial class PriceText
{
    /// <summary>What four decimals take: hardly anything else is printed so.</summary>
    public const int FourDecimals = 1;

    /// <summary>What three decimals take: mostly two and the quantity or a mark.</summary>
    public const int ThreeDecimals = 3;

    [GeneratedRegex(@"^¥?(\d{1,6}\.\d{3,4})$")]
    private static partial Regex Fine();

    public static IReadOnlyList<(UnitPrice Amount, int Cost)> Readings(string text)
    {
        var amounts = MoneyText.Readings(text);
        return amounts.Count == 0 && Fine().Match(text.Trim()) is { Success: true } fine
            ? [(UnitPrice.Parse(fine.Groups[1].Value), fine.Groups[1].Value[^5] == '.' ? FourDecimals : ThreeDecimals)]
            : [.. amounts.Select(a => (UnitPrice.Of(a.Amount), a.Cost))];
    }
}
