using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Numbers;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Understanding;

/// <summary>Finds amounts in what people say (金额识别): 五万三千二, 5.3万, 三万多, 壹万贰仟元整, 三块五, 一万五到两万. docs/conversation.md says what each way of speaking means.</summary>
internal static partial class Amounts
{
    private static readonly Int128 MostSaid = (Int128)1_000_000_000_000 * Span.One;

    [GeneratedRegex("^(?:块钱?|元|的|,)*(?:到|至|-|~|～|—|–|或者?是?|还是|要么)(?:是|有|要么|￥|,)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FromTo();

    [GeneratedRegex("(?:不是|哪是|并非)(?:花了?|用了?|说)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Denied();

    public static IReadOnlyList<SaidAmount> In(string raw)
    {
        var text = AmountText.Prepare(raw);
        var found = Read(text);
        return [.. found.Select((one, i) => one with { Role = AmountRoles.Of(Lead(text, one.Start, i > 0 ? found[i - 1].End : 0), Trail(text, one.End, i + 1 < found.Count ? found[i + 1].Start : text.Length)) })];
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
            if (read.Value is not { } value || !AmountContext.IsMoney(text, read, before, end) || Denied().IsMatch(lead))
                continue;
            if (Widen(value, [before, .. after, .. vague ? (HedgeKind[])[HedgeKind.About] : []], read.Start, end - read.Start) is not { } said)
                continue;
            if (found.Count > 0 && found[^1].Max is { } && said.Max is { } most && found[^1].Min <= most && FromTo().IsMatch(text[found[^1].End..read.Start]))
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
        if (first.Any(p => p.Mark == Mark.Unit && p.Value >= 100) || second.Value is not { } to)
            return null;
        IReadOnlyList<Token> borrowed = second.Parts is [.., { Mark: Mark.Unit }] && first[^1].Mark != Mark.Unit ? [.. first, second.Parts[^1]] : first;
        return NumberReader.Read(borrowed) is { } from && from.Min <= to.Max ? second with { Value = Span.Between(from, to), Start = at } : null;
    }

    private static SaidAmount? Widen(Span value, IEnumerable<HedgeKind> hedges, int start, int length)
    {
        const int PerFen = Span.One / 100;
        if (value.Max > MostSaid || (value.Exact && value.Min % PerFen != 0))
            return null;
        var said = new SaidAmount(new Fen((long)(value.Min / PerFen)), new Fen((long)(value.Max / PerFen)), value.Exact, start, length);
        foreach (var hedge in hedges.Where(h => h != HedgeKind.None).Distinct())
        {
            said = hedge switch
            {
                HedgeKind.Most => said with { Min = Fen.Zero },
                HedgeKind.Least => said with { Max = null },
                HedgeKind.Near => said with { Min = Share(said.Min, 8) },
                HedgeKind.Over => said with { Max = said.Max is { } max ? new Fen(max.Value + (long)(Span.Place(max.Value * (Int128)PerFen) / PerFen)) : null },
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
