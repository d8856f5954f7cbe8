using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.EndToEnd.Tests.Support;
using Shouwang.Local;

[assembly: AssemblyFixture(typeof(WholeSystem))]
// They share one app, and some of them kill it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Every part as a process of its own: storage, recogniser, the app, and the host's stand-in between them.</summary>
public sealed class WholeSystem : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("shouwang-end-to-end-").FullName;
    int _villages = 100_000;
    StorageDoor? _door;

    public LocalSystem Local { get; private set; } = null!;

    /// <summary>Calls the app with the administrator's key.</summary>
    public HttpClient Http { get; private set; } = null!;

    internal StorageDoor Door => _door!;

    internal BlobContainerClient Originals => new(Local.StorageConnection, "originals");

    public async ValueTask InitializeAsync()
    {
        var package = Path.Combine(_folder, "app");
        Tree.LayOutApp(package);
        var ports = StoragePorts.Choose();
        _door = await StorageDoor.OpenAsync(ports);
        Local = await LocalSystem.StartAsync(LocalOptions.InTree(Tree.Root, package, Path.Combine(_folder, "state")) with
        {
            Recogniser = ["dotnet", Path.Combine(Tree.OutputOf("recognizer"), "Shouwang.Recognizer.dll")],
            StoragePort = ports,
            Settings = new Dictionary<string, string>
            {
                ["AzureWebJobsStorage"] = _door.Connection,
                ["AzureFunctionsJobHost__extensions__queues__maxPollingInterval"] = "00:00:00.200",
                ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:01",
            },
        });
        Http = new HttpClient { BaseAddress = Local.Address, Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Local.AdminKey);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (Local is not null) await Local.DisposeAsync();
        if (_door is not null) await _door.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Sets up a village of its own with the sample plan and its member.</summary>
    public async Task<string> NewVillageAsync()
    {
        var code = $"320281{++_villages}";
        using var body = new StringContent(await File.ReadAllTextAsync(Tree.In("samples", "village.json")), null, "application/json");
        using var answer = await Http.PutAsync(new Uri($"api/villages/{code}", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return code;
    }

    /// <summary>A new volunteer of the village: what they send in the chat to show it.</summary>
    public async Task<string> VolunteersCodeAsync(string village)
    {
        using var body = new StringContent("""{"name":"韩志愿","phone":"13800000000"}""", null, "application/json");
        using var answer = await Http.PostAsync(new Uri($"api/villages/{village}/volunteers", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["send"]!.GetValue<string>();
    }

    public async Task<IReadOnlyList<JsonNode>> ClaimsAsync(string village) =>
        [.. (await GetAsync($"api/villages/{village}/claims"))["claims"]!.AsArray().Select(claim => claim!)];

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    public QueueClient Queue(string name) => new(Local.StorageConnection, name);

    /// <summary>Waits until every message of the queue is done with.</summary>
    public Task EmptyAsync(string queue) => Eventually.Holds(
        async () => (await Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, $"An empty queue {queue}");
}
