using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>What stands around a number says whether it is money at all (金额上下文).</summary>
internal static partial class AmountContext
{
    /// <summary>Behind these a number counts something else.</summary>
    internal const string Counted = "年月号日天岁个次张点楼床片口人户遍回斤级期周层颗粒盒瓶针趟种条样只位名家村组队届秒%成折倍度米克里步页份件包支台顿餐辆站路班栋幢座弄室房亩代双袋桶杯碗滴厘";

    [GeneratedRegex("^(?:[" + Counted + "]|毫|公[斤里分克]|小时|分[之钟]|病[房室床]|单元|平方?|ml|mg|kg|cm|mm|g(?![a-z])|℃|下(?![来去不])|来?[" + Counted + "]|(?:国际)?单位(?![报给出的交付掏])|[a-jl-vx-z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OtherThing();

    [GeneratedRegex("(?:分之|第|尾号.{0,2}|(?:电话|手机|微信|发票|住院|病历|单|卡|账|床|编|门牌|qq|证|密|验证)[证号码]+[是:为,]{0,2}|身份证.{0,3}|手机|电话|(?:高压|低压|血压|血糖|血脂|心率|心跳|体重|体温|身高|白细胞|红细胞|血小板|血红蛋白|转氨酶|肌酐|尿酸|度数|浓度|功能|指标|胆红素|血氧)[^,。;0-9]{0,2}|活到|[a-z_])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NoMoneyBefore();

    [GeneratedRegex("[花用付交掏费共总计才钱款额价报补贴退账下写]|统筹|医保|基金|个人|现金|自付|自负|合计", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex MoneyWord();

    [GeneratedRegex("[花用付交掏给收贴垫退补要缴扣借](?:了|过|掉|去|咧|哩|出|进|个)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex MoneyVerb();

    /// <summary>一分钱没给, 没花一分钱: no amount at all.</summary>
    [GeneratedRegex(@"\G一[块毛角分](?:钱)?(?:[也都还]?[没不未])|(?<=[没不未][^,。]{0,3})\G一[毛角分]钱?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Nothing();

    /// <summary>一块去, 两块钢板: together, or pieces of something.</summary>
    [GeneratedRegex(@"\G(?:一块(?![钱多半零0-9一二三四五六七八九]|[,。;!?、]|$)|[一两二三四五六七八九0-9几]块(?:钢|石|肉|地|田|膏|布|豆|骨|砖|板|皮|糖|疤|肿|淤))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\G(?:(?:19|20)[0-9]{2}(?:[-年][0-9]{1,2}|[./][0-9]{1,2}[./])|(?:1[0-2]|0?[1-9])[.](?:3[01]|[12][0-9]|0?[1-9])(?=[号日出住入那去到]|$)|(?:110|119|12[0-2]|12393|12345|12333)(?![0-9.块元]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DateOrHotline();

    /// <summary>个二百五: a fool.</summary>
    [GeneratedRegex(@"(?<=[个像装真])\G二百五(?![十块元])", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Fool();

    /// <summary>不是4800是8400.</summary>
    [GeneratedRegex("不是[0-9]{3,9}(?:[.][0-9]{1,2})?[,。]?(?:而|应该|就)?是[0-9]{3,9}(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NotButIs();

    /// <summary>Nothing by the number says that it is something else; where it takes the place of an amount that is enough.</summary>
    public static bool MayBeMoney(string text, MoneyRead read, int end) =>
        (read.Unit || read.Parts is [{ Mark: Mark.Figures, Digits: >= 2 }] || read.Parts.Any(p => p.Mark == Mark.Unit))
        && !InsideANumber(text, read.Start) && !NoMoneyBefore().IsMatch(text[..read.Start]) && !OtherThing().IsMatch(text[read.NumberEnd..]) && !OtherThing().IsMatch(text[end..]);

    /// <summary>A run of figures that could not be read as a whole is not read in part.</summary>
    private static bool InsideANumber(string text, int start) =>
        start > 0 && char.IsAsciiDigit(text[start]) && (char.IsAsciiDigit(text[start - 1]) || (text[start - 1] == '.' && start > 1 && char.IsAsciiDigit(text[start - 2])));

    /// <param name="end">Behind the amount and the words that make it vague.</param>
    public static bool IsMoney(string text, MoneyRead read, HedgeKind before, int end)
    {
        if (InsideANumber(text, read.Start) || Fool().IsMatch(text, read.Start) || (read.Parts.Count == 1 && text[..read.Start].EndsWith('打')))
            return false;
        if (NoMoneyBefore().IsMatch(text[..read.Start]) || Nothing().IsMatch(text, read.Start) || Pieces().IsMatch(text, read.Start))
            return false;
        if (read.Unit || (read.Start > 0 && text[read.Start - 1] == '￥'))
            return true;
        if ((read.Parts.Count == 1 && DateOrHotline().IsMatch(text, read.Start)) || OtherThing().IsMatch(text[read.NumberEnd..]) || OtherThing().IsMatch(text[end..]))
            return false;
        if (read.Parts.Any(p => p is { Mark: Mark.Unit, Value: >= 100 }))
            return IsAmountAlone(read.Parts, before);
        var figures = read.Parts is [{ Mark: Mark.Figures }, ..] ? read.Parts[0].Digits + read.Parts[0].Places : 0;
        if (figures > 9)
            return false;
        if (figures >= 3 && (before is HedgeKind.Least or HedgeKind.Most or HedgeKind.Near || NotButIs().IsMatch(text)))
            return true;
        if (figures is >= 4 and <= 7 && before == HedgeKind.About && (end == text.Length || text[end] is ',' or '。' or '!' or ';'))
            return true;
        if (figures >= 3 && (read.Start == 0 && end == text.Length || MoneyWord().IsMatch(text[Math.Max(0, read.Start - 6)..read.Start])))
            return true;
        return (figures >= 2 || read.Parts.Any(p => p.Mark == Mark.Unit)) && MoneyVerb().IsMatch(text[..read.Start]);
    }

    /// <summary>万一, 千万, 百姓 are words; 万八, 千把, 上万 are amounts.</summary>
    private static bool IsAmountAlone(IReadOnlyList<Token> parts, HedgeKind before) =>
        parts[0] is not { Mark: Mark.Unit, Value: > 10 } || parts[^1].Mark is Mark.About or Mark.More || before == HedgeKind.Least || parts is [_, { Mark: Mark.Digit, Value: 8 }, ..];
}
