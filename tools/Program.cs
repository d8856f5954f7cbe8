using System.CommandLine;
using Shouwang.Tools.Diseases;
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
return await root.Parse(args).InvokeAsync();
