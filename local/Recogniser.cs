using Shouwang.Local.Processes;

namespace Shouwang.Local;

/// <summary>The embedded form recogniser (识别器) as a child process on a port that stays the same across restarts.</summary>
sealed class Recogniser(IReadOnlyList<string> program, string folder, string key, ProcessLog log) : IAsyncDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    ChildProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{Ports.Free()}");

    /// <summary>Starts it and waits until it can read a page.</summary>
    /// <exception cref="LocalProblemException">It ended instead.</exception>
    public async Task StartAsync(CancellationToken stop)
    {
        var process = _process = ChildProcess.Start(
            new Command("recogniser", program[0], [.. program.Skip(1)], folder, new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = Address.OriginalString,
                ["SHOUWANG_RECOGNIZER_KEY"] = key,
            }),
            log);
        while (!await IsReadyAsync(stop))
        {
            if (process.Exited.IsCompleted)
                throw new LocalProblemException($"The recogniser ended before it was ready. {log.Path} says why.", $"识别器没能启动，原因见 {log.Path}。");
            await Task.Delay(50, stop);
        }
    }

    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill();
        await process.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
    }

    async Task<bool> IsReadyAsync(CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/health"));
            request.Headers.Add("Ocp-Apim-Subscription-Key", key);
            using var answer = await _http.SendAsync(request, stop);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
