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

    /// <summary>After a detour that lost the thread a person goes back one step, then two, and says it again in plainer words; that is patience enough.</summary>
    [Fact]
    public void Of_a_hundred_people_on_long_and_messy_errands_nearly_all_come_to_the_end()
    {
        var runs = LongErrands.All.SelectMany(errand => LongErrands.People.Select(person => (Errand: errand, Person: person, Failed: Failed(errand, person)))).ToList();
        foreach (var run in runs.Where(run => run.Failed is not null))
            output.WriteLine($"{run.Errand.Name}, {run.Person.Name}: {run.Failed}");
        var success = (double)runs.Count(run => run.Failed is null) / runs.Count;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs.Count} people, {success:F3} come to the end"));
        runs.Count.ShouldBeGreaterThanOrEqualTo(100);
        success.ShouldBeGreaterThanOrEqualTo(0.95, string.Join('\n', runs.Where(run => run.Failed is not null).Select(run => $"{run.Errand.Name}, {run.Person.Name}: {run.Failed}")));
    }

    /// <summary>The step somebody did not get past; null where they came to the end.</summary>
    private static string? Failed(LongErrand errand, Persona person)
    {
        var world = new LongErrandWorld(errand);
        for (var i = 0; i < errand.Steps.Count; i++)
        {
            var step = errand.Steps[i];
            if (i > 0 && person.Between.Count > 0 && i % 2 == 0)
                world.Say(person.Between[i / 2 % person.Between.Count]);
            world.Begin();
            for (var tries = 0; tries < 3 && (tries == 0 || !step.Reached(world)); tries++)
            {
                foreach (var before in errand.Steps.Take(i).TakeLast(tries).Select(earlier => earlier.Words).OfType<string>())
                    world.Say(before);
                Do(world, step, tries == 0 && person.Wording > 0 && step.Otherwise.Count > 0 ? step.Otherwise[person.Wording - 1] : step.Words);
            }
            if (!step.Reached(world))
                return $"step {i + 1}, {step.Words ?? step.Photo}, waiting {world.State.Waiting ?? "for nothing"}";
            if (person.Twice && step.Photo is null && step.Words is not ("对" or "删除" or "撤回"))
                Do(world, step, step.Words);
        }
        return null;
    }

    private static void Do(LongErrandWorld world, ErrandStep step, string? words)
    {
        if (step.Photo is { } kind)
            world.Send(kind, step.Person ?? "周桂兰");
        else
            world.Say(words!);
    }
}
