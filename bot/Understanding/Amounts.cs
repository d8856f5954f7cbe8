using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Understanding;

/// <summary>Finds amounts in what people say (金额识别): 五万三千二, 5.3万, 三万多, 壹万贰仟元整, 三块五, 一万五到两万. docs/conversation.md says what each way of speaking means.</summary>
internal static partial class Amounts
{
    /// <summary>Words that take an amount back are few.</summary>
    private const int LongestSlip = 30;

    private static readonly Int128 MostSaid = (Int128)1_000_000_000_000 * Span.One;

    [GeneratedRegex("^(?:块钱?|元|的|,)*(?:到|至|-|~|～|—|–|或者?是?|还是|要么)(?:是|有|要么|￥|,)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FromTo();

    [GeneratedRegex("(?:不是|哪(?:里|儿)?[是有要到会]|并非|[唔弗勿不][系是])(?:说|讲|总共|一共|拢共)?(?:[花用报掏给交付补]了?)?是?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Denied();

    /// <summary>哦不对, 说错了, 更正一下: the amount before was a slip of the tongue.</summary>
    [GeneratedRegex("^(?:块钱?|元|的|了)*(?>(?:[,。!?;…、. ]|哦|噢|喔|啊|呀|哎|诶|唉|欸|呸|哟|那个|等等|等下|我|刚才|刚|前面|上面)*)(?:不对|不是|不,|错了?|[说讲记写看打念报]错|[说讲写]反|更正|纠正|改成|改为|口误|(?<=呸[,。!、 ]{0,3})|再?(?:看看|看一?下|翻翻|翻一?下|查查|查一?下|想想|想一?下|数数)[^,。]{0,4}[,。!]*(?:哦|噢|喔|啊|哎|唉)?[,。!]*是)(?:了|啦|咯|喽|的|一下|是|应该|该|我|说|讲|总共|一共|花|不对|不是|错|[,。!、 ])*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Corrected();

    /// <summary>一万就一万: said twice, meant once.</summary>
    [GeneratedRegex("^(?:块钱?|元)?(?:就|就是|是)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Repeated();

    /// <summary>介于…和…, …和…之间.</summary>
    [GeneratedRegex("^(?:块钱?|元)*[和跟与同](?:￥)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex And();

    [GeneratedRegex(@"\G(?:块钱?|元)*(?:之间|中间)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Amid();

    public static IReadOnlyList<SaidAmount> In(string raw)
    {
        var text = AmountText.Prepare(raw);
        var found = Read(text);
        return [.. found.Select((one, i) => one with { Role = AmountRoles.Of(Lead(text, one.Start, i > 0 ? found[i - 1].End : 0), Trail(text, one.End, i + 1 < found.Count ? found[i + 1].Start : text.Length), text[(i > 0 ? found[i - 1].End : 0)..one.Start]) })];
    }

    private static List<SaidAmount> Read(string text)
    {
        var idioms = Idioms.In(text).ToList();
        var found = new List<SaidAmount>();
        var vague = Hedges.AllVague(text);
        var earlier = HedgeKind.None;
        for (int at = 0, done = 0; at < text.Length;)
        {
            var idiom = idioms.Find(i => i.Start == at);
            var read = idiom.End > 0 ? new MoneyRead(idiom.Value, [], at, idiom.End, idiom.End, true) : Range(text, at) ?? MoneyReader.At(text, at);
            if (read is null)
            {
                at++;
                continue;
            }
            var lead = Lead(text, at, done);
            var before = Hedges.Before(lead, read.Parts is [{ Mark: Mark.Unit, Value: > 10 }, ..]);
            var (after, end) = Hedges.After(text, read.End);
            at = Math.Max(read.End, at + 1);
            var gap = found.Count > 0 ? text[found[^1].End..read.Start] : "";
            var corrects = found.Count > 0 && gap.Length <= LongestSlip && Corrected().IsMatch(gap);
            if (read.Value is not { } value || !(corrects ? AmountContext.MayBeMoney(text, read, end) : AmountContext.IsMoney(text, read, before, end)) || Denied().IsMatch(lead))
                continue;
            if (Widen(value, [before, .. after, .. vague ? (HedgeKind[])[HedgeKind.About] : []], read.Start, end - read.Start) is not { } said)
                continue;
            if (corrects)
                found[^1] = said;
            else if (found.Count > 0 && found[^1] is var last && said.Min <= last.Min && last.Max <= (said.Max ?? last.Max) && Repeated().IsMatch(gap))
                found[^1] = said with { Start = last.Start, Length = said.End - last.Start };
            else if (found.Count > 0 && found[^1].Max is { } && said.Max is { } most && found[^1].Min <= most && (FromTo().IsMatch(gap) || (And().IsMatch(gap) && (text[..found[^1].Start].EndsWith("介于", StringComparison.Ordinal) || Amid().IsMatch(text, said.End)))))
                found[^1] = found[^1] with { Max = earlier == HedgeKind.About && before == HedgeKind.None ? Share(most, 12) : most, Exact = false, Length = said.End - found[^1].Start };
            else
                found.Add(said);
            earlier = before;
            at = done = Math.Max(at, end);
        }
        return found;
    }

    /// <summary>1到2万, 3000-5000元: the first has its unit from the second.</summary>
    private static MoneyRead? Range(string text, int at)
    {
        var (first, end) = Tokens.At(text, at);
        if (first.Count == 0 || end >= text.Length || text[end] is not ('到' or '至' or '-' or '~' or '～' or '—' or '–') || MoneyReader.At(text, end + 1) is not { } second)
            return null;
        if (second.Value is not { } to)
            return null;
        // 二十至三十万: the same unit before the last says that the last counts both.
        var same = second.Parts is [.., { Mark: Mark.Unit }] && Largest(first) is > 0 and var unit && Largest(second.Parts.SkipLast(1)) == unit && second.Parts[^1].Value > unit;
        var whole = !same && first.Any(p => p.Mark == Mark.Unit && p.Value >= 100);
        IReadOnlyList<Token> borrowed = same || (!whole && second.Parts is [.., { Mark: Mark.Unit }] && first[^1].Mark != Mark.Unit) ? [.. first, second.Parts[^1]] : first;
        return NumberReader.Read(borrowed) is { } from && from.Min <= to.Max ? second with { Value = Span.Between(from, to), Start = at } : null;
    }

    private static long Largest(IEnumerable<Token> parts) => parts.Where(p => p.Mark == Mark.Unit).Select(p => p.Value).DefaultIfEmpty(0).Max();

    private static SaidAmount? Widen(Span value, IEnumerable<HedgeKind> hedges, int start, int length)
    {
        const int PerFen = Span.One / 100;
        if (value.Max > MostSaid || (value.Exact && value.Min % PerFen != 0))
            return null;
        var said = new SaidAmount(new Fen((long)(value.Min / PerFen)), new Fen((long)(value.Max / PerFen)), value.Exact, start, length);
        foreach (var hedge in hedges.Where(h => h != HedgeKind.None).Distinct().OrderBy(h => h == HedgeKind.About))
        {
            said = hedge switch
            {
                HedgeKind.Most => said with { Min = Fen.Zero },
                HedgeKind.Least => said with { Max = null },
                HedgeKind.Near => said with { Min = Share(said.Min, 8) },
                HedgeKind.Over => said with { Max = said.Max is { } max ? new Fen(max.Value + (long)(Span.Place(max.Value * (Int128)PerFen) / PerFen)) : null },
                _ when !said.Exact => said, // 大概三万多, 四位数吧: it is vague already
                _ => said with { Min = Share(said.Min, 8), Max = said.Max is { } max ? Share(max, 12) : null },
            } with
            { Exact = false };
        }
        return said;
    }

    private static Fen Share(Fen of, int tenths) => new(of.Value * tenths / 10);

    /// <summary>The clause up to here, from the amount before it.</summary>
    private static string Lead(string text, int at, int from)
    {
        var clause = text[from..at];
        var cut = clause.LastIndexOfAny([',', '。', ';', '!', '?', '、', '\n', ':', '(', ')']);
        return cut >= 0 && clause[cut] != ':' ? clause[(cut + 1)..] : clause;
    }

    private static string Trail(string text, int at, int to)
    {
        var clause = text[at..to];
        var cut = clause.IndexOfAny([',', '。', ';', '!', '?', '\n']);
        return cut >= 0 ? clause[..cut] : clause;
    }
}
