using System.CommandLine;

namespace Shouwang.Tools.Policy;

/// <summary>./shouwang policy …: work on law as data (政策工具).</summary>
internal static class PolicyCommand
{
    /// <summary>The checked-in compiled law, from the repository's root.</summary>
    public const string CompiledFile = "shared/Policies/Compiled/policies.json";

    public static Command Build()
    {
        var command = new Command("policy", "Check, compile, compare and explain the rules in policies/.");
        command.Add(Verb("build", "Compile policies/ into the file the app embeds.", Compile));
        command.Add(Verb("lint", "Check policies/: gaps, overlaps, missing citations, unknown names, figures without unit.", Lint));
        command.Add(PolicyQueries.Explain());
        command.Add(PolicyQueries.Diff());
        command.Add(PolicyQueries.Test());
        command.Add(WhatIfCommand.Create());
        return command;
    }

    private static Command Verb(string name, string description, Func<TextWriter, TextWriter, int> run)
    {
        var command = new Command(name, description);
        command.SetAction(parsed => run(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Lint(TextWriter output, TextWriter error)
    {
        var folder = PolicyFolder.Read(Path.Combine(Repository.Root, "policies"));
        foreach (var complaint in folder.Complaints)
            error.WriteLine(complaint);
        output.WriteLine(folder.Complaints.Count == 0
            ? $"一共 {folder.Figures.Count} 个数，没有问题 · {folder.Figures.Count} figures, nothing to complain about."
            : $"一共 {folder.Figures.Count} 个数，有 {folder.Complaints.Count} 处要改 · {folder.Figures.Count} figures, {folder.Complaints.Count} to mend.");
        return folder.Complaints.Count == 0 ? 0 : 1;
    }

    private static int Compile(TextWriter output, TextWriter error)
    {
        var folder = PolicyFolder.Read(Path.Combine(Repository.Root, "policies"));
        if (folder.Complaints.Count > 0)
        {
            foreach (var complaint in folder.Complaints)
                error.WriteLine(complaint);
            error.WriteLine("没有写，请先改好这些 · Nothing written: mend these first.");
            return 1;
        }
        File.WriteAllText(Path.Combine(Repository.Root, CompiledFile), folder.Compiled);
        output.WriteLine($"{CompiledFile}: {folder.Figures.Count} figures.");
        return 0;
    }
}
