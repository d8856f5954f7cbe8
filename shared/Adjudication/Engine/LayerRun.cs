namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>One benefit over one stay (单层核算). This file says in what order; the others say how.</summary>
internal readonly ref partial struct LayerRun<TTrace>
    where TTrace : struct, ITrace
{
    private readonly Plan plan;
    private readonly LayerPlan layer;
    private readonly int index;
    private readonly ref readonly Case c;
    private readonly ReadOnlySpan<LayerAmount> earlier;
    private readonly SoFar sofar;
    private readonly Slot slot;

    public LayerRun(Plan plan, LayerPlan layer, int index, in Case facts, ReadOnlySpan<LayerAmount> earlier, in SoFar sofar)
    {
        this.plan = plan;
        this.layer = layer;
        this.index = index;
        c = ref facts;
        this.earlier = earlier;
        this.sofar = sofar;
        slot = Slot.Of(facts, layer);
    }

    /// <summary>What was applied for, -1 where nothing was.</summary>
    private long Applied => c.Applied is { } applied && index < applied.Length ? applied[index] : -1;

    public void Compute(ref LayerAmount result, ref TTrace trace)
    {
        if (layer.OnApplication && Applied < 0)
        {
            result.Outcome = Outcome.NotCovered;
            return;
        }
        if (layer.Missing is { } missing)
        {
            Lack(ref result, missing);
            return;
        }
        var unknown = layer.Reads & ~c.Known;
        // Whom the layer is not for is not asked for anything else.
        var decided = unknown == Facts.None || (layer.CoverReads & ~c.Known) == Facts.None;
        if (decided && !Covered(ref result, ref trace))
            return;
        if (unknown != Facts.None)
        {
            result.Outcome = Outcome.NeedsFact;
            result.Missing = unknown;
            return;
        }
        if (!Settled(ref result))
            return;
        var cost = Base(ref trace);
        if (!Enters(ref result, ref trace))
            return;
        if (layer.Fixed.Length > 0 && Fixed(cost, ref result, ref trace))
            return;
        if (layer.Rate.Length == 0)
            Refuse(ref result, ref trace, row: -1);
        else
            Banded(cost, ref result, ref trace);
    }

    private static void Lack(ref LayerAmount result, FigureName figure)
    {
        result.Outcome = Outcome.NeedsPolicy;
        result.MissingFigure = figure;
    }

    /// <summary>The step's numbers are made only where somebody keeps them.</summary>
    private void Note(ref TTrace trace, Rule rule, long amount, int row, long a = 0, long b = 0, long c = 0, int add = 0, int times = 0)
    {
        if (TTrace.Keeps)
            trace.Add(new Entry((short)index, rule, (short)row, add, times, a, b, c, amount));
    }
}
