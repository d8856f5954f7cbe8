using System.CommandLine;
using System.Globalization;
using Shouwang.Shared.Policies;
using Shouwang.Tools.Golden;

namespace Shouwang.Tools.Policy;

/// <summary>policy explain, diff and test: questions to the rules as they are in policies/ now, compiled or not.</summary>
internal static class PolicyQueries
{
    public static Command Explain()
    {
        var (place, date) = (Place("place"), Date("date"));
        var command = new Command("explain", "Show every rule of a place on a day, with its source.") { place, date };
        command.SetAction(parsed => Asked(parsed.InvocationConfiguration, library =>
        {
            PolicyWords.Explain(library.Resolve(parsed.GetRequiredValue(place), Day(parsed.GetRequiredValue(date))), parsed.InvocationConfiguration.Output);
            return 0;
        }));
        return command;
    }

    public static Command Diff()
    {
        var (first, second) = (new Argument<string>("before") { Description = "PLACE@DATE, for example 110000@2018-06-01" }, new Argument<string>("after") { Description = "PLACE@DATE" });
        var command = new Command("diff", "Compare the rules of two days or two places.") { first, second };
        command.SetAction(parsed => Asked(parsed.InvocationConfiguration, library =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var count = PolicyWords.Diff(At(library, parsed.GetRequiredValue(first)), At(library, parsed.GetRequiredValue(second)), output);
            output.WriteLine($"{count} figures differ.");
            return 0;
        }));
        return command;
    }

    public static Command Test()
    {
        var command = new Command("test", "Run the worked examples in tests/golden through the rules in policies/.");
        command.SetAction(parsed => Asked(parsed.InvocationConfiguration, library => Run(library, parsed.InvocationConfiguration.Output)));
        return command;
    }

    internal static PolicySnapshot At(PolicyLibrary library, string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
            ? library.Resolve(text[..at], Day(text[(at + 1)..]))
            : throw new NoPolicyException("not-a-place-and-day", $"“{text}” is no place and day: write 110000@2018-06-01.");
    }

    private static int Run(PolicyLibrary library, TextWriter output)
    {
        var complaints = new List<Complaint>();
        var cases = GoldenReader.ReadAll(Path.Combine(Repository.Root, "tests", "golden"), complaints);
        var failures = cases.SelectMany(c => Failures(c, library)).ToList();
        foreach (var line in complaints.Select(c => c.ToString()).Concat(failures))
            output.WriteLine(line);
        output.WriteLine($"{cases.Count} examples, {failures.Count + complaints.Count} to mend.");
        return failures.Count + complaints.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Failures(GoldenCase golden, PolicyLibrary library)
    {
        try
        {
            return [.. GoldenRun.Failures(golden, f => library.Resolve(f.Place, f.Date, f.Scheme)).Select(f => f.ToString())];
        }
        catch (NoPolicyException none)
        {
            return [$"{golden.File}:{golden.Line}: {golden.Name}: {none.Message} → correct the example's place, date or scheme, or add the rules"];
        }
    }

    private static int Asked(InvocationConfiguration console, Func<PolicyLibrary, int> ask) => Asked(console, (library, _) => ask(library));

    internal static int Asked(InvocationConfiguration console, Func<PolicyLibrary, PolicyFolder, int> ask)
    {
        var folder = PolicyFolder.Read(Path.Combine(Repository.Root, "policies"));
        foreach (var complaint in folder.Complaints)
            console.Error.WriteLine(complaint);
        if (folder.Complaints.Count > 0)
            return 1;
        try
        {
            return ask(PolicyLibrary.Parse(System.Text.Encoding.UTF8.GetBytes(folder.Compiled)), folder);
        }
        catch (NoPolicyException none)
        {
            console.Error.WriteLine(none.Message);
            return 1;
        }
    }

    private static Argument<string> Place(string name) => new(name) { Description = "GB/T 2260 code, for example 110000" };

    private static Argument<string> Date(string name) => new(name) { Description = "Day, for example 2024-05-20" };

    internal static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new NoPolicyException("not-a-day", $"“{text}” is no day: write it as 2024-05-20.");
}
