using System.Diagnostics;
using Shouwang.Bench.Plans;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Plans;

// Plans of villages of several sizes: is the stated probability right, how fast is it, how near is the published village.
// Agreement decides the exit code; times are printed, never asserted. --check leaves the times out, --plans everything but the times of whole plans.
var statistics = Statistics.Default;
var generator = PlanGenerator.Default;
var right = true;

Console.WriteLine("probability that the money runs out: exact, drawn (2 million years, seed 5), normal approximation");
foreach (var members in args.Contains("--plans") ? [] : new[] { 300, 1000, 4000 })
{
    var (roster, terms) = (Roster.Of(members), Terms(members, 108));
    var plan = generator.Generate(roster, terms, BasisPoints.Whole, BasisPoints.Whole).Plan!;
    var sizes = Sizes(roster, terms, plan);
    var limit = terms.MostAid.Value / Ladder.Least.Value;
    var exact = plan.Ruin.Millionths / 1e6;
    var years = args.Contains("--check") ? 200_000 : 2_000_000;
    var watch = Stopwatch.StartNew();
    var (drawn, error) = MonteCarlo.MoreThan(sizes, limit, years, 5);
    var drawing = watch.Elapsed.TotalSeconds;
    var agrees = Math.Abs(exact - drawn) < 4 * error;
    right &= agrees;
    Console.WriteLine($"{members,5} members: exact {exact:P4}, drawn {drawn:P4} ± {error:P4} {(agrees ? "agrees" : "DISAGREES")}, normal {MonteCarlo.Normal(sizes, limit):P4}");
    if (!args.Contains("--check"))
    {
        var once = Best(() => new YearlyAid(sizes).MoreThan(terms.MostAid));
        Console.WriteLine($"{"",5} one distribution {once * 1e3:F2} ms; drawing until the standard error is 0.01 % takes {drawing * error * error / 1e-8:N1} s: {drawing * error * error / 1e-8 / once:N0} times as long, and is still only drawn");
    }
}

SenseCheck.Print(generator);
if (args.Contains("--check"))
    return right ? 0 : 1;

var first = Stopwatch.StartNew();
generator.Generate(Roster.Of(4000), Terms(4000, 108), BasisPoints.Whole, BasisPoints.Whole);
Console.WriteLine($"a village of 4,000, the first plan of a process: {first.Elapsed.TotalMilliseconds:F0} ms");
var (four, fourTerms) = (Roster.Of(4000), Terms(4000, 108));
Console.WriteLine($"a village of 4,000, plan and all: {Best(() => generator.Generate(four, fourTerms, BasisPoints.Whole, BasisPoints.Whole)) * 1e3:F0} ms (goal: under 1,000)");
var (county, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
for (var village = 0; village < 196; village++)
    generator.Generate(Roster.Of(1200 + (village * 30)), Terms(1200 + (village * 30), 108), BasisPoints.Whole, BasisPoints.Whole);
Console.WriteLine($"196 villages of 1,200 to 7,050 members, one core: {county.Elapsed.TotalSeconds:F1} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F1} s of processor (goal: under 30)");
return right ? 0 : 1;

PlanTerms Terms(int members, int yuan) => PlanTerms.Of(Charter.Default, Fen.FromYuan((long)members * yuan), statistics.Emphasis);

double[] Sizes(IReadOnlyList<Headcount> roster, PlanTerms terms, GeneratedPlan plan) =>
    generator.Rates(roster, terms, BasisPoints.Whole, BasisPoints.Whole).Sizes(new Ladder([.. plan.Rungs.Select(rung => rung.Sum)]));

static double Best(Action run)
{
    var best = double.MaxValue;
    for (var i = 0; i < 7; i++)
    {
        var watch = Stopwatch.StartNew();
        run();
        best = Math.Min(best, watch.Elapsed.TotalSeconds);
    }

    return best;
}
