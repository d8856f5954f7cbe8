using System.CommandLine;
using Shouwang.Tools.Diseases;
using Shouwang.Tools.Hospitals;
using Shouwang.Tools.Intents;
using Shouwang.Tools.Ledger;
using Shouwang.Tools.Plans;
using Shouwang.Tools.Policy;
using Shouwang.Tools.ReadReport;
using Shouwang.Tools.Replay;

var root = new RootCommand("Shouwang for officers and engineers.");
root.Subcommands.Add(PolicyCommand.Build());
root.Subcommands.Add(ReplayCommand.Create());
root.Subcommands.Add(ReadReportCommand.Create());
root.Subcommands.Add(IntentsCommand.Create());
root.Subcommands.Add(DiseasesCommand.Create());
root.Subcommands.Add(LedgerCommand.Create());
root.Subcommands.Add(PlansCommand.Create());
root.Subcommands.Add(HospitalsCommand.Create());
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
{
    // A path that was mistyped, a file that another program holds: words, not a trace.
    Console.Error.WriteLine($"文件读不了或者写不了，请核对位置和权限 · a file cannot be read or written: {wrong.Message}");
    return 2;
}
