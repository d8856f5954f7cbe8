namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Whether the benefit is for this person and this stay at all (是否适用).</summary>
internal readonly ref partial struct LayerRun<TTrace>
{
    /// <summary>Basic and critical; what bars from insurance does not bar from relief or from the village's aid.</summary>
    private const int InsuranceLayers = 2;

    private bool Covered(ref LayerAmount result, ref TTrace trace)
    {
        if (c.Barred is not null && layer.LayerIndex < InsuranceLayers)
            return Refuse(ref result, ref trace, row: -3);
        if (layer.Covers.Length > 0 && layer.Covers.Find(c, slot) is var row and >= 0 && !layer.Covers[row].Covered)
            return Refuse(ref result, ref trace, row);
        if (layer.Reads.Has(Facts.Member) && !c.Member)
            return Refuse(ref result, ref trace, row: -2);
        return c.Given is not { } given || given[index] < layer.TimesAYear || Refuse(ref result, ref trace, row: -4);
    }

    /// <summary>Every layer that is taken off must itself have an amount.</summary>
    private bool Settled(ref LayerAmount result)
    {
        var open = layer.Less & sofar.Unsettled;
        if (open == 0 || (layer.Cost.Has(CostTerms.Borne) && c.Known.Has(Facts.Borne)))
            return true;
        var first = System.Numerics.BitOperations.TrailingZeroCount(open);
        result.Outcome = earlier[first].Outcome;
        result.BlockedBy = first;
        return false;
    }

    /// <summary>A single stay's total cost, or what was applied for, must reach the entry line.</summary>
    private bool Enters(ref LayerAmount result, ref TTrace trace)
    {
        if (layer.EntryLine.Length == 0)
            return true;
        var row = layer.EntryLine.Find(c, slot);
        if (row < 0)
        {
            Lack(ref result, FigureName.EntryLine);
            return false;
        }
        var line = layer.EntryLine[row];
        var total = Applied >= 0 ? Applied : c.Total;
        Note(ref trace, Rule.EntryLine, line, row, total);
        if (total >= line)
            return true;
        result.Outcome = Outcome.BelowDeductible;
        result.Recomputed = 0;
        return false;
    }

    /// <param name="row">Of the figure "covers"; below zero for reasons that stand elsewhere.</param>
    /// <returns>False.</returns>
    private bool Refuse(ref LayerAmount result, ref TTrace trace, int row)
    {
        result.Outcome = Outcome.NotCovered;
        result.Recomputed = 0;
        Note(ref trace, Rule.NotCovered, amount: 0, row);
        return false;
    }
}
