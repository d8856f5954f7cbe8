using System.Globalization;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.Policy;

/// <summary>Figures with their units (带单位的数): "1300 元", "3 万元", "75%", "90 天".</summary>
internal static class Quantity
{
    private const int LongestAmount = 15;

    /// <summary>An amount in fen.</summary>
    public static long? Amount(Yaml node)
    {
        var text = node.Text.Replace(",", "", StringComparison.Ordinal).Trim();
        var (number, scale) = text.EndsWith("万元", StringComparison.Ordinal) ? (text[..^2], 10_000L)
            : text.EndsWith('元') ? (text[..^1], 1L)
            : ("", 0L);
        if (scale > 0 && text.StartsWith('-'))
        {
            node.Complain($"“{node.Text}” is below zero", "write an amount of 0 元 or more", $"“{node.Text}”是负数。写 0 元或者更多");
            return null;
        }
        if (scale > 0 && text.Length > LongestAmount)
        {
            node.Complain($"“{node.Text}” is more than any rule can mean", "write it as 1300 元 or 3 万元", $"“{node.Text}”太大了，没有这样的规定。写成 1300 元、3 万元这样");
            return null;
        }
        if (scale > 0 && decimal.TryParse(number.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan) && yuan * scale * 100 == Math.Truncate(yuan * scale * 100))
            return (long)(yuan * scale * 100);
        node.Complain($"“{node.Text}” is no amount with a unit", "write it as 1300 元 or 3 万元" + HalfWidth(node), $"“{node.Text}”不是带单位的金额。写成 1300 元、3 万元这样{HalfWidthChinese(node)}");
        return null;
    }

    /// <summary>A rate from 0 % to 100 %, in basis points.</summary>
    public static int? Share(Yaml node)
    {
        if (Rate(node) is not { } rate)
            return null;
        if (rate is >= 0 and <= 10_000)
            return rate;
        node.Complain($"“{node.Text}” is no share of a whole", "write a rate from 0% to 100%", $"“{node.Text}”不在 0% 到 100% 之间。写 0% 到 100% 的比例");
        return null;
    }

    /// <summary>A rate in basis points.</summary>
    public static int? Rate(Yaml node)
    {
        var text = node.Text.Trim();
        if (text.Length < 10 && text.EndsWith('%') && decimal.TryParse(text[..^1].Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) && percent * 100 == Math.Truncate(percent * 100))
            return (int)(percent * 100);
        node.Complain($"“{node.Text}” is no rate with a unit", "write it as 75% (percent points too)" + HalfWidth(node), $"“{node.Text}”不是带百分号的比例。写成 75% 这样，百分点也这样写{HalfWidthChinese(node)}");
        return null;
    }

    /// <summary>A whole number followed by one of the units.</summary>
    public static int? Count(Yaml node, params string[] units)
    {
        var text = node.Text.Trim();
        foreach (var unit in units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && int.TryParse(text[..^unit.Length].Trim(), CultureInfo.InvariantCulture, out var count))
                return count;
        }
        node.Complain($"“{node.Text}” is no number with a unit", $"write it as 90 {units[0]}" + HalfWidth(node), $"“{node.Text}”不是带单位的数。写成 90 {units[0]}这样{HalfWidthChinese(node)}");
        return null;
    }

    /// <summary>An interval: ">=2", "&lt;7", "7-69", "4"; read by <paramref name="read"/>, both ends included.</summary>
    public static (long? From, long? To)? Interval(Yaml node, Func<Yaml, string, long?> read)
    {
        var text = node.Text.Trim();
        if (text.StartsWith(">=", StringComparison.Ordinal))
            return (read(node, text[2..]), null);
        if (text.StartsWith("<=", StringComparison.Ordinal))
            return (null, read(node, text[2..]));
        if (text.StartsWith('>'))
            return (read(node, text[1..]) + 1, null);
        if (text.StartsWith('<'))
            return (null, read(node, text[1..]) - 1);
        var dash = text.IndexOf('-');
        if (dash <= 0)
            return read(node, text) is { } only ? (only, only) : null;
        var (from, to) = (read(node, text[..dash]), read(node, text[(dash + 1)..]));
        if (to < from)
            node.Complain($"“{node.Text}” ends before it starts", "write the smaller number first", $"“{node.Text}”前面的数比后面的大。小的写在前面");
        return (from, to);
    }

    private static string HalfWidth(Yaml node) =>
        node.Text.Any(c => c is >= '！' and <= '～') ? ", in half-width figures and signs (半角)" : "";

    private static string HalfWidthChinese(Yaml node) => HalfWidth(node).Length > 0 ? "，数字和符号用半角" : "";

    public static long? Plain(Yaml node, string text)
    {
        if (int.TryParse(text.Trim(), CultureInfo.InvariantCulture, out var number))
            return number;
        node.Complain($"“{node.Text}” is no interval", "write it as >=2, <7, 7-69 or 4", $"“{node.Text}”不是范围。写成 >=2、<7、7-69 或者 4");
        return null;
    }

    public static long? Yuan(Yaml node, string text) => Amount(node with { Node = new YamlDotNet.RepresentationModel.YamlScalarNode(text) });

    /// <summary>The rounding's name, or a complaint.</summary>
    public static string? RoundingName(Yaml node)
    {
        var names = Enum.GetValues<Rounding>().Select(r => r.Name()).ToList();
        if (names.Contains(node.Text))
            return node.Text;
        node.Complain($"“{node.Text}” is no rounding", $"write one of {string.Join(", ", names)}", $"“{node.Text}”不是取整的办法。只能写：{string.Join("、", names)}");
        return null;
    }
}
