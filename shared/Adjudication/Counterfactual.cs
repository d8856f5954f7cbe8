using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication;

/// <summary>What the same cost would have meant in the county hospital (换一种选择会怎样). Only where the place's rules say so completely.</summary>
internal static class Counterfactual
{
    public static string? Of(Plan plan, in Case c)
    {
        var (county, tertiary) = (Vocabulary.Levels.IndexOf("secondary"), Vocabulary.Levels.IndexOf("tertiary"));
        if (!c.Known.Has(Facts.Level) || c.Level != tertiary || Borne(plan, c) is not { } now)
            return null;
        var nearer = c;
        nearer.Level = county;
        nearer.Area = Vocabulary.Areas.IndexOf("local");
        nearer.Known |= Facts.Area;
        return Borne(plan, nearer) is { } then && then < now
            ? $"同样的费用，如果在县医院（二级）住院，您自己少付 {(now - then).ToGroupedString()} 元。"
            : null;
    }

    /// <summary>What the patient would bear by the rules alone; null where anything is missing.</summary>
    private static Fen? Borne(Plan plan, in Case c)
    {
        Span<LayerAmount> layers = stackalloc LayerAmount[plan.Layers.Length];
        var none = default(NoTrace);
        Chain.Run(plan, c, [], layers, ref none);
        var left = c.Total;
        foreach (var layer in layers)
        {
            if (layer.Unsettled)
                return null;
            left -= layer.Amount;
        }
        return new Fen(left);
    }
}
