using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Tells a reason from another wish (是理由还是别的事) where somebody was asked what is not right: a reason goes to the officer, another wish is answered.</summary>
internal static partial class OtherWish
{
    /// <summary>Shorter words say that something is wrong, and not what.</summary>
    private const int ShortestReason = 6;

    /// <summary>Said in any form.</summary>
    private static readonly FrozenSet<Intent> Plain = FrozenSet.Create(Intent.Human, Intent.Stop, Intent.Delete, Intent.WithdrawConsent, Intent.Menu, Intent.Back, Intent.Repeat, Intent.Fraud);

    /// <summary>Only where it is asked or wished for.</summary>
    private static readonly FrozenSet<Intent> Asked = FrozenSet.Create(
        Intent.Progress, Intent.Payment, Intent.Why, Intent.HowMuch, Intent.Insurance, Intent.Deadline, Intent.Rules, Intent.SubmitPapers, Intent.WhichPapers, Intent.ForOther, Intent.BankCard);

    [GeneratedRegex("多少|几|吗|么|哪|啥|怎|咋|[?？]|没有?$|[问查看]一?下|问问|查查|看看|想问|我[要想]|帮我|能不能|可不可以", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Asks();

    [GeneratedRegex("不对|错|(?<!多)少|漏|没有?[算报给加写看录计]|不该|应该[是给有算]|凭什么|凭啥|(?<!是)不是|自费|不合理|不公|太低|才[给补有这报算]|只[给补有报算]|不一样|不止|多算|明明|重新", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Complains();

    [GeneratedRegex("我?(?:就是)?(?:不服气?|不认可?|不同意|不满意|有意见|有异议|要?申诉|要?复核|提出?(?:意见|异议|申诉))(?:这个|你们)?(?:结果|数|金额|补助)?了?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Objects();

    [GeneratedRegex("漏|(?<!多)少[算给补了报]|没有?[算报给加写看录计]|自费|(?<!是)不是|比.{0,8}[多少高低]|凭什么|凭啥|发票|单子|药|手术|名字|日期|天数|医院|病|[0-9]|[块元千百万]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Names();

    public static bool Is(Heard heard) => !Complains().IsMatch(heard.Text) && (Plain.Contains(heard.Intent) || (Asked.Contains(heard.Intent) && Asks().IsMatch(heard.Text)));

    /// <summary>Whether an objection says by itself what is wrong.</summary>
    public static bool HoldsReason(string text) => Objects().Replace(text, "") is var rest && rest.Count(char.IsLetterOrDigit) >= ShortestReason && Names().IsMatch(rest);
}
