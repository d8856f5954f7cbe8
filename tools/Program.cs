using System.CommandLine;
using Shouwang.Tools.ReadReport;

var root = new RootCommand("Shouwang for officers and engineers.");
root.Subcommands.Add(ReadReportCommand.Create());
return await root.Parse(args).InvokeAsync();
