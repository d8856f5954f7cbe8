using System.CommandLine;
using Shouwang.Tools.Intents;
using Shouwang.Tools.ReadReport;

var root = new RootCommand("Shouwang for officers and engineers.");
root.Subcommands.Add(ReadReportCommand.Create());
root.Subcommands.Add(IntentsCommand.Create());
return await root.Parse(args).InvokeAsync();
