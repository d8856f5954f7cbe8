using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>One settlement of a person's stays (一次结算的结果).</summary>
/// <param name="Stay">Position of the stay among those given; a long stay has several settlements.</param>
/// <param name="From">First day settled.</param>
/// <param name="To">Last day settled.</param>
/// <param name="Facts">What it was worked out on: costs of the part, totals of the year so far, statuses that count.</param>
public sealed record SettledPart(int Stay, DateOnly From, DateOnly To, AdmissionFacts Facts, AdjudicationResult Result)
{
    /// <summary>It stands for all parts of a cut stay together and has only the layers that look at the whole stay: mutual aid and charity.</summary>
    public bool Whole { get; init; }
}

/// <summary>All stays of one person settled in order of time (全年结算), as the place joins and cuts them: moves between hospitals, settlement periods, the turn of the year, statuses and insurance that came or went.</summary>
/// <remarks>What a cut stay's parts leave to the patient is for mutual aid and charity to look at once, over the whole stay: a part's answer does not have those layers, and the last part is followed by a settlement of the whole that has them alone.</remarks>
public static class YearSettlement
{
    /// <summary>More open questions than this at once are not played through; from the first such on, amounts stay open.</summary>
    private const int MostQuestions = 8;

    /// <summary>The settlements, in order of time. What the facts or the law on file do not determine is tried both ways; an amount that comes out differently is left open and says what is missing.</summary>
    /// <param name="stays">Any order, of one person.</param>
    /// <param name="rulesFor">The rules that govern a stay or a part of one, by its place, scheme and date.</param>
    public static IReadOnlyList<SettledPart> Settle(IReadOnlyList<AdmissionFacts> stays, Func<AdmissionFacts, PolicySnapshot> rulesFor)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(rulesFor);
        var pieces = Pieces.Of(stays, rulesFor);
        var open = pieces.Select((p, i) => Asked(p, i)).OfType<Question>().DistinctBy(q => q.Key).ToImmutableArray();
        var tried = open.Take(MostQuestions).ToImmutableArray();
        var runs = Enumerable.Range(0, 1 << tried.Length).Select(answers => Run(pieces, tried, answers)).ToList();
        return [.. pieces.Select((piece, i) =>
        {
            var result = Open(piece, runs[0][i], layer => [.. Needs(piece, runs, tried, i, layer), .. open.Skip(MostQuestions).Where(q => q.First <= i).Select(q => q.Need).Take(1)]);
            return new SettledPart(piece.Stay, piece.From, piece.Facts.Date, runs[0][i].Facts, Noted(piece, result)) { Whole = piece.Whole };
        })];
    }

    private static Question? Asked(Piece piece, int index)
    {
        var rule = SettlementRule.Of(piece.Rules);
        return piece.Join switch
        {
            Join.PerhapsTransfer => new Question($"{index}", index, new Need("continuesPrevious", "是不是从上一家医院转来的，中间隔了几个小时", IsPolicy: false)),
            Join.NewPeriod when rule.NewPeriod is null => new Question("new-period", index, new Need("settlement/new-period", $"{piece.Rules.PlaceName}住院超过一个结算期以后，要不要再扣一次起付线", IsPolicy: true)),
            Join.NewYear when rule.NewYear is null => new Question("new-year", index, new Need("settlement/new-year", $"{piece.Rules.PlaceName}住院跨年以后，要不要再扣一次起付线", IsPolicy: true)),
            _ => null,
        };
    }

    private static Settled[] Run(ImmutableArray<Piece> pieces, ImmutableArray<Question> questions, int answers)
    {
        var settled = new Settled[pieces.Length];
        var sofar = new YearSoFar();
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            if (i > 0 && piece.Facts.Date.Year != pieces[i - 1].Facts.Date.Year)
                sofar = new YearSoFar(sofar.LastPaid);
            if (piece.Whole)
            {
                settled[i] = WholeStay.Settle(piece, [.. settled[..i].Where((_, k) => pieces[k].Stay == piece.Stay)], sofar);
                sofar.TakeWhole(settled[i].Result);
                continue;
            }
            var facts = sofar.Complete(piece.Facts with { Stay = piece.Facts.Stay with { ContinuesPrevious = GoesOn(piece, i, questions, answers) } });
            var result = WholeStay.Left(piece, Adjudicator.Adjudicate(piece.Rules, facts));
            settled[i] = new Settled(facts, piece.Costed ? result : Open(piece, new Settled(facts, result), _ => [PartCosts]));
            sofar.Take(facts, settled[i].Result);
        }
        return settled;
    }

    private static Need PartCosts { get; } = new("parts", "每个结算期各花了多少钱（住院时间长或者跨年，医院要分段结算）", IsPolicy: false);

    private static bool GoesOn(Piece piece, int index, ImmutableArray<Question> questions, int answers)
    {
        var rule = SettlementRule.Of(piece.Rules);
        return piece.Join switch
        {
            Join.Fresh => false,
            Join.Transfer => true,
            Join.PerhapsTransfer => Answer($"{index}"),
            Join.NewPeriod => rule.NewPeriod is { } again ? !again : Answer("new-period"),
            Join.NewYear => rule.NewYear is { } again ? !again : Answer("new-year"),
        };

        bool Answer(string key)
        {
            for (var q = 0; q < questions.Length; q++)
            {
                if (questions[q].Key == key)
                    return (answers & (1 << q)) != 0;
            }
            return false;
        }
    }

    /// <summary>The questions on whose answer a layer's amount hangs.</summary>
    private static ImmutableArray<Need> Needs(Piece piece, List<Settled[]> runs, ImmutableArray<Question> questions, int index, string layer) =>
        !piece.Costed ? [PartCosts] : [.. questions.Where((_, q) => Enumerable.Range(0, runs.Count).Any(run => !Same(runs[run][index].Result, runs[run ^ (1 << q)][index].Result, layer))).Select(q => q.Need).DistinctBy(n => n.Name)];

    private static bool Same(AdjudicationResult a, AdjudicationResult b, string layer)
    {
        var (one, other) = (a.Layers.FirstOrDefault(l => l.Layer == layer), b.Layers.FirstOrDefault(l => l.Layer == layer));
        return (one?.Outcome, one?.Amount, one?.Recomputed) == (other?.Outcome, other?.Amount, other?.Recomputed);
    }

    /// <summary>The result with the layers left open that hang on something missing. What the papers say was paid stands.</summary>
    private static AdjudicationResult Open(Piece piece, Settled settled, Func<string, ImmutableArray<Need>> needs)
    {
        var result = settled.Result;
        var layers = result.Layers.Select(l => Answers(piece, l) ? l : Open(l, needs(l.Layer))).ToList();
        if (layers.SequenceEqual(result.Layers))
            return result;
        return result with
        {
            Layers = [.. layers],
            PatientPays = result.PatientPays + result.Layers.Aggregate(Fen.Zero, (sum, l) => sum + l.Amount) - layers.Aggregate(Fen.Zero, (sum, l) => sum + l.Amount),
            Needs = [.. layers.SelectMany(l => l.Needs).Concat(result.Needs.Where(n => !n.Blocking)).DistinctBy(n => n.Name)],
            Findings = Findings.Of(settled.Facts, layers),
            Counterfactual = null,
        };
    }

    /// <summary>Where the sheet says what the patient bore over the whole stay, its parts are not asked for.</summary>
    private static bool Answers(Piece piece, LayerResult layer) => !piece.Costed && piece.Facts.Stay.Borne is not null && WholeStay.Has(layer.Layer);

    internal static LayerResult Open(LayerResult layer, ImmutableArray<Need> needs)
    {
        if (needs.IsEmpty || layer.Outcome == Outcome.NotCovered)
            return layer;
        return layer with
        {
            Outcome = needs.Any(n => n.IsPolicy) ? Outcome.NeedsPolicy : Outcome.NeedsFact,
            Amount = layer.OnPaper ? layer.Amount : Fen.Zero,
            Recomputed = null,
            Deductible = null,
            Steps = [],
            Needs = [.. layer.Needs.Concat(needs.Select(n => n with { Blocking = !layer.OnPaper })).DistinctBy(n => n.Name)],
        };
    }

    private static AdjudicationResult Noted(Piece piece, AdjudicationResult result)
    {
        var rule = SettlementRule.Of(piece.Rules);
        if (piece.Whole)
            return result;
        if (piece.Facts.Admitted is null && (rule.PeriodDays is not null || rule.Split))
            result = result with { Needs = [.. result.Needs, new Need("admitted", "哪一天住的院（住得久或者跨年，要分段结算）", IsPolicy: false) { Blocking = false }] };
        return piece.Finding is { } finding ? result with { Findings = [.. result.Findings, finding] } : result;
    }

    private sealed record Question(string Key, int First, Need Need);

}

/// <summary>A piece with what it was worked out on and what came out.</summary>
internal readonly record struct Settled(AdmissionFacts Facts, AdjudicationResult Result);
