using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Shouwang.Local.Tests.Support;

[assembly: AssemblyFixture(typeof(RunningSystem))]

namespace Shouwang.Local.Tests.Support;

/// <summary>One running system for all tests that do not end it.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    readonly Scratch _scratch = new();

    public LocalSystem System { get; private set; } = null!;
    public HttpClient Http { get; private set; } = null!;
    public string FunctionKey => File.ReadAllText(Path.Combine(_scratch.Folder, "function.key")).Trim();

    public async ValueTask InitializeAsync()
    {
        System = await LocalSystem.StartAsync(_scratch.Options());
        Http = new HttpClient { BaseAddress = System.Address };
        await Scratch.Queue(System, "work").CreateIfNotExistsAsync();
        await Scratch.Queue(System, "next").CreateIfNotExistsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await System.DisposeAsync();
        _scratch.Dispose();
    }

    public QueueClient Queue(string name) => Scratch.Queue(System, name);

    public async Task SendAsync(string message) => await Queue("work").SendMessageAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(message)));

    /// <summary>Calls with a message that holds this text.</summary>
    public IReadOnlyList<JsonElement> CallsWith(string text) =>
        [.. _scratch.Called().Where(call => call.TryGetProperty("payload", out var payload) && payload.GetProperty("Data").GetRawText().Contains(text, StringComparison.Ordinal))];

    public string HostLog => _scratch.Log("host");

    /// <summary>The first message of the queue that holds this text, taken out of it.</summary>
    public Task<string> TakeAsync(string queue, string text) => Eventually.Is(async () =>
    {
        if (!await Queue(queue).ExistsAsync()) return null;
        foreach (var message in (await Queue(queue).ReceiveMessagesAsync(32, TimeSpan.FromSeconds(1))).Value)
        {
            var body = Decoded(message.Body.ToString());
            if (!body.Contains(text, StringComparison.Ordinal)) continue;
            await Queue(queue).DeleteMessageAsync(message.MessageId, message.PopReceipt);
            return body;
        }
        return null;
    }, $"a message with {text} in {queue}");

    static string Decoded(string body)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : body;
    }
}
