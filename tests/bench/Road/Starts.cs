using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Shouwang.Local;
using Shouwang.Local.Processes;

namespace Shouwang.Bench.Road;

/// <summary>A built app, started again and again (启动): how soon it answers the host's first question, and how soon its first real one.</summary>
sealed class Starts(string name, string program, IReadOnlyList<string> arguments)
{
    const string Key = "0123456789abcdef0123456789abcdef";
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(2);

    readonly List<double> _ready = [];
    readonly List<double> _useful = [];

    public string Name => name;
    public Figures Ready => new(_ready);
    public Figures Useful => new(_useful);

    public async Task OnceAsync(LocalSystem system)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["AzureWebJobsStorage"] = system.StorageConnection;
        start.Environment["SHOUWANG_SIGNING_KEY"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        start.Environment["SHOUWANG_ADMIN_KEY"] = Key;
        start.Environment["SHOUWANG_RECOGNIZER_ENDPOINT"] = "http://127.0.0.1:9";
        start.Environment["SHOUWANG_RECOGNIZER_KEY"] = "none";
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        try
        {
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            while (!await AnswersAsync(http))
            {
                if (process.HasExited) throw new InvalidOperationException($"{name} ended with {process.ExitCode} instead of starting.");
                await Task.Delay(s_pause);
            }
            _ready.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            using var question = new StringContent("""{"text":"急性阑尾炎"}""", Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/api/diagnoses/match", UriKind.Relative), question);
            answer.EnsureSuccessStatusCode();
            _useful.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
