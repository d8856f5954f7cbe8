using System.Text.RegularExpressions;
using Shouwang.Local.Processes;

namespace Shouwang.Local;

/// <summary>Azurite, the storage emulator (存储模拟器), as a child process.</summary>
sealed partial class Azurite : IAsyncDisposable
{
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly ChildProcess _process;

    Azurite(ChildProcess process, string connection)
    {
        _process = process;
        Connection = connection;
    }

    public string Connection { get; }

    public Task<int> Exited => _process.Exited;

    /// <exception cref="LocalProblemException">It ended instead of starting.</exception>
    public static async Task<Azurite> StartAsync(LocalOptions options, ProcessLog log, CancellationToken stop)
    {
        var first = options.StoragePort;
        int Port(int offset) => first == 0 ? 0 : first + offset;
        if (first != 0)
            for (var offset = 0; offset < 3; offset++) Ports.RequireFree(Port(offset), "SHOUWANG_AZURITE_PORT");
        var data = Path.Combine(options.State, "azurite");
        Directory.CreateDirectory(data);
        var command = new Command("azurite", "node",
            [options.Azurite, "--location", data, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--blobPort", $"{Port(0)}", "--queuePort", $"{Port(1)}", "--tablePort", $"{Port(2)}"],
            options.State, new Dictionary<string, string>());
        var listening = new ServicesSeen();
        log.Listener = listening.Read;
        // It writes its tables to disk every few seconds and when it is asked to end.
        var process = ChildProcess.Start(command, log, gently: true);
        try
        {
            if (await Task.WhenAny(listening.All, process.Exited).WaitAsync(stop) == process.Exited)
                throw new LocalProblemException($"Azurite ended before it was ready. {log.Path} says why.", $"存储模拟器 Azurite 没能启动，原因见 {log.Path}。");
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
        finally
        {
            log.Listener = null;
        }
        var at = await listening.All;
        return new(process, $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={at["Blob"]}/{Account};QueueEndpoint={at["Queue"]}/{Account};TableEndpoint={at["Table"]}/{Account};");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    sealed partial class ServicesSeen
    {
        readonly Dictionary<string, string> _seen = [];
        readonly TaskCompletionSource<IReadOnlyDictionary<string, string>> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<IReadOnlyDictionary<string, string>> All => _all.Task;

        public void Read(string line)
        {
            if (Listening().Match(line) is not { Success: true } match) return;
            lock (_seen)
            {
                _seen[match.Groups["service"].Value] = match.Groups["address"].Value;
                if (_seen.Count == 3) _all.TrySetResult(_seen);
            }
        }

        [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http\\S+)", RegexOptions.ExplicitCapture)]
        private static partial Regex Listening();
    }
}
