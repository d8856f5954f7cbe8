using System.Collections.Immutable;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Writes numeric steps out in words and formulas (计算步骤成文).</summary>
internal sealed class StepWriter(PolicySnapshot snapshot, Case facts)
{
    public TraceStep Write(LayerPlan layer, in Entry entry, in LayerAmount amount)
    {
        var figure = FigureOf(layer, entry.Rule);
        var village = layer.Figure(FigureName.Fixed) is { Value.ValueKind: System.Text.Json.JsonValueKind.Object } && snapshot.Village is not null
            && entry.Rule is Rule.EntryLine or Rule.Fixed or Rule.CapYear;
        return new TraceStep(
            Name(entry.Rule),
            village ? snapshot.Village!.Village : figure?.Place ?? snapshot.Place,
            village ? snapshot.Village!.Version : figure is null ? "" : FigureJson.Day(figure.From),
            Inputs(layer, entry),
            Formula(layer, entry),
            new Fen(entry.Amount),
            StepOutcome(entry, amount),
            entry.Rule is Rule.Pay or Rule.SelfPayFirst ? layer.Rounding.Name() : null,
            village ? snapshot.Village!.Resolution : entry.Rule == Rule.Borne ? "补偿原则：各层合计不超过实际花费" : figure?.Cite ?? "");
    }

    internal static string Name(Rule rule) => rule switch
    {
        Rule.Base => "base",
        Rule.NotCovered => "not-covered",
        Rule.EntryLine => "entry-line",
        Rule.SelfPayFirst => "self-pay-first",
        Rule.Deductible => "deductible",
        Rule.Repeat => "repeat",
        Rule.Pay => "pay",
        Rule.Fixed => "fixed",
        Rule.CapStay => "cap-stay",
        Rule.CapYear => "cap-year",
        Rule.Borne => "borne",
        Rule.GlobalCap => "global-cap",
    };

    private Figure? FigureOf(LayerPlan layer, Rule rule) => rule switch
    {
        Rule.Base => layer.Figure(FigureName.Base),
        Rule.NotCovered => layer.Figure(FigureName.Covers) ?? layer.Figure(FigureName.Base),
        Rule.EntryLine => layer.Figure(FigureName.EntryLine) ?? layer.Figure(FigureName.Fixed),
        Rule.SelfPayFirst => layer.Figure(FigureName.SelfPayFirst),
        Rule.Deductible => layer.Figure(FigureName.Deductible),
        Rule.Repeat => layer.Figure(FigureName.Repeat),
        Rule.Pay => layer.Figure(FigureName.Rate),
        Rule.Fixed => layer.Figure(FigureName.Fixed),
        Rule.CapStay => layer.Figure(FigureName.CapStay),
        Rule.CapYear => layer.Figure(FigureName.CapYear),
        Rule.Borne => null,
        Rule.GlobalCap => snapshot.Plan.GlobalCapFigure,
    };

    private static Outcome StepOutcome(in Entry entry, in LayerAmount amount) => entry.Rule switch
    {
        Rule.NotCovered => Outcome.NotCovered,
        Rule.CapStay or Rule.CapYear or Rule.Borne or Rule.GlobalCap => Outcome.CapReached,
        Rule.EntryLine or Rule.Deductible or Rule.Pay when amount.Outcome == Outcome.BelowDeductible => Outcome.BelowDeductible,
        _ => Outcome.Paid,
    };

    private ImmutableArray<KeyValuePair<string, string>> Inputs(LayerPlan layer, in Entry e) => e.Rule switch
    {
        Rule.Base => [.. Terms(layer), new("less", Yuan(e.B))],
        Rule.EntryLine => [new("total", Yuan(e.A))],
        Rule.SelfPayFirst => [new("cost", Yuan(e.A)), new("rate", new BasisPoints((int)e.B).ToString())],
        Rule.Repeat => [new("deductible", Yuan(e.A)), new("ordinalInYear", facts.Ordinal.ToString())],
        Rule.Pay => [new("cost", Yuan(e.A)), new("deductible", Yuan(e.B)), .. e.C > 0 ? [new("borneBefore", Yuan(e.C))] : (KeyValuePair<string, string>[])[]],
        Rule.CapStay or Rule.CapYear or Rule.GlobalCap or Rule.Borne => [new("cap", Yuan(e.A)), new("used", Yuan(e.B)), new("before", Yuan(e.C))],
        Rule.NotCovered or Rule.Deductible or Rule.Fixed => [],
    };

    private IEnumerable<KeyValuePair<string, string>> Terms(LayerPlan layer)
    {
        if (layer.Cost.Has(CostTerms.InScope))
            yield return new("inScope", Yuan(facts.InScope));
        if (layer.Cost.Has(CostTerms.SelfPayFirst))
            yield return new("selfPayFirst", Yuan(facts.SelfPayFirst));
        if (layer.Cost.Has(CostTerms.OverLimit))
            yield return new("overLimit", Yuan(facts.OverLimit));
        if (layer.Cost.Has(CostTerms.SelfFunded))
            yield return new("selfFunded", Yuan(facts.SelfFunded));
        if (layer.Cost.Has(CostTerms.Total | CostTerms.Borne))
            yield return new("total", Yuan(facts.Total));
        if (layer.Cost.Has(CostTerms.Borne) && facts.Known.Has(Facts.Borne))
            yield return new("borne", Yuan(facts.Borne));
    }

    private string Formula(LayerPlan layer, in Entry e) => e.Rule switch
    {
        Rule.Base => e.B == 0 ? Yuan(e.A) : $"{Yuan(e.A)} − {Yuan(e.B)}",
        Rule.NotCovered => e.Row >= 0 ? layer.Covers[e.Row].Why : e.Row == -2 ? "不是村互助会会员" : e.Row == -3 ? facts.Barred! : "没有列出这种情况",
        Rule.EntryLine => $"{Yuan(e.A)} {(e.A >= e.Amount ? "≥" : "<")} {Yuan(e.Amount)}",
        Rule.SelfPayFirst => $"{Yuan(e.A)} × {new BasisPoints((int)e.B)}",
        Rule.Deductible or Rule.Fixed => Yuan(e.Amount),
        Rule.Repeat => Repeat(layer, e),
        Rule.Pay => PayFormula.Write(layer, e),
        Rule.CapStay or Rule.CapYear or Rule.GlobalCap or Rule.Borne => $"({Yuan(e.A)} − {Yuan(e.B)}) − {Yuan(e.C)}",
    };

    private static string Repeat(LayerPlan layer, in Entry e)
    {
        if (e.Row < 0)
            return "0.00";
        var row = layer.Repeat[e.Row];
        return row.Kind switch
        {
            RepeatKind.Set => Yuan(row.Value),
            RepeatKind.Times => $"{Yuan(e.A)} × {new BasisPoints((int)row.Value)}",
            RepeatKind.Minus or RepeatKind.MinusEach or RepeatKind.TopUp or RepeatKind.OncePerYear => $"{Yuan(e.A)} − {Yuan(e.A - e.Amount)}",
        };
    }

    internal static string Yuan(long fen) => new Fen(fen).ToString();
}
