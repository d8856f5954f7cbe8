using Microsoft.AspNetCore.Builder;
using Shouwang.Recognizer.Inference;

[assembly: AssemblyFixture(typeof(Shouwang.Recognizer.Tests.RunningRecognizer))]

namespace Shouwang.Recognizer.Tests;

/// <summary>One recogniser for all tests, on a free port.</summary>
public sealed class RunningRecognizer : IAsyncLifetime
{
    public const string Key = "the-key-of-the-tests";

    readonly WebApplication _app = RecognizerApp.Create(["--urls", "http://127.0.0.1:0", "--" + RecognizerSettings.KeyVariable, Key]);

    public Uri Endpoint => new(_app.Urls.Single());

    internal static InferenceFiles Files { get; } = InferenceFiles.Find(null, null);

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await http.GetAsync(new Uri(Endpoint, "/health"), limit.Token)).IsSuccessStatusCode)
            await Task.Delay(50, limit.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));
}
