using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Understanding;

/// <summary>An amount as said (口头金额): never made more exact than it was.</summary>
/// <param name="Max">Null where no upper end was said: 三万以上.</param>
/// <param name="Exact">Least and most are the same and no word made it vague.</param>
internal sealed record SaidAmount(Fen Min, Fen? Max, bool Exact, int Start, int Length);

/// <summary>Finds amounts in what people say (金额识别): 五万三千二, 5.3万, 三万多, 壹万贰仟元整, 三块五, 3w.</summary>
internal static partial class Amounts
{
    private const string Number = "(?![多来余把点.])[0-9零〇一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖几数半十拾百佰千仟万亿wk点.多来余把]+";

    private const string Digit = "[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖]";

    [GeneratedRegex(
        "(?<before>大概|大约摸?|约摸?|约莫|差不多|估计|估摸着?|大致|可能|好像|将近|接近|快|近|小|不到|不足|不满|没到|超过|不止|至少|起码|最多|顶多|上|好)?"
        + "(?<a>" + Number + ")"
        + "(?:(?<to>到|至|-|~|—|或者?|还是)(?<b>" + Number + "))?"
        + "(?<yuan>块钱?|元|圆|rmb)?"
        + "(?<small>零?" + Digit + "[毛角](?:零?" + Digit + "分?)?|零?" + Digit + "分|" + Digit + "{1,2}(?![0-9万千百十])|半|整|正)?"
        + "(?<jiao>[毛角](?:" + Digit + "分?)?)?"
        + "(?<after>多|来|左右|上下|出头|不到|不足|以内|以下|以上|都不止|不止|往上|朝上|打底|起|的样子|差不多|差一点|还差点|吧|好像)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex("万儿八千|千儿八百|百儿八十|百八十块", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Idiom();

    public static IReadOnlyList<SaidAmount> In(string raw)
    {
        var text = AmountText.Prepare(raw);
        var found = Idiom().Matches(text).Select(m => Vague(m.Value, m)).ToList();
        found.AddRange(Said().Matches(text).Where(m => !found.Exists(f => Overlap(f, m))).Select(m => Read(text, m)).OfType<SaidAmount>().ToList());
        return found;
    }

    private static SaidAmount? Read(string text, Match match)
    {
        if (AmountText.IsNoMoney(text, match))
            return null;
        var yuan = match.Groups["yuan"].Success;
        var jiaoOnly = !yuan && match.Groups["jiao"].Success;
        var small = AmountText.Small(match, yuan, jiaoOnly);
        if (small < 0 || Value(match, jiaoOnly) is not { } value)
            return null;
        value += Span.Of(small);
        return Widen(value, match);
    }

    private static Span? Value(Match match, bool jiaoOnly)
    {
        var a = match.Groups["a"].Value;
        if (!match.Groups["b"].Success)
            return NumberReader.Read(a) is { } one ? (jiaoOnly ? new Span(one.Min / 10, one.Max / 10, one.Exact) : one) : null;
        var b = match.Groups["b"].Value;
        var unit = Numeral.Unit(a[^1]) == 0 && Numeral.Unit(b[^1]) > 0 ? b[^1..] : "";
        return NumberReader.Read(a + unit) is { } from && NumberReader.Read(b) is { } to && from.Min <= to.Max ? Span.Between(from, to) : null;
    }

    private static SaidAmount? Widen(Span value, Match match)
    {
        const int PerFen = Span.One / 100;
        if (value.Max > (Int128)1_000_000_000_000 * Span.One || (value.Exact && value.Min % PerFen != 0))
            return null;
        var min = new Fen((long)(value.Min / PerFen));
        Fen? max = new Fen((long)(value.Max / PerFen));
        var exact = value.Exact;
        foreach (var word in (ReadOnlySpan<string>)[match.Groups["before"].Value, match.Groups["after"].Value])
        {
            if (word is "" or "吧")
                continue;
            exact = false;
            switch (word)
            {
                case "不到" or "不足" or "不满" or "没到" or "以内" or "以下" or "最多" or "顶多" or "差一点" or "还差点":
                    min = Fen.Zero;
                    break;
                case "超过" or "不止" or "都不止" or "至少" or "起码" or "以上" or "往上" or "朝上" or "打底" or "起" or "上":
                    max = null;
                    break;
                case "多" or "来" or "出头":
                    max = new Fen(max!.Value.Value + Place(max.Value.Value));
                    break;
                case "好": // 好几万 says no more than 几万
                    break;
                case "将近" or "接近" or "快" or "近" or "小":
                    min = new Fen(min.Value / 10 * 8);
                    break;
                default:
                    min = new Fen(min.Value / 10 * 8);
                    max = max is { } most ? new Fen(most.Value / 10 * 12) : null;
                    break;
            }
        }
        return new SaidAmount(min, max, exact, match.Index, match.Length);
    }

    private static SaidAmount Vague(string idiom, Match match)
    {
        var unit = Numeral.Unit(idiom[0]) * 100;
        return new SaidAmount(new Fen(unit / 10 * 8), new Fen(unit * 2), false, match.Index, match.Length);
    }

    private static long Place(long fen)
    {
        var place = 100L;
        while (fen > 0 && fen % (place * 10) == 0)
            place *= 10;
        return place;
    }

    private static bool Overlap(SaidAmount found, Match match) => match.Index < found.Start + found.Length && found.Start < match.Index + match.Length;
}
