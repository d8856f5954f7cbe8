using System.CommandLine;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases</c>: learn from and measure on diagnosis texts.</summary>
static class DiseasesCommand
{
    internal static Command Create() => new("diseases", "The disease catalogue and its matcher") { LearnCommand.Create(), ReportCommand.Create() };
}
