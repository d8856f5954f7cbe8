using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Understanding;

/// <summary>What stands around an amount (金额上下文): whether a number is money at all, and its 角 and 分.</summary>
internal static partial class AmountText
{
    /// <summary>Behind these a number counts something else.</summary>
    private const string OtherThings = "年月号日天岁个次张点楼床片口人户遍回斤级期周层颗粒盒瓶针趟种条样只位名家村组队届秒%成折倍度";

    [GeneratedRegex(@"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"(?<=[零一二三四五六七八九两几十百千万0-9])\s+(?=[零一二三四五六七八九两几十百千万块元多])|(?<=[千百万])\s+(?=[0-9])|(?<=(?<![0-9])[0-9]{1,3})\s(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("[花用付交掏费共总计要才钱去付款额价收报补是了]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MoneyWord();

    [GeneratedRegex("分之$|第$|尾号.{0,2}$|电话.{0,2}$|身份证.{0,3}$|(?:高压|低压|血压|血糖|心率|心跳).{0,2}$|[a-z]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoMoneyBefore();

    [GeneratedRegex("^一[块毛角分]钱?[也都]?[没不]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nothing();

    public static string Prepare(string raw)
    {
        var text = Normal.Fold(raw).ToLowerInvariant().Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal).Replace("万万", "亿", StringComparison.Ordinal).Replace("¥", "", StringComparison.Ordinal).Replace("￥", "", StringComparison.Ordinal);
        return Gap().Replace(Grouping().Replace(text, ""), "");
    }

    public static bool IsNoMoney(string text, Match match)
    {
        var number = match.Groups["a"].Value;
        var yuan = match.Groups["yuan"].Success || match.Groups["jiao"].Success;
        var end = match.Groups["b"].Success ? match.Groups["b"] : match.Groups["a"];
        var next = end.Index + end.Length < text.Length ? text[end.Index + end.Length] : ' ';
        if (NoMoneyBefore().IsMatch(text[..match.Index]) || (!yuan && OtherThings.Contains(next)))
            return true;
        if (!number.Any(c => char.IsAsciiDigit(c) || Numeral.Digit(c) >= 0 || Numeral.Unit(c) > 0 || c is '几' or '半' or '数'))
            return true;
        if (Nothing().IsMatch(text[match.Index..]))
            return true; // 一分钱没给: no amount at all
        if (match.Index + match.Length is var after && after < text.Length && text[after] is '角' or '毛' or '分')
            return true; // part of an amount that was not understood as a whole
        if (yuan)
            return false;
        var large = number.Any(c => Numeral.Unit(c) >= 100) || (match.Groups["b"].Success && match.Groups["b"].Value.Any(c => Numeral.Unit(c) >= 100));
        var whole = match.Length == text.Length;
        if (large)
            return number[0] is '百' or '千' or '万' && number[^1] != '把' && match.Groups["before"].Value != "上"; // 千万, 万一
        var figures = number.TrimEnd('多', '来').All(c => char.IsAsciiDigit(c) || c == '.') && number.Count(char.IsAsciiDigit) is >= 3 and <= 9;
        return !(figures && (whole || MoneyWord().IsMatch(text[Math.Max(0, match.Index - 6)..match.Index])));
    }

    /// <summary>What is said behind 块: 三块五, 12元3角5分, 十块零五分, 五毛. −1 where it cannot be told.</summary>
    public static Int128 Small(Match match, bool yuan, bool jiaoOnly)
    {
        var said = match.Groups["small"].Value + (jiaoOnly ? "" : match.Groups["jiao"].Value);
        if (jiaoOnly)
            return match.Groups["jiao"].Value is [_, var fen, ..] ? Digit(fen) * (Span.One / 100) : 0;
        if (said is "" or "整" or "正")
            return 0;
        if (!yuan)
            return -1;
        if (said == "半")
            return Span.One / 2;
        var digits = said.Where(c => Digit(c) > 0).Select(Digit).ToList();
        if (said.EndsWith('分') && digits.Count == 1)
            return digits[0] * (Span.One / 100);
        if (digits.Count is 0 or > 2 || (said[0] == '零' && !said.Contains('角') && !said.Contains('毛')))
            return -1;
        return (digits[0] * (Span.One / 10)) + (digits.Count == 2 ? digits[1] * (Span.One / 100) : 0);
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : Numeral.Digit(c);
}
