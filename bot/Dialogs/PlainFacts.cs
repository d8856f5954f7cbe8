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

    [GeneratedRegex("(?:别人|人家|外人|邻居|旁人|村里人|亲戚)[^,。]{0,4}(?:知道|晓得|看到|看见|看得到|笑话|说闲话)(?!怎么)|(?:照片|单子|单据|资料|材料|信息)[^。]{0,12}(?:泄露|拿去|卖给|卖掉|偷|贷款)|(?:这个?|这里|照片|资料)?(?:安全吗|安不安全|不?安全[伐嘛么?])|(?:会不会|怕)[^,。]{0,6}(?:传出去|说出去|讲出去|泄露|丢人)|保不?保密|保密[吗不嘛么]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex WhoKnows();

    [GeneratedRegex("(?:门诊|药店|药房|自己买(?:的)?药|体检|没有?住院|不住院)[^,。]{0,12}(?<![没未])[补报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NoStay();

    [GeneratedRegex("(?:没有?|没得|冇)(?:交|参加?|买|过|了)*(?:医保|新?农合|合作医疗|农保)(?![卡局单结])[^,。]{0,12}[补报]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Uninsured();

    [GeneratedRegex("(?:医保|农合|合作医疗|农保)(?!.*[报补])[^,。]{0,6}(?:交多少|多少钱一年|一年多少|[怎咋]么?交|[在去]哪[里儿]?交|缴费|缴多少|涨价)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Premium();

    /// <summary>Asked of us, not told of somebody who wants money.</summary>
    [GeneratedRegex("^(?!.*(?:有人|有个|电话|短信|链接|网址|上门|陌生|叫我|让我|转账|验证码|手续费|扫码|扫个|退钱|中奖|[他她]))(?=.*(?:[你您]|这|互助会|小帮手|谁|^(?:是不是|阿是|会不会|不会是?)|真的假的)).*(?:骗子|骗人|骗(?:我|咱|老百姓)|诈骗|真的假的|是真的[吗嘛么伐]|[是真]不?是真的|(?:可靠|靠谱|正规|官方|政府)的?[吗嘛么伐?]|靠不靠谱|可不可靠|(?:知道|晓得|相信|证明).{0,6}(?:真的|不是骗)|信得过|真人|活人|机器人?(?!有问题)|跟谁(?:在)?(?:说|讲)话|哪个单位)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Real();

    /// <summary>借我点钱, 没钱住院, 先把钱给我: money before there are papers.</summary>
    [GeneratedRegex("(?<!别人|人家)借(?:给)?(?:我|点|一?些|几|[0-9一二三四五六七八九十两]+[百千万块])|借(?:点|些)?钱|预支|预付|(?:能|可以|帮|要).{0,5}垫|先(?:把)?(?:钱)?(?:给|发|补|拿)(?:我|咱|点|一点|一部分).{0,4}(?:钱|点|[,，。]|$)|先把.{0,3}钱.{0,3}(?:给|发|打)|押金.{0,6}(?:没钱|交不起|不够|怎么办)|(?:没|没有|缺|差)钱.{0,3}(?:住院|看病|治|开刀|手术|交)|(?:看|住|治|开)不起(?:病|院|刀)?|交不起", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Advance();

    /// <summary>要是补少了，我要不要倒贴; 补的钱以后要还吗. What a correction asks back is told by the claim.</summary>
    [GeneratedRegex("倒贴|(?:要|用|会|得|叫我|让我)[^,，。退]{0,4}(?:还(?:钱|给|回|的|掉|吗|么|嘛|不)|贴钱)|(?:钱|补助)[^,，。退]{0,6}(?:要还|要不要还|用还|用不用还)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Owing();

    /// <summary>领了补助会不会影响低保.</summary>
    [GeneratedRegex("(?:影响|取消|停|丢|少)[^,，。]{0,6}(?:低保|五保|特困|贫困户|养老金|残疾补贴)|(?:低保|五保|特困|贫困户|养老金|残疾补贴)[^,，。]{0,6}(?:影响|取消|停掉|没了|还有吗|还有没有|还能[拿领])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Welfare();

    [GeneratedRegex("贪污|贪了|贪钱|挪用|吃回扣|做?假账|账(?:目)?(?:有问题|不对|不清|对不上)|钱都?(?:到|去)了?(?:哪里?去?了|谁(?:手|口袋|腰包|家))|私吞", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Books();

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
            : Books().IsMatch(text) ? "fact.books"
            : Welfare().IsMatch(text) ? "fact.welfare"
            : talk.Claim?.ToReturn is null && Owing().IsMatch(text) ? "fact.no-debt"
            : Advance().IsMatch(text) ? "fact.advance"
            : heard.Intent != Intent.Human && Real().IsMatch(text) ? "fact.real"
            : null;
        return fact is null ? null : Questions.Leave(talk, Intent.Rules).Say(fact);
    }
}
