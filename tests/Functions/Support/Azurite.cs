using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouwang.Functions.Tests.Support;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace Shouwang.Functions.Tests.Support;

/// <summary>One storage emulator for all tests of this assembly, in memory, on ports the system chose.</summary>
public sealed partial class Azurite : IAsyncLifetime
{
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    Process? _process;

    public Uri Blobs { get; private set; } = null!;
    public Uri Queues { get; private set; } = null!;
    public Uri Tables { get; private set; } = null!;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Blobs};QueueEndpoint={Queues};TableEndpoint={Tables};";

    public async ValueTask InitializeAsync()
    {
        _process = Process.Start(new ProcessStartInfo("node", [
            Repository.Path("node_modules/azurite/dist/src/azurite.js"), "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0"])
        { UseShellExecute = false, RedirectStandardOutput = true })!;
        var ports = new Dictionary<string, Uri>();
        while (ports.Count < 3)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it was ready. Is ./node_modules there? `npm ci` in the root brings it.");
            if (Ready().Match(line) is { Success: true } match) ports[match.Groups["service"].Value] = new Uri($"{match.Groups["address"].Value}/{Account}");
        }
        (Blobs, Queues, Tables) = (ports["Blob"], ports["Queue"], ports["Table"]);
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http\\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Ready();
}
