using Shouwang.Shared.Adjudication.Engine;

namespace Shouwang.Shared.Adjudication;

/// <summary>Which assumptions the answer rests on (结果所依据的假设).</summary>
internal static class Assumptions
{
    public static Facts ThatMatter(Plan plan, in Case c, long[] actual, LayerAmount[] amounts, Facts assumed)
    {
        if (assumed == Facts.None)
            return Facts.None;
        var matter = Unknowns.WouldChange(plan, c, actual, assumed & (Facts.Ordinal | Facts.OrdinalAtLevel));
        for (var i = 0; i < amounts.Length; i++)
        {
            // What earlier stays used up can lower a cap or lift a yearly base over its deductible; where nothing was computed it cannot.
            var untouched = amounts[i].Recomputed < 0 || amounts[i].Outcome == Outcome.NotCovered
                || (amounts[i].Recomputed == 0 && !plan.Layers[i].Yearly);
            if (!untouched)
                matter |= plan.Layers[i].Reads & ~(Facts.Ordinal | Facts.OrdinalAtLevel);
        }
        return matter & assumed;
    }
}
