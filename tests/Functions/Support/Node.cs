using System.Diagnostics;

namespace Shouwang.Functions.Tests.Support;

/// <summary>Runs a script of the tests folder with Node, where the third-party clients live.</summary>
static class Node
{
    /// <returns>What the script printed.</returns>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Repository.Path("tests/" + script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{script}\n{await errors}\n{await output}");
        return await output;
    }
}
