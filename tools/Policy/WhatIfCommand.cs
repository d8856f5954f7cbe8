using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Shouwang.Shared.Adjudication.Bulk;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>policy what-if: who gains and who loses when one figure changes (政策调整影响), on invented members of a county.</summary>
internal static class WhatIfCommand
{
    private const int Jiangyin = 822_000;
    private const int Chunk = 4096;

    public static Command Create()
    {
        var place = new Argument<string>("place") { Description = "GB/T 2260 code, for example 110000" };
        var date = new Argument<string>("date") { Description = "Day, for example 2024-05-20" };
        var figure = new Argument<string>("figure") { Description = "The figure, for example basic/cap-year" };
        var file = new Argument<FileInfo>("file") { Description = "YAML with the new value, as it would stand in policies/: amount: 25 万元" };
        var members = new Option<int>("--members") { Description = "Members of the county; about one in eight was in hospital.", DefaultValueFactory = _ => Jiangyin };
        var command = new Command("what-if", "Change one figure and see, per layer and per status, who gains and who loses.") { place, date, figure, file, members };
        command.SetAction(parsed => PolicyQueries.Asked(parsed.InvocationConfiguration, (library, folder) => Run(
            PolicyQueries.At(library, $"{parsed.GetRequiredValue(place)}@{parsed.GetRequiredValue(date)}"),
            parsed.GetRequiredValue(place),
            PolicyQueries.Day(parsed.GetRequiredValue(date)),
            parsed.GetRequiredValue(figure),
            parsed.GetRequiredValue(file),
            Math.Clamp(parsed.GetRequiredValue(members), 8, 100_000_000),
            folder,
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error)));
        return command;
    }

    private static int Run(PolicySnapshot before, string place, DateOnly date, string path, FileInfo file, int members, PolicyFolder folder, TextWriter output, TextWriter error)
    {
        if (Changed(before, path, file, folder, error) is not { } after)
            return 1;
        var bulk = new BulkAdjudicator(before);
        var watch = Stopwatch.StartNew();
        var stays = new SyntheticCounty(before, place, date).Stays(members / 8).Select(bulk.Prepare).Chunk(Chunk);
        var rows = WhatIf.Compare(before, after, stays);
        output.WriteLine($"{before.PlaceName}: {path} changed, {members:N0} invented members, {members / 8:N0} stays, {watch.Elapsed.TotalSeconds:F1} s.");
        foreach (var row in rows.Where(r => r.Before != r.After))
            output.WriteLine($"  {row.Layer} {Status(before, row.Status)}: {row.Stays:N0} stays, {Yuan(row.Before)} → {Yuan(row.After)} yuan, {row.Gain:N0} gain, {row.Lose:N0} lose");
        if (rows.All(r => r.Before == r.After))
            output.WriteLine("  No amount changes.");
        return 0;
    }

    private static PolicySnapshot? Changed(PolicySnapshot before, string path, FileInfo file, PolicyFolder folder, TextWriter error)
    {
        if (before.Figures.FirstOrDefault(f => f.Path == path) is not { } old || !path.Contains('/'))
        {
            error.WriteLine($"{before.PlaceName} has no figure “{path}” that day → use one of {string.Join(", ", before.Figures.Where(f => f.Path.Contains('/')).Select(f => f.Path))}");
            return null;
        }
        if (!file.Exists)
        {
            error.WriteLine($"{file.Name} is not there → give the path of a file with the new value, for example amount: 25 万元");
            return null;
        }
        var complaints = new List<Complaint>();
        var value = Yaml.Load(file.Name, file.FullName, complaints) is { } yaml ? folder.Compiler.Compile(path[(path.IndexOf('/') + 1)..], yaml) : null;
        foreach (var complaint in complaints)
            error.WriteLine(complaint);
        if (complaints.Count > 0 || value is null)
            return null;
        using var json = JsonDocument.Parse(value.ToJsonString());
        return before.With(old with { Missing = null, Value = json.RootElement.Clone() });
    }

    private static string Status(PolicySnapshot rules, string name) => rules.Statuses.FirstOrDefault(s => s.Name == name)?.Chinese ?? "普通人员";

    private static string Yuan(long fen) => new Fen(fen).ToGroupedString();
}
