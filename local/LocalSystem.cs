using Azure.Storage.Queues;
using Shouwang.Local.App;
using Shouwang.Local.Handler;
using Shouwang.Local.Http;
using Shouwang.Local.Processes;
using Shouwang.Local.Queues;
using Shouwang.Local.Timers;

namespace Shouwang.Local;

/// <summary>The whole system on one machine (单机系统): storage, recogniser, the app, and the Functions host's part. Disposing it ends every child.</summary>
public sealed class LocalSystem : IAsyncDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly List<ProcessLog> _logs = [];
    readonly List<Task> _pumps = [];
    readonly LocalOptions _options;
    readonly LocalKeys _keys;
    readonly TimeProvider _clock = TimeProvider.System;
    Azurite? _azurite;
    Recogniser? _recogniser;
    HandlerProcess? _handler;
    Invoker? _invoker;
    HttpFront? _front;

    LocalSystem(LocalOptions options)
    {
        _options = options;
        _keys = LocalKeys.LoadOrMake(options.State);
    }

    /// <summary>Where the app's public side listens.</summary>
    public Uri Address => _front!.Address;

    public string AdminKey => _keys.Admin;

    public string StorageConnection => _azurite!.Connection;

    /// <summary>Ends when a part that cannot be done without has ended; the exception says which.</summary>
    public Task Broken { get; private set; } = Task.CompletedTask;

    /// <exception cref="LocalProblemException">The machine lacks something; the message says what to do.</exception>
    public static async Task<LocalSystem> StartAsync(LocalOptions options, CancellationToken stop = default)
    {
        var system = new LocalSystem(options);
        try
        {
            await system.StartPartsAsync(stop);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills the app's process without a warning, as a crash would; it is started again at once.</summary>
    public void KillHandler() => _handler!.Restart();

    /// <summary>Waits until the app answers.</summary>
    public Task HandlerReadyAsync(CancellationToken stop = default) => _handler!.ReadyAsync(stop);

    public Task StopRecogniserAsync() => _recogniser?.StopAsync() ?? Task.CompletedTask;

    public Task StartRecogniserAsync(CancellationToken stop = default) => _recogniser?.StartAsync(stop) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_pumps);
        if (_front is not null) await _front.DisposeAsync();
        if (_handler is not null) await _handler.DisposeAsync();
        _invoker?.Dispose();
        if (_recogniser is not null) await _recogniser.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        foreach (var log in _logs) log.Dispose();
        _stop.Dispose();
    }

    async Task StartPartsAsync(CancellationToken stop)
    {
        if (_options.Port != 0) Ports.RequireFree(_options.Port, "SHOUWANG_PORT");
        var port = _options.Port != 0 ? _options.Port : Ports.Free();
        var recognising = StartRecogniserPartAsync(stop);
        try
        {
            _azurite = await Azurite.StartAsync(_options, Log("azurite"), stop);
            await StartHostAsync(port, stop);
        }
        finally
        {
            await recognising;
        }
        Broken = WatchAsync(_azurite, _handler!);
    }

    async Task StartRecogniserPartAsync(CancellationToken stop)
    {
        if (_options.Recogniser is not { } program) return;
        _recogniser = new Recogniser(program, _options.RecogniserFolder, _keys.Recogniser, Log("recogniser"));
        await _recogniser.StartAsync(stop);
    }

    async Task StartHostAsync(int port, CancellationToken stop)
    {
        var settings = Settings(port);
        var app = FunctionApp.Load(_options.Package, settings);
        var hostLog = Log("host");
        var log = new ProcessLogProvider(hostLog).CreateLogger("Host");
        var storage = new QueueServiceClient(_azurite!.Connection, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None });
        var wakeUp = new WakeUp();
        _handler = new HandlerProcess(app, settings, Log("handler"), _clock, log);
        _handler.Start();
        _invoker = new Invoker(_handler, new OutputQueues(storage, app.Host.Queues.Base64, wakeUp), app.Host.FunctionTimeout);
        _front = await HttpFront.StartAsync(app, _handler, new FunctionKeys(_keys.Function, _keys.Admin), port, hostLog);
        await _handler.ReadyAsync(stop);
        _pumps.AddRange(app.Functions.OfType<QueueFunction>()
            .Select(f => Pump(new QueuePump(f, storage, app.Host.Queues, _invoker, wakeUp, _clock, log).RunAsync)));
        _pumps.AddRange(app.Functions.OfType<TimerFunction>()
            .Select(f => Pump(new TimerPump(f, Path.Combine(_options.State, "timers", f.Name + ".json"), _invoker, _clock, log).RunAsync)));
    }

    async Task Pump(Func<CancellationToken, Task> run)
    {
        try
        {
            await Task.Run(() => run(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // That is how a pump ends.
        }
    }

    Dictionary<string, string> Settings(int port)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureWebJobsStorage"] = _azurite!.Connection,
            ["SHOUWANG_ADMIN_KEY"] = _keys.Admin,
            ["SHOUWANG_SIGNING_KEY"] = _keys.Signing,
            ["SHOUWANG_DIRECTLINE_SECRET"] = _keys.DirectLine,
            ["SHOUWANG_PUBLIC_URL"] = $"http://127.0.0.1:{port}",
            ["SHOUWANG_RECOGNIZER_ENDPOINT"] = (_recogniser?.Address ?? new Uri("http://127.0.0.1:9")).OriginalString,
            ["SHOUWANG_RECOGNIZER_KEY"] = _keys.Recogniser,
        };
        foreach (var (name, value) in _options.Settings) settings[name] = value;
        return settings;
    }

    ProcessLog Log(string name)
    {
        var log = new ProcessLog(Path.Combine(_options.State, "logs"), name, _clock);
        lock (_logs) _logs.Add(log);
        return log;
    }

    async Task WatchAsync(Azurite azurite, HandlerProcess handler)
    {
        var first = await Task.WhenAny(azurite.Exited, handler.Ended);
        if (_stop.IsCancellationRequested) return;
        await first;
        throw new LocalProblemException("Azurite, the storage, has ended.", "存储模拟器 Azurite 已退出。");
    }
}
