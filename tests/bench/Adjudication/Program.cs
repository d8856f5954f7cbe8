using System.Diagnostics;
using System.Text;
using Shouwang.Bench.Adjudication;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Adjudication.Bulk;
using Shouwang.Shared.Adjudication.Engine;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Policy;

// Race R1 through the real engine, and a county what-if. Exactness decides the exit code; times are printed, never asserted.
// Usage: dotnet run -c Release --project tests/bench/Adjudication [-- --check]; --check leaves the times out.
const int People = 1_000_000;
const int Rounds = 5;

var folder = PolicyFolder.Read(Path.Combine(AppContext.BaseDirectory, "r1"));
if (folder.Complaints.Count > 0)
{
    Console.Error.WriteLine(string.Join('\n', folder.Complaints));
    return 1;
}
var rules = PolicyLibrary.Parse(Encoding.UTF8.GetBytes(folder.Compiled)).Resolve("990001", new DateOnly(2026, 6, 1));
var people = R1People.Make(People);
var totals = Race.Sum(rules.Plan, people);
var exact = totals == new Totals(1176792234097, 241255121076, 26378226542, 774080921534);
Console.WriteLine($"R1 totals over {People:N0} people: {totals} {(exact ? "exact" : "WRONG")}");
var differ = Race.DifferencesFromDecimal(rules.Plan, people);
Console.WriteLine($"people whose amounts differ from the plain decimal implementation: {differ}");
if (args.Contains("--check"))
    return exact && differ == 0 ? 0 : 1;

var plain = Best(() => Race.RunDecimal(people));
var bare = Best(() => Race.Sum(rules.Plan, people));
var traced = Best(() => Race.RunTraced(rules.Plan, people));
Console.WriteLine($"one core, M people/s: decimal {Rate(plain):F1}, engine {Rate(bare):F1} ({plain / bare:F1} x), engine with full trace {Rate(traced):F1} ({plain / traced:F1} x)");
Console.WriteLine($"one traced case written out in words and formulas: {Race.OneInWords(rules, people):F2} µs");
County.WhatIf(rules);
return exact && differ == 0 ? 0 : 1;

static double Best(Action run)
{
    var best = double.MaxValue;
    for (var i = 0; i < Rounds; i++)
    {
        var watch = Stopwatch.StartNew();
        run();
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
    }
    return best;
}

static double Rate(double seconds) => People / seconds / 1e6;
