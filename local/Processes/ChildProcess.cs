using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Shouwang.Local.Processes;

/// <summary>A child that never outlives this process, however this process ends.</summary>
sealed partial class ChildProcess : IAsyncDisposable
{
    const int Terminate = 15;
    static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    readonly Process _process;

    ChildProcess(Process process, ProcessLog log)
    {
        _process = process;
        Exited = FollowAsync(log);
    }

    /// <summary>The exit code, once everything the process wrote is in its log.</summary>
    public Task<int> Exited { get; }

    /// <param name="gently">When this process dies, ask the child to end instead of killing it: it has something to save.</param>
    public static ChildProcess Start(Command command, ProcessLog log, bool gently = false)
    {
        // The kernel's death signal belongs to the thread that started the child, so one thread that never ends starts them all.
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig", gently ? "TERM" : "KILL", "--", command.File, .. command.Arguments])
        {
            WorkingDirectory = command.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment) start.Environment[name] = value;
        var process = StarterThread.Run(() => Process.Start(start)!);
        process.StandardInput.Close();
        return new(process, log);
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <summary>Asks it to end, and after a grace does not ask.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted) _ = SendSignal(_process.Id, Terminate);
        if (await Task.WhenAny(Exited, Task.Delay(s_grace)) != Exited) Kill();
        await Exited;
        _process.Dispose();
    }

    async Task<int> FollowAsync(ProcessLog log)
    {
        await Task.WhenAll(Copy(_process.StandardOutput), Copy(_process.StandardError));
        await _process.WaitForExitAsync();
        return _process.ExitCode;

        async Task Copy(StreamReader from)
        {
            while (await from.ReadLineAsync() is { } line) log.Write(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}
