using System.Globalization;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Tests;

/// <summary>Every way an amount is written and spoken (金额的各种写法).</summary>
internal static class AmountForms
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly (long Value, char Name)[] Units = [(100_000_000, '亿'), (10_000, '万'), (1_000, '千'), (100, '百'), (10, '十')];

    public static IEnumerable<string> Of(Fen amount)
    {
        var (yuan, fen) = (amount.Value / 100, (int)(amount.Value % 100));
        var figures = fen == 0 ? $"{yuan}" : amount.ToString();
        yield return $"{figures}元";
        yield return $"￥{amount}";
        yield return $"{amount.ToGroupedString()}元";
        yield return $"人民币{CapitalNumeral.Write(amount)}";
        yield return string.Concat($"{figures}块钱".Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
        yield return Spoken(yuan, fen);
        yield return Spoken(yuan, fen).Replace('万', '萬').Replace("块", "塊", StringComparison.Ordinal).Replace('两', '兩');
        if (yuan >= 10_000 && fen == 0)
        {
            yield return Tenths(yuan, 10_000, "万");
            yield return Tenths(yuan, 10_000, "w");
        }
        if (yuan is >= 1_000 and < 100_000 && fen == 0)
            yield return Tenths(yuan, 1_000, "k");
        if (yuan >= 100 && fen == 0)
            yield return Number(yuan);
        if (yuan >= 100 && fen == 0 && Short(yuan) is { } dropped)
        {
            yield return dropped;
            yield return $"{dropped}块";
            yield return string.Concat(dropped.Select(c => c == '两' ? '2' : Digits.IndexOf(c, StringComparison.Ordinal) is > 0 and var d && !dropped.Contains('零') && !dropped.Contains('十') ? (char)('0' + d) : c));
        }
    }

    /// <summary>一万零五十: as it is read aloud.</summary>
    public static string Number(long value)
    {
        if (value < 10)
            return $"{Digits[(int)value]}";
        var (unit, name) = Units.First(u => value >= u.Value);
        var (head, rest) = (value / unit, value % unit);
        var before = head == 1 && unit == 10 ? "" : head == 2 && unit > 100 ? "两" : Number(head);
        return rest == 0 ? $"{before}{name}" : $"{before}{name}{(rest < unit / 10 ? "零" : "")}{(rest is >= 10 and < 20 ? "一" : "")}{Number(rest)}";
    }

    /// <summary>五万三千二: the last unit left out; null where that cannot be said.</summary>
    private static string? Short(long value)
    {
        var number = Number(value);
        return number is [.., var above, _, var last] && Units.FirstOrDefault(u => u.Name == last).Value is >= 10 and var unit && Units.FirstOrDefault(u => u.Name == above).Value == unit * 10 ? number[..^1] : null;
    }

    private static string Spoken(long yuan, int fen) => (yuan, fen) switch
    {
        (_, 0) => $"{Number(yuan)}块",
        (0, < 10) => $"{Digits[fen]}分钱",
        (0, _) => $"{Digits[fen / 10]}毛{(fen % 10 == 0 ? "" : $"{Digits[fen % 10]}分")}",
        (_, < 10) => $"{Number(yuan)}块零{Digits[fen]}分",
        _ when fen % 10 == 0 => $"{Number(yuan)}块{Digits[fen / 10]}毛",
        _ => $"{Number(yuan)}块{Digits[fen / 10]}毛{Digits[fen % 10]}分",
    };

    private static string Tenths(long value, long unit, string name)
    {
        var behind = (value % unit).ToString(unit == 1_000 ? "000" : "0000", CultureInfo.InvariantCulture).TrimEnd('0');
        return $"{value / unit}{(behind.Length == 0 ? "" : ".")}{behind}{name}";
    }
}
