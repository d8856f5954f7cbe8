using System.Diagnostics;

namespace Shouwang.Tools.Tests;

/// <summary>./shouwang as it is typed.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("intents", "measure", "/nowhere/set.yaml")]
    [InlineData("plans", "generate", "/nowhere/people.csv")]
    [InlineData("ledger", "verify", "/nowhere/ledger.jsonl")]
    public async Task A_path_that_leads_nowhere_is_told_in_words(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "shouwang.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(2, await output);
        (await error).ShouldContain("文件");
        (await error).ShouldNotContain("   at ");
    }
}
