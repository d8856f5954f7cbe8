using System.Text.RegularExpressions;

namespace Shouwang.Bot.Replies;

/// <summary>Words that other parts of the app made, in the way people say them (家常话): days, percentages and office words.</summary>
internal static partial class Everyday
{
    /// <summary>Office words that come with checks, refusals and rules, and what is said instead.</summary>
    private static readonly (string Office, string Plain)[] Instead =
    [
        ("的校验位不对", "看着不对"),
        ("统一社会信用代码", "医院的代码"),
        ("请对着原件核对", "请对着纸看一看"),
        ("政策范围内、自费、先行自付", "医保管的、不管的、要先自己付的几部分"),
        ("自付一、自付二、自费加起来", "自己付的几部分加起来"),
        ("个人自付加自费", "您自己付的"),
        ("个人自付、自费和个人账户、现金支付", "您自己该付的和实际付的"),
        ("基金支付加自付、自费", "报的钱和自己付的加起来"),
        ("基金支付", "医保报的钱"),
        ("个人账户和现金", "医保卡里的钱和现金"),
        ("个人负担", "自己付的"),
        ("系统", "电脑"),
        ("不予补助", "不补"),
    ];

    /// <summary>2026-12-22 → 2026年12月22日, 70% → 百分之70, "5,000.00 元" → "5,000.00元".</summary>
    public static string Of(string text)
    {
        var words = Spaced().Replace(Percent().Replace(Day().Replace(text, Spoken), "百分之${rate}"), "");
        foreach (var (office, plain) in Instead)
            words = words.Replace(office, plain, StringComparison.Ordinal);
        return words;
    }

    private static string Spoken(Match day) => Days.Spoken(day.Value);

    [GeneratedRegex("(?<![0-9-])20[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9-])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Day();

    [GeneratedRegex("(?<![0-9])(?<rate>[0-9]+(?:\\.[0-9]+)?) ?%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Percent();

    [GeneratedRegex("(?<=[0-9日]) (?=\\p{IsCJKUnifiedIdeographs})|(?<=\\p{IsCJKUnifiedIdeographs}) (?=[0-9])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Spaced();
}
