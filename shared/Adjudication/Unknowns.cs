using System.Buffers;
using Shouwang.Shared.Adjudication.Engine;

namespace Shouwang.Shared.Adjudication;

/// <summary>Finds out whether what is not known matters (缺的事实是否影响结果): the chain is run with every value it could have, and where all answers agree, nothing is missing.</summary>
internal sealed class Unknowns
{
    private const int MostRuns = 20_000;

    /// <summary>More than a benefit can take: each kind at most twice.</summary>
    private const int MostStepsOfOne = 24;

    private const Facts Triable = Facts.Level | Facts.Area | Facts.Age | Facts.Statuses | Facts.Ordinal | Facts.OrdinalAtLevel;

    private readonly Plan plan;
    private readonly long[] actual;
    private readonly List<(Facts Fact, long[] Values)> dimensions = [];
    private readonly List<LayerAmount[]> runs = [];
    private readonly List<Entry[]> traces = [];

    private Unknowns(Plan plan, in Case c, long[] actual, Facts unknown)
    {
        this.plan = plan;
        this.actual = actual;
        foreach (var (fact, values) in Values(plan, unknown))
        {
            if (dimensions.Aggregate(values.Length, (product, d) => product * d.Values.Length) <= MostRuns)
                dimensions.Add((fact, values));
        }
        Try(c, 0);
    }

    /// <summary>Every benefit's answer: settled where the unknown facts make no difference, else naming those that do.</summary>
    public static LayerAmount[] Settle(Plan plan, in Case c, long[] actual, out Entry[] entries)
    {
        var direct = Run(plan, c, actual, out entries);
        var unknown = Facts.None;
        foreach (var result in direct)
            unknown |= result.Outcome == Outcome.NeedsFact ? result.Missing & Triable : Facts.None;
        if (unknown == Facts.None)
            return direct;
        var tried = new Unknowns(plan, c, actual, unknown);
        var results = new LayerAmount[direct.Length];
        var kept = new List<Entry>();
        for (var i = 0; i < results.Length; i++)
        {
            var matter = tried.Matter(i);
            results[i] = matter == Facts.None ? tried.runs[0][i] : direct[i] with { Outcome = Outcome.NeedsFact, Missing = (direct[i].Missing & ~unknown) | matter, BlockedBy = -1, Recomputed = -1 };
            if (matter == Facts.None)
                kept.AddRange(tried.traces[0].Where(e => e.Layer == i));
        }
        entries = [.. kept];
        return results;
    }

    /// <summary>Which of some facts, if they were otherwise, would change any answer.</summary>
    public static Facts WouldChange(Plan plan, in Case c, long[] actual, Facts facts)
    {
        var asked = facts & Triable;
        if (asked == Facts.None)
            return Facts.None;
        var tried = new Unknowns(plan, c with { Known = c.Known & ~asked }, actual, asked);
        return Enumerable.Range(0, plan.Layers.Length).Aggregate(Facts.None, (all, i) => all | tried.Matter(i));
    }

    private static LayerAmount[] Run(Plan plan, in Case c, long[] actual, out Entry[] entries)
    {
        var results = new LayerAmount[plan.Layers.Length];
        var buffer = ArrayPool<Entry>.Shared.Rent(plan.Layers.Length * MostStepsOfOne);
        var trace = new TraceBuffer(buffer);
        Chain.Run(plan, c, actual, results, ref trace);
        entries = trace.Entries.ToArray();
        ArrayPool<Entry>.Shared.Return(buffer);
        return results;
    }

    private static IEnumerable<(Facts Fact, long[] Values)> Values(Plan plan, Facts unknown)
    {
        var whens = plan.Layers.SelectMany(WhensOf).ToList();
        if (unknown.Has(Facts.Level))
            yield return (Facts.Level, [0, 1, 2, 3]);
        if (unknown.Has(Facts.Area))
            yield return (Facts.Area, [0, 1, 2, 3, 4, 5]);
        if (unknown.Has(Facts.Age))
            yield return (Facts.Age, Distinct([40, .. whens.SelectMany(w => Edges(w.AgeFrom, w.AgeTo)), .. plan.Statuses.Where(s => s.UnderAge is not null).SelectMany(s => new long[] { s.UnderAge!.Value - 1, s.UnderAge.Value })]));
        if (unknown.Has(Facts.Ordinal))
            yield return (Facts.Ordinal, Distinct([1, 2, 3, .. whens.SelectMany(w => Edges(w.StayFrom, w.StayTo)).Where(n => n >= 1)]));
        if (unknown.Has(Facts.OrdinalAtLevel))
            yield return (Facts.OrdinalAtLevel, [1, 2]);
        if (unknown.Has(Facts.Statuses))
            yield return (Facts.Statuses, [0, .. plan.Layers.SelectMany(l => l.Ranking).Concat(whens.SelectMany(w => Bits(w.Has | w.HasNot))).Distinct().Select(b => (long)b)]);
    }

    private static When[] WhensOf(LayerPlan layer) =>
    [
        .. layer.Covers.Whens, .. layer.EntryLine.Whens, .. layer.SelfPayFirst.Whens, .. layer.Deductible.Whens, .. layer.Repeat.Whens,
        .. layer.Rate.Whens, .. layer.Adjust.Whens, .. layer.CapStay.Whens, .. layer.CapYear.Whens,
    ];

    private static IEnumerable<long> Edges(int from, int to) =>
        new long[] { from, from - 1L, to, to + 1L }.Where(e => e is >= 0 and <= 150);

    private static IEnumerable<ulong> Bits(ulong mask) => Enumerable.Range(0, 63).Select(b => 1UL << b).Where(b => (mask & b) != 0);

    private static long[] Distinct(long[] values) => [.. values.Distinct().Order()];

    private void Try(Case c, int depth)
    {
        if (depth == dimensions.Count)
        {
            runs.Add(Run(plan, c, actual, out var entries));
            traces.Add(entries);
            return;
        }
        var (fact, values) = dimensions[depth];
        foreach (var value in values)
            Try(With(c, fact, value), depth + 1);
    }

    private Case With(Case c, Facts fact, long value)
    {
        c.Known |= fact;
        switch (fact)
        {
            case Facts.Level: c.Level = (int)value; break;
            case Facts.Area: c.Area = (int)value; break;
            case Facts.Ordinal: c.Ordinal = (int)value; break;
            case Facts.OrdinalAtLevel: c.OrdinalAtLevel = (int)value; break;
            case Facts.Statuses: c.Statuses |= (ulong)value; break;
            case Facts.Age:
                c.Age = (int)value;
                c.Statuses |= CaseReader.ByAge(plan, c.Age);
                break;
            default: throw new ArgumentOutOfRangeException(nameof(fact));
        }
        return c;
    }

    /// <summary>A fact matters to a benefit where two runs that differ in it alone give different answers.</summary>
    private Facts Matter(int benefit)
    {
        var matter = Facts.None;
        var stride = runs.Count;
        foreach (var (fact, values) in dimensions)
        {
            stride /= values.Length;
            for (var i = 0; i < runs.Count && !matter.Has(fact); i++)
            {
                if (i / stride % values.Length != 0 && !Same(runs[i][benefit], runs[i - stride][benefit]))
                    matter |= fact;
            }
        }
        return matter;
    }

    private static bool Same(in LayerAmount a, in LayerAmount b) =>
        a.Outcome == b.Outcome && a.Recomputed == b.Recomputed && a.Missing == b.Missing;
}
