using System.Diagnostics;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Bench.Adjudication;

/// <summary>Sums over all people, in fen.</summary>
internal readonly record struct Totals(long Basic, long Critical, long Assistance, long Self);

/// <summary>The runs of race R1.</summary>
internal static class Race
{
    public static Totals Sum(Plan plan, Case[] people)
    {
        long basic = 0, critical = 0, assistance = 0, self = 0;
        var layers = new LayerAmount[plan.Layers.Length];
        var none = default(NoTrace);
        for (var i = 0; i < people.Length; i++)
        {
            Chain.Run(plan, people[i], [], layers, ref none);
            basic += layers[0].Amount;
            critical += layers[1].Amount;
            assistance += layers[2].Amount;
            self += people[i].Total - layers[0].Amount - layers[1].Amount - layers[2].Amount;
        }
        return new Totals(basic, critical, assistance, self);
    }

    public static long RunTraced(Plan plan, Case[] people)
    {
        long steps = 0;
        var layers = new LayerAmount[plan.Layers.Length];
        var trace = new TraceBuffer(new Entry[64]);
        for (var i = 0; i < people.Length; i++)
        {
            trace.Count = 0;
            Chain.Run(plan, people[i], [], layers, ref trace);
            steps += trace.Count;
        }
        return steps;
    }

    public static decimal RunDecimal(Case[] people)
    {
        var self = 0m;
        for (var i = 0; i < people.Length; i++)
            self += PlainDecimal.Adjudicate(people[i]).Self;
        return self;
    }

    public static int DifferencesFromDecimal(Plan plan, Case[] people)
    {
        var layers = new LayerAmount[plan.Layers.Length];
        var none = default(NoTrace);
        var differ = 0;
        foreach (var person in people)
        {
            Chain.Run(plan, person, [], layers, ref none);
            var plain = PlainDecimal.Adjudicate(person);
            if (plain.Basic * 100 != layers[0].Amount || plain.Critical * 100 != layers[1].Amount || plain.Assistance * 100 != layers[2].Amount)
                differ++;
        }
        return differ;
    }

    /// <summary>Microseconds for facts in, result with trace in words out.</summary>
    public static double OneInWords(PolicySnapshot rules, Case[] people)
    {
        var facts = people.Take(20_000).Select(p => new AdmissionFacts
        {
            Place = "990001",
            Date = new DateOnly(2026, 6, 1),
            Person = new PersonFacts { Age = 40, Statuses = p.Statuses == 0 ? [] : [rules.Statuses[System.Numerics.BitOperations.TrailingZeroCount(p.Statuses)].Name] },
            Stay = new StayFacts { HospitalLevel = Vocabulary.Levels[p.Level], OrdinalInYear = 1, Total = new Fen(p.Total), InScope = new Fen(p.InScope) },
            YearToDate = new YearToDate { BasicPaid = new Fen(p.Paid[0]) },
        }).ToArray();
        // Small batches: the best of many is the machine's own speed, whoever else uses it.
        var best = double.MaxValue;
        foreach (var batch in Enumerable.Repeat(facts.Chunk(500), 10).SelectMany(b => b))
        {
            var watch = Stopwatch.StartNew();
            foreach (var one in batch)
                _ = Adjudicator.Adjudicate(rules, one);
            best = Math.Min(best, watch.Elapsed.TotalMicroseconds / batch.Length);
        }
        return best;
    }
}
