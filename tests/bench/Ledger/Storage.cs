using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Shouwang.Bench.Ledger;

/// <summary>The storage emulator in memory, on ports the system chose.</summary>
internal sealed partial class Storage : IAsyncDisposable
{
    private readonly Process _process;

    private Storage(Process process, Uri tables) => (_process, ConnectionString) = (process, $"UseDevelopmentStorage=false;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint={tables}devstoreaccount1;");

    public string ConnectionString { get; }

    public static async Task<Storage> StartAsync()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Shouwang.slnx")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("This runs inside the source tree.");
        var process = Process.Start(new ProcessStartInfo("node", [
            Path.Combine(root, "node_modules/azurite/dist/src/azurite.js"), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent", "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Ready().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new Storage(process, new Uri(match.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException("Azurite ended before it was ready. Is ./node_modules there? `npm ci` in the root brings it.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Table service is successfully listening at (?<address>http\\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Ready();
}
