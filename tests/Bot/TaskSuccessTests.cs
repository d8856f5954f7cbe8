using System.Globalization;

namespace Shouwang.Bot.Tests;

/// <summary>Whether people get done what they came for (办成率).</summary>
public sealed class TaskSuccessTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_a_hundred_and_more_simulated_people_nearly_all_reach_their_goal_and_hardly_anybody_by_detours()
    {
        var runs = SimulatedPeople.Errands
            .SelectMany(errand => errand.Words.SelectMany(SimulatedPeople.Voices).Select(first => (errand.Goal, errand.Least, First: first, Turns: SimulatedPeople.Run(errand, first))))
            .ToList();
        foreach (var run in runs.Where(run => run.Turns != run.Least))
            output.WriteLine($"{run.First}: {run.Goal} after {run.Turns?.ToString(CultureInfo.InvariantCulture) ?? "giving up"}, least {run.Least}");
        var reached = runs.Where(run => run.Turns is not null).ToList();
        var (success, detour) = ((double)reached.Count / runs.Count, (double)reached.Sum(run => run.Turns!.Value) / reached.Sum(run => run.Least));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs.Count} runs, {success:F3} reach their goal, {detour:F2} times the fewest messages"));
        runs.Count.ShouldBeGreaterThanOrEqualTo(100);
        success.ShouldBeGreaterThanOrEqualTo(0.95);
        detour.ShouldBeLessThanOrEqualTo(1.25);
    }
}
