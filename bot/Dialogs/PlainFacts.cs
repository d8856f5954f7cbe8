using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What people ask before they trust anybody with their papers (放心话): whether it costs anything, who hears of their illness, whether what was no stay in hospital counts, what becomes of whoever has no insurance.</summary>
internal static partial class PlainFacts
{
    /// <summary>Of the village's people. Whoever was asked for money already is heard as cheated.</summary>
    [GeneratedRegex("^(?=.*(?:收|要|免费|用不用))(?=.*(?:吗|嘛|么|不|啵|[?]))(?:请问)?(?:你们?|您|这个?|这里|村里|互助会|(?:办|报|申请)(?:这个|补助)?)?(?:要不要|收不收|用不用|是不是|要|收|是)?(?:交|花|给)?(?:手续费|服务费|费用|费|钱|免费)的?(?:吗|嘛|么|不|啵|呀)?[?。]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Cost();

    [GeneratedRegex("(?:别人|人家|外人|邻居|旁人|村里人|亲戚)[^,。]{0,4}(?:知道|晓得|看到|看见|看得到|笑话|说闲话)(?!怎么)|(?:会不会|怕)[^,。]{0,6}(?:传出去|说出去|讲出去|泄露|丢人)|保不?保密|保密[吗不嘛么]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex WhoKnows();

    [GeneratedRegex("(?:门诊|药店|药房|自己买(?:的)?药|体检|没有?住院|不住院)[^,。]{0,12}(?<![没未])[补报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NoStay();

    [GeneratedRegex("(?:没有?|没得|冇)(?:交|参加?|买|过|了)*(?:医保|新?农合|合作医疗|农保)(?![卡局单结])[^,。]{0,12}[补报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Uninsured();

    [GeneratedRegex("(?:医保|农合|合作医疗|农保)(?!.*[报补])[^,。]{0,6}(?:交多少|多少钱一年|一年多少|[怎咋]么?交|[在去]哪[里儿]?交|缴费|缴多少|涨价)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Premium();

    /// <summary>null where none of it was asked, or where the words answer a question that takes any words.</summary>
    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.IsCommand || talk.Village is null || talk.Knowledge.Officer is not null || talk.State.Waiting is "correct" or "objection" or "objection.other" or "appeal")
            return null;
        var text = heard.Text;
        var fact = Cost().IsMatch(text) ? "fact.free"
            : WhoKnows().IsMatch(text) ? "fact.who-knows"
            : Uninsured().IsMatch(text) ? "fact.uninsured"
            : NoStay().IsMatch(text) ? "fact.no-stay"
            : Premium().IsMatch(text) ? "fact.premium"
            : null;
        return fact is null ? null : Questions.Leave(talk, Intent.Rules).Say(fact);
    }
}
