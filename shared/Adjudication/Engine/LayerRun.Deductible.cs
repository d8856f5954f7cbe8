namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>The deductible in all its forms (起付线).</summary>
internal readonly ref partial struct LayerRun<TTrace>
{
    private bool Deductible(ref LayerAmount result, ref TTrace trace, out long deductible)
    {
        deductible = 0;
        var row = layer.Deductible.Find(c, slot);
        if (row < 0)
        {
            Lack(ref result, FigureName.Deductible);
            return false;
        }
        deductible = Math.Max(layer.Deductible[row], 0);
        Note(ref trace, Rule.Deductible, deductible, row);
        if (c.Waived && layer.LayerIndex == 0)
        {
            Note(ref trace, Rule.Repeat, 0, -1, deductible);
            deductible = 0;
        }
        if (deductible > 0 && layer.Repeat.Length > 0 && layer.Repeat.Find(c, slot) is var repeat and >= 0)
        {
            var changed = Repeated(layer.Repeat[repeat], deductible);
            Note(ref trace, Rule.Repeat, changed, repeat, deductible);
            deductible = changed;
        }
        result.Deductible = deductible;
        return true;
    }

    private long Repeated(in RepeatRow row, long deductible) => row.Kind switch
    {
        RepeatKind.Set => row.Value,
        RepeatKind.Times => Chain.Round(deductible * row.Value, 10_000, layer.Rounding),
        RepeatKind.Minus => Math.Min(deductible, Math.Max(deductible - row.Value, row.Floor)),
        RepeatKind.MinusEach => Math.Min(deductible, Math.Max(deductible - (row.Value * Math.Max(c.Ordinal - 1, 0)), row.Floor)),
        RepeatKind.TopUp => Math.Max(deductible - c.ChainDeductible, 0),
        RepeatKind.OncePerYear => Math.Max(deductible - c.DeductibleTaken, 0),
    };
}
