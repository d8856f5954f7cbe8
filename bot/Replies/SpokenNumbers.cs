using System.Text.RegularExpressions;

namespace Shouwang.Bot.Replies;

/// <summary>Numbers in the form read aloud (数的读法): 1,200.00元 is 1200元, 8,245.17元 is 8245元1角7分, 70% is 百分之70; a sum is read with 加 and 减.</summary>
internal static partial class SpokenNumbers
{
    public static string In(string text)
    {
        var spoken = Amount().Replace(Grouping().Replace(text, ""), Yuan);
        return Percent().Replace(spoken, "百分之${rate}").Replace("×", "乘", StringComparison.Ordinal).Replace("÷", "除以", StringComparison.Ordinal).Replace("+", "加", StringComparison.Ordinal)
            .Replace("−", "减", StringComparison.Ordinal).Replace("=", "等于", StringComparison.Ordinal);
    }

    private static string Yuan(Match amount)
    {
        var (yuan, jiao, fen) = (amount.Groups["yuan"].Value, amount.Groups["jiao"].Value, amount.Groups["fen"].Value);
        var small = (jiao, fen) switch
        {
            ("0", "0") => "",
            ("0", _) => (yuan == "0" ? "" : "零") + fen + "分",
            (_, "0") => jiao + "角",
            _ => $"{jiao}角{fen}分",
        };
        return yuan == "0" && small.Length > 0 ? small : $"{yuan}元{small}";
    }

    [GeneratedRegex("(?<=[0-9]),(?=[0-9]{3})", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Grouping();

    [GeneratedRegex("(?<![0-9.])(?<yuan>[0-9]+)\\.(?<jiao>[0-9])(?<fen>[0-9]) ?元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Amount();

    [GeneratedRegex("(?<![0-9])(?<rate>[0-9]+(?:\\.[0-9]+)?) ?%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Percent();
}
