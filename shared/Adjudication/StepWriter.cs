using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>Writes numeric steps out in words and formulas (计算步骤成文).</summary>
internal sealed class StepWriter(PolicySnapshot snapshot, Case facts)
{
    /// <summary>The steps of one benefit.</summary>
    public ImmutableArray<TraceStep> Write(LayerPlan layer, Entry[] entries, int index, in LayerAmount amount)
    {
        var count = 0;
        foreach (var entry in entries)
            count += entry.Layer == index ? 1 : 0;
        var steps = new TraceStep[count];
        var at = 0;
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (entry.Layer == index)
                steps[at++] = Write(layer, entry, amount);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(steps);
    }

    private TraceStep Write(LayerPlan layer, in Entry entry, in LayerAmount amount)
    {
        var name = FigureOf(layer, entry.Rule, entry.Row);
        var figure = entry.Rule == Rule.GlobalCap ? snapshot.Plan.GlobalCapFigure : name is { } known ? layer.Figure(known) : null;
        var village = snapshot.Village is not null && entry.Rule is Rule.EntryLine or Rule.Fixed or Rule.FixedByOperation or Rule.CapYear && ByVillage(layer) ? snapshot.Village : null;
        return new TraceStep(
            Name(entry.Rule),
            village?.Village ?? figure?.Place ?? snapshot.Place,
            village?.Version ?? (figure is null ? "" : name is { } since ? layer.Since[(int)since] : FigureJson.Day(figure.From)),
            Inputs(layer, entry),
            Formula(layer, entry),
            new Fen(entry.Amount),
            StepOutcome(entry, amount),
            entry.Rule is Rule.Pay or Rule.SelfPayFirst ? layer.Rounding.Name() : null,
            village?.Resolution ?? (entry.Rule == Rule.Borne ? "补偿原则：各层合计不超过实际花费" : figure?.Cite ?? ""));
    }

    private static bool ByVillage(LayerPlan layer) => layer.Figure(FigureName.Fixed) is { Value.ValueKind: System.Text.Json.JsonValueKind.Object };

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
        Rule.FixedByOperation => "fixed-by-operation",
        Rule.CapStay => "cap-stay",
        Rule.CapYear => "cap-year",
        Rule.Borne => "borne",
        Rule.GlobalCap => "global-cap",
    };

    /// <summary>The figure a step stands on; null for none of the benefit's own.</summary>
    private static FigureName? FigureOf(LayerPlan layer, Rule rule, int row) => rule switch
    {
        Rule.Base => FigureName.Base,
        Rule.NotCovered when row == -4 => FigureName.TimesAYear,
        Rule.NotCovered => layer.Figure(FigureName.Covers) is null ? FigureName.Base : FigureName.Covers,
        Rule.EntryLine => layer.Figure(FigureName.EntryLine) is null ? FigureName.Fixed : FigureName.EntryLine,
        Rule.SelfPayFirst => FigureName.SelfPayFirst,
        Rule.Deductible => FigureName.Deductible,
        Rule.Repeat => FigureName.Repeat,
        Rule.Pay => FigureName.Rate,
        Rule.Fixed or Rule.FixedByOperation => FigureName.Fixed,
        Rule.CapStay => FigureName.CapStay,
        Rule.CapYear => FigureName.CapYear,
        Rule.Borne or Rule.GlobalCap => null,
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
        Rule.Fixed when e.A >= 0 => [new("operation", facts.Operation!), new("byOperation", Yuan(e.A))],
        Rule.FixedByOperation => [new("operation", facts.Operation!), .. e.A >= 0 ? [new("byDisease", Yuan(e.A))] : (KeyValuePair<string, string>[])[]],
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
        Rule.NotCovered => e.Row >= 0 ? layer.Covers[e.Row].Why : e.Row == -2 ? "不是村互助会会员" : e.Row == -3 ? facts.Barred! : e.Row == -4 ? $"一年最多给 {layer.TimesAYear} 次，今年已经给过了" : "没有列出这种情况",
        Rule.EntryLine => $"{Yuan(e.A)} {(e.A >= e.Amount ? "≥" : "<")} {Yuan(e.Amount)}",
        Rule.SelfPayFirst => $"{Yuan(e.A)} × {new BasisPoints((int)e.B)}",
        Rule.Fixed or Rule.FixedByOperation when e.A >= 0 && snapshot.Plan.Operations.Lead == OperationLead.Higher => $"{Yuan(e.Amount)} {(e.Amount > e.A ? '>' : '=')} {Yuan(e.A)}",
        Rule.Deductible or Rule.Fixed or Rule.FixedByOperation => Yuan(e.Amount),
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
