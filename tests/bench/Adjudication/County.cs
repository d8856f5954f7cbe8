using System.Diagnostics;
using System.Text.Json;
using Shouwang.Shared.Adjudication.Bulk;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Policies;

namespace Shouwang.Bench.Adjudication;

/// <summary>A county asks: what if assistance started at once for low-income families? 822,000 synthetic members, about one stay in eight.</summary>
internal static class County
{
    public static void WhatIf(PolicySnapshot rules)
    {
        const int Members = 822_000;
        var old = rules.Figures.Single(f => f.Path == "assistance/deductible");
        using var changed = JsonDocument.Parse("[{\"amount\":0}]");
        var after = rules.With(old with { Value = changed.RootElement.Clone() });
        var watch = Stopwatch.StartNew();
        var stays = R1People.Make(Members / 8).Select(c => new PreparedStay(c)).Chunk(4096);
        var rows = Shared.Adjudication.Bulk.WhatIf.Compare(rules, after, stays);
        Console.WriteLine($"county what-if on {Members:N0} members, {Members / 8:N0} stays: {watch.Elapsed.TotalMilliseconds:F0} ms");
        foreach (var row in rows.Where(r => r.Before != r.After))
            Console.WriteLine($"  {row.Layer} {row.Status}: {row.Stays:N0} stays, {row.Before / 100m:N2} → {row.After / 100m:N2} yuan, {row.Gain:N0} gain, {row.Lose:N0} lose");
    }
}
