using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding;

/// <summary>What a word does to the amount it stands by (约数词).</summary>
internal enum HedgeKind
{
    None,

    /// <summary>不到, 顶多: at most.</summary>
    Most,

    /// <summary>不止, 起码: at least.</summary>
    Least,

    /// <summary>将近, 小: a little less.</summary>
    Near,

    /// <summary>出头, 挂零: a little more.</summary>
    Over,

    /// <summary>大概, 左右: about.</summary>
    About,
}

/// <summary>Finds the words before and behind an amount that make it vague (约数词的查找).</summary>
internal static partial class Hedges
{
    private const string Filler = "(?:了|是|有|要|花|用|得|着|到|个|也|还|就|在|￥|人民币|报|给|交)*$";

    [GeneratedRegex("(?:不会?超过|没超过|超不过|不到|不足|不满|没到|没有|没|不多于|不过|[用花要]不[了到着]|不消)" + Filler, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MostBefore();

    [GeneratedRegex("(?:超过|超出|超|不止|不只|不下于?|不低于|不少于|多于|高于|突破)" + Filler, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LeastBefore();

    /// <summary>上万, 过千: before a unit with no number.</summary>
    [GeneratedRegex("(?:(?<![加晚早马身以向手网线算])上|[过破超])了?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LeastBeforeUnit();

    [GeneratedRegex("(?:将近|接近|靠近|挨近|(?<![赶尽凉愉])快|(?<![最附远亲])近|(?<![大多细从])小|奔着?|(?<!不)差一?点点?|眼看)" + Filler, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NearBefore();

    [GeneratedRegex("最多|顶多|撑死|充其量|至多|顶天|满打满算|最高", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex MostInClause();

    [GeneratedRegex("至少|起码|最少|最低|少说|少讲|往少里", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex LeastInClause();

    [GeneratedRegex("大[概该慨盖]|大约|大体|大致|(?<![预节合签])约(?![定好])|差[不勿]多|差不离|估|可能|也许|或许|好像|好象|应该|恐怕|怕[是有得要]|没准|兴许|大抵|上下|记得|左右|印象|猜|琢磨|寻思|感觉|毛估|约摸", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex AboutInClause();

    [GeneratedRegex("记不太?清|记不得|不记得是?多少|记不准|说不准|说不好|吃不准|不确定|没个准|大概数|约数|估的", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Unsure();

    [GeneratedRegex(
        @"\G(?:块|钱|都|也|还|就|的|呢|了|,)*(?:"
        + "(?<most>不到(?:一?点)?|不足|不满|没到|没有(?![报给发])|以[内下]|之[内下]|[往朝]里|以里|[花用要到]不[了到着]|封顶|到顶|弱(?=[,。]|$))"
        + @"|(?<least>以上|之上|往上|朝上|朝外|开外|起[步跳]|起(?=[,。]|$)|打底|打不住|不够|不止|挡不住|要?多(?=呢?[,。]|$)(?<=[还要]多)|有余|强(?=[,。]|$)|\+)"
        + "|(?<near>还?差一?点点?|还?缺一?点|还?欠一?点)"
        + "|(?<over>出一?点?头|冒一?点?[头尖]|露头|[挂带有][个点]?(?:零|尾)|带?拐弯|(?<!的)零头|[多大]一?点|好几|(?<!,)多(?![少花交收报给补要退付病]))"
        + "|(?<about>左右|上下|左近|光景|(?:这|那)?个?样子|那样|似的|差[不勿]多|大概|好像|好象|模样|来去|吧|罢))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Behind();

    /// <summary>What is said before an amount in its clause.</summary>
    /// <param name="lead">From the end of the amount before, or the beginning of the clause, to the amount.</param>
    /// <param name="bare">Whether it begins with a unit: 万, 百.</param>
    public static HedgeKind Before(string lead, bool bare)
    {
        if ((LeastBefore().IsMatch(lead) && !MostBefore().IsMatch(lead)) || (bare && LeastBeforeUnit().IsMatch(lead)))
            return HedgeKind.Least;
        return MostBefore().IsMatch(lead) ? HedgeKind.Most
            : MostInClause().IsMatch(lead) ? HedgeKind.Most
            : LeastInClause().IsMatch(lead) ? HedgeKind.Least
            : AboutInClause().IsMatch(lead) ? HedgeKind.About
            : NearBefore().IsMatch(lead) ? HedgeKind.Near
            : HedgeKind.None;
    }

    /// <summary>What is said behind an amount, one word after the other, and where that ends.</summary>
    public static (IReadOnlyList<HedgeKind> Kinds, int End) After(string text, int at)
    {
        var kinds = new List<HedgeKind>();
        while (kinds.Count < 4 && Behind().Match(text, at) is { Success: true } match)
        {
            kinds.Add(match.Groups["most"].Success ? HedgeKind.Most : match.Groups["least"].Success ? HedgeKind.Least : match.Groups["near"].Success ? HedgeKind.Near : match.Groups["over"].Success ? HedgeKind.Over : HedgeKind.About);
            at = match.Index + match.Length;
        }
        return (kinds, at);
    }

    /// <summary>Whether the person says of the whole message that its figures are not certain.</summary>
    public static bool AllVague(string text) => Unsure().IsMatch(text);
}
