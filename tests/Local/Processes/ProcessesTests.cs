using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Shouwang.Local.Tests.Support;

namespace Shouwang.Local.Tests.Processes;

public sealed class ProcessesTests
{
    [Theory]
    [InlineData("KILL"), InlineData("TERM"), InlineData("INT")]
    public async Task No_child_outlives_its_parent(string signal)
    {
        using var scratch = new Scratch();
        using var parent = Run(scratch);
        await Eventually.Holds(() => Children(scratch).Count == 2, "Azurite and the handler");

        using (var kill = Process.Start("kill", ["-s", signal, $"{parent.Id}"])) await kill.WaitForExitAsync();
        await parent.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        await Eventually.Holds(() => Children(scratch).Count == 0, "the end of the children");
    }

    [Fact]
    public async Task A_busy_port_is_explained_in_both_languages()
    {
        using var scratch = new Scratch();
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var problem = await Should.ThrowAsync<LocalProblemException>(() => LocalSystem.StartAsync(scratch.Options() with { Port = port }));

        problem.Message.ShouldContain($"Port {port} is taken");
        problem.Message.ShouldContain($"端口 {port} 已被");
        problem.Message.ShouldContain("SHOUWANG_PORT=");
    }

    [Fact]
    public async Task Keys_are_random_stay_the_same_and_are_their_owners_alone()
    {
        using var scratch = new Scratch();
        using var other = new Scratch();
        var first = LocalKeys.LoadOrMake(scratch.Folder);

        LocalKeys.LoadOrMake(scratch.Folder).ShouldBe(first);
        LocalKeys.LoadOrMake(other.Folder).Admin.ShouldNotBe(first.Admin);
        Convert.FromBase64String(first.Signing).Length.ShouldBe(32);
        foreach (var file in Directory.EnumerateFiles(scratch.Folder, "*.key"))
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Task.CompletedTask;
    }

    static Process Run(Scratch scratch)
    {
        // What runs in the background of a script is born deaf to Ctrl-C; a person's ./run is not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", typeof(LocalSystem).Assembly.Location, "--no-sample", "--state", scratch.Folder, "--package", Path.Combine(AppContext.BaseDirectory, "package")])
        {
            UseShellExecute = false,
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["SHOUWANG_PORT"], start.Environment["SHOUWANG_AZURITE_PORT"]) = ("0", "0");
        (start.Environment["CALLS"], start.Environment["WORK_QUEUE"]) = (scratch.Calls, "work");
        return Process.Start(start)!;
    }

    /// <summary>Processes that this system started: their environment or command line names its folder.</summary>
    static List<int> Children(Scratch scratch)
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || id == Environment.ProcessId) continue;
            try
            {
                if (File.ReadAllText($"{folder}/comm").Trim() == "node" && (File.ReadAllText($"{folder}/environ") + File.ReadAllText($"{folder}/cmdline")).Contains(scratch.Folder, StringComparison.Ordinal)) found.Add(id);
            }
            catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked, or is somebody else's.
            }
        }
        return found;
    }
}
