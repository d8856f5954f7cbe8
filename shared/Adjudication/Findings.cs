using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>What does not agree (核对发现): leads for a person, never corrections.</summary>
internal static class Findings
{
    public static ImmutableArray<string> Of(AdmissionFacts facts, List<LayerResult> layers)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        foreach (var layer in layers)
        {
            if (!layer.OnPaper || layer.Recomputed is not { } recomputed || recomputed == layer.Amount)
                continue;
            var difference = layer.Amount - recomputed;
            findings.Add($"{Vocabulary.Layer(layer.Layer)}：单据上写的是 {layer.Amount.ToGroupedString()} 元，按政策算是 {recomputed.ToGroupedString()} 元，{(difference > Fen.Zero ? "多" : "少")}了 {Fen.Max(difference, -difference).ToGroupedString()} 元，请核对。");
        }
        foreach (var name in facts.ActuallyPaid.IsEmpty ? [] : facts.ActuallyPaid.Keys.Where(k => layers.All(l => l.Layer != k)))
            findings.Add($"单据上有“{Vocabulary.Layer(name)}”付的钱，但这里的政策没有这一层，请核对。");
        var stay = facts.Stay;
        if (stay is { InScope: { } inScope, SelfFunded: { } own, SelfPayFirst: { } first, OverLimit: { } over } && inScope + own + first + over != stay.Total)
            findings.Add($"四部分费用加起来是 {(inScope + own + first + over).ToGroupedString()} 元，总费用是 {stay.Total.ToGroupedString()} 元，对不上，请核对。");
        if (stay.Borne is { } borne && facts.ActuallyPaid.ContainsKey("basic"))
        {
            var onPaper = facts.ActuallyPaid.Where(p => p.Key is not ("mutual-aid" or "charity")).Aggregate(Fen.Zero, (sum, p) => sum + p.Value);
            if (onPaper + borne != stay.Total)
                findings.Add($"报销 {onPaper.ToGroupedString()} 元加自己付的 {borne.ToGroupedString()} 元，不等于总费用 {stay.Total.ToGroupedString()} 元，请核对。");
        }
        return findings.ToImmutable();
    }
}
