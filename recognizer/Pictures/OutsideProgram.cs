using System.Diagnostics;
using System.Text;

namespace Shouwang.Recognizer.Pictures;

/// <summary>
/// Debian's programs that take apart what is too intricate to decode in this process (外部程序): each runs alone, with bounds on memory, time and what it writes,
/// so that a hostile file can at worst end its own decoder.
/// </summary>
static class OutsideProgram
{
    const long MostMemory = 512L * 1024 * 1024;
    const int MostSeconds = 15;
    const long MostWritten = 64L * 1024 * 1024;

    /// <summary>One at a time, so that their memory counts once however many pages are read at once.</summary>
    static readonly SemaphoreSlim s_turn = new(1);

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <param name="failed">Makes the refusal out of what it wrote to its error output.</param>
    /// <returns>What it wrote to its output.</returns>
    /// <exception cref="PictureRefusedException">It failed, took too long or wrote too much.</exception>
    public static async Task<byte[]> RunAsync(string program, string[] arguments, Func<string, PictureRefusedException> failed, CancellationToken stop)
    {
        await s_turn.WaitAsync(stop);
        try
        {
            using var process = Process.Start(Limited(program, arguments))!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(TimeSpan.FromSeconds(MostSeconds + 5)); // waiting is not bounded by the processor's time
            try
            {
                var complaints = Read(process.StandardError.BaseStream, 64 * 1024, limit.Token);
                var output = await Read(process.StandardOutput.BaseStream, MostWritten, limit.Token);
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? output : throw failed(Encoding.UTF8.GetString(await complaints));
            }
            catch (Exception tooMuch) when (tooMuch is OperationCanceledException or InvalidDataException && !stop.IsCancellationRequested)
            {
                throw failed("It took too long or wrote too much.");
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            s_turn.Release();
        }
    }

    static ProcessStartInfo Limited(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("prlimit", [$"--as={MostMemory}", $"--cpu={MostSeconds}", $"--fsize={MostWritten}", "--core=0", "--nofile=64", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear(); // keys and addresses are none of its business
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    static async Task<byte[]> Read(Stream stream, long most, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var piece = new byte[128 * 1024];
        for (int count; (count = await stream.ReadAsync(piece, stop)) > 0;)
        {
            if (all.Length + count > most)
                throw new InvalidDataException("More than is taken.");
            all.Write(piece, 0, count);
        }
        return all.ToArray();
    }
}
