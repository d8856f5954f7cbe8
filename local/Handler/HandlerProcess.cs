using Shouwang.Local.App;
using Shouwang.Local.Processes;

namespace Shouwang.Local.Handler;

/// <summary>The app's own process (处理程序): started with a free port, awaited, started again by the host's rules.</summary>
sealed partial class HandlerProcess(FunctionApp app, IReadOnlyDictionary<string, string> settings, ProcessLog output, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    const int ExitedOnPurpose = 0;
    const int AsksForRestart = 200;
    static readonly TimeSpan s_readinessPoll = TimeSpan.FromMilliseconds(25);

    readonly CancellationTokenSource _stop = new();
    readonly RestartBudget _budget = new(clock);
    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
    volatile TaskCompletionSource<Uri> _ready = NewReady();
    volatile ChildProcess? _process;
    volatile bool _restarting;

    /// <summary>Ends when the handler has ended for good; faults when the host would have given it up.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start() => Ended = Task.Run(RunAsync);

    /// <summary>Where the handler listens, as soon as it does.</summary>
    public Task<Uri> ReadyAsync(CancellationToken stop) => _ready.Task.WaitAsync(stop);

    /// <summary>Ends the process without a warning and starts it again; does not count against the host's limit.</summary>
    public void Restart()
    {
        if (_process is not { } process) return;
        _restarting = true;
        Renew();
        process.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _process?.Kill();
        await Ended.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _http.Dispose();
        _stop.Dispose();
    }

    async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _restarting = false;
            var port = Ports.Free();
            var process = ChildProcess.Start(Command(port), output);
            _process = process;
            await Task.WhenAny(ListenAsync(port, process), process.Exited);
            var code = await process.Exited;
            if (_stop.IsCancellationRequested) return;
            if (!_restarting) Renew();
            if (_restarting || code == AsksForRestart) continue;
            if (code == ExitedOnPurpose) throw GiveUp("The handler ended with exit code 0, so the host would never start it again. It must not end by itself.");
            Exited(log, code);
            if (!_budget.TrySpend()) throw GiveUp($"The handler ended {RestartBudget.Restarts + 1} times within {RestartBudget.Window.TotalMinutes:0} minutes, last with exit code {code}. See {output.Path}.");
        }
    }

    async Task ListenAsync(int port, ChildProcess process)
    {
        var address = new Uri($"http://127.0.0.1:{port}/");
        var deadline = clock.GetUtcNow() + app.Host.InitializationTimeout;
        while (!process.Exited.IsCompleted)
        {
            try
            {
                using var answer = await _http.GetAsync(address, _stop.Token);
                _ready.TrySetResult(address);
                return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !_stop.IsCancellationRequested)
            {
                if (clock.GetUtcNow() > deadline)
                {
                    NotListening(log, port, app.Host.InitializationTimeout);
                    process.Kill();
                    return;
                }
                await Task.Delay(s_readinessPoll, clock, _stop.Token);
            }
        }
    }

    Command Command(int port)
    {
        var inPackage = Path.Combine(app.Folder, app.Host.Executable);
        return new Command("handler", File.Exists(inPackage) ? inPackage : app.Host.Executable, app.Host.Arguments, app.Host.WorkingDirectory, new Dictionary<string, string>(settings)
        {
            ["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}",
            ["FUNCTIONS_HTTPWORKER_PORT"] = $"{port}",
            ["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString(),
            ["FUNCTIONS_APP_ROOT_PATH"] = app.Folder,
        });
    }

    void Renew()
    {
        if (_ready.Task.IsCompleted) _ready = NewReady();
    }

    HandlerGoneException GiveUp(string sentence)
    {
        var gone = new HandlerGoneException(sentence);
        _ready.TrySetException(gone);
        return gone;
    }

    static TaskCompletionSource<Uri> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Error, "The handler ended with exit code {Code}; it is started again.")]
    static partial void Exited(ILogger log, int code);

    [LoggerMessage(LogLevel.Error, "The handler does not listen on port {Port} after {Timeout}.")]
    static partial void NotListening(ILogger log, int port, TimeSpan timeout);
}
