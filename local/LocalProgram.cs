using System.Runtime.InteropServices;
using Shouwang.Local.SampleRoad;
using Spectre.Console;

namespace Shouwang.Local;

/// <summary>./run: starts the system, sends the sample claim, serves until Ctrl-C.</summary>
static class LocalProgram
{
    const int Worked = 0;
    const int Failed = 1;
    const int Interrupted = 130;

    public static async Task<int> RunAsync(LocalArguments arguments)
    {
        using var stop = new CancellationTokenSource();
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            if (Console.IsOutputRedirected) AnsiConsole.Profile.Capabilities.Ansi = false;
            await using var system = await AnsiConsole.Status().StartAsync("正在启动存储、识别器和应用… starting", _ => LocalSystem.StartAsync(arguments.Options, stop.Token));
            // The terminal breaks long lines better: a Chinese sentence is one word to this console.
            AnsiConsole.Profile.Width = short.MaxValue;
            if (arguments.Sample && !await SampleClaim.RunAsync(arguments.Root, system.Address, system.AdminKey, AnsiConsole.Console, stop.Token)) return Failed;
            if (arguments.Once) return Worked;
            AnsiConsole.MarkupLineInterpolated($"\n聊天页面 chat page: [link]{system.Address}chat[/]\n管理密钥 administrator key: {arguments.Options.State}/admin.key\n日志 logs: {arguments.Options.State}/logs\n按 Ctrl-C 结束 · Ctrl-C ends");
            await system.Broken.WaitAsync(stop.Token);
            return Failed;
        }
        // Ctrl-C reaches the children as well: one that ends first is no problem then.
        catch (Exception ended) when (stop.IsCancellationRequested && ended is OperationCanceledException or LocalProblemException or Handler.HandlerGoneException)
        {
            return Interrupted;
        }
        catch (Exception problem) when (problem is LocalProblemException or Handler.HandlerGoneException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
