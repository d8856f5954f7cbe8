using System.CommandLine;
using System.Text.Json;
using Shouwang.Shared.Adjudication;

namespace Shouwang.Tools.Replay;

/// <summary>./shouwang replay: works an old result out again from what was kept with it (重算旧案).</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("record") { Description = "A kept adjudication record (JSON)." };
        var command = new Command("replay", "Work an old result out again from the rules and facts kept with it, and compare byte for byte.") { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(FileInfo file, TextWriter output, TextWriter error)
    {
        if (!file.Exists)
        {
            error.WriteLine($"{file.Name} is not there: give the path of a kept record.");
            return 1;
        }
        try
        {
            var replay = AdjudicationRecord.Replay(File.ReadAllBytes(file.FullName));
            output.WriteLine(replay.Verdict switch
            {
                ReplayVerdict.Same => $"Same to the byte under {replay.PolicyHash}.",
                ReplayVerdict.SameInOtherWords => $"Same amounts, outcomes and trace to the byte under {replay.PolicyHash}; sentences are put differently today.",
                ReplayVerdict.Different => $"DIFFERENT under {replay.PolicyHash}. Kept:\n{replay.Kept}\nNow:\n{replay.Now}",
            });
            return replay.Verdict == ReplayVerdict.Different ? 1 : 0;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            error.WriteLine($"{file.Name} is no adjudication record: {broken.GetType().Name}. Give a file written by AdjudicationRecord.");
            return 1;
        }
    }
}
