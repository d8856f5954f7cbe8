using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Tests.Support;

/// <summary>The whole app in the test's own process over real storage, without a recogniser.</summary>
sealed class TestSystem : WebApplicationFactory<Program>
{
    public const string AdminKey = "a-key-for-tests";

    /// <summary>The day it is where a browser looks on. The sample village's plan is of this year, and no year turns within two weeks of it.</summary>
    public static readonly DateOnly Day = new(2026, 11, 10);

    static int s_villages = 500_000;
    static int s_phones;
    readonly Azurite _azurite;
    readonly Action<IServiceCollection>? _replace;
    bool _listens;

    TestSystem(Azurite azurite, Action<IServiceCollection>? replace) => (_azurite, _replace) = (azurite, replace);

    public static async Task<TestSystem> StartAsync(Azurite azurite, Action<IServiceCollection>? replace = null)
    {
        var system = new TestSystem(azurite, replace);
        await StorageSetup.CreateAsync(system.Services, CancellationToken.None);
        return system;
    }

    /// <summary>Listens on a port of its own, for a browser; pages come from the source tree. It is <see cref="Day"/> unless the test brings a clock.</summary>
    public static async Task<TestSystem> ListenAsync(Azurite azurite, Action<IServiceCollection>? replace = null)
    {
        var system = new TestSystem(azurite, services =>
        {
            services.AddSingleton<TimeProvider>(MovedClock.On(Day));
            replace?.Invoke(services);
        })
        { _listens = true };
        // Without a port here: setting one races with the start of the server. The app itself asks for any that is free.
        system.UseKestrel();
        system.StartServer();
        await StorageSetup.CreateAsync(system.Services, CancellationToken.None);
        return system;
    }

    /// <summary>Where a page is, once the system listens.</summary>
    public string Page(string path) => new Uri(ClientOptions.BaseAddress, path).ToString();

    /// <summary>Calls the app with that key.</summary>
    public HttpClient As(string? key)
    {
        var client = CreateClient();
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public HttpClient Administrator() => As(AdminKey);

    /// <summary>A village of its own with the sample plan and its members.</summary>
    public async Task<string> NewVillageAsync(JsonObject? charter = null)
    {
        var village = $"320281{Interlocked.Increment(ref s_villages)}";
        using var administrator = Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        if (charter is not null) body["charter"] = charter.DeepClone();
        (await administrator.SendJsonAsync(HttpMethod.Put, $"/api/villages/{village}", body)).Status.ShouldBe(200);
        return village;
    }

    /// <summary>Puts the sample village with something changed; its charter stays.</summary>
    public async Task ChangeVillageAsync(string village, Action<JsonNode> change)
    {
        using var administrator = Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!;
        change(body);
        var answer = await administrator.SendJsonAsync(HttpMethod.Put, $"/api/villages/{village}", body);
        answer.Status.ShouldBe(200, answer.Body.ToJsonString());
    }

    /// <summary>Registers a member of staff; the client calls with the new personal key.</summary>
    public async Task<HttpClient> NewStaffAsync(string village, string id, string role)
    {
        using var administrator = Administrator();
        var phone = $"139{Interlocked.Increment(ref s_phones):D8}";
        var answer = await administrator.SendJsonAsync(HttpMethod.Put, $"/api/villages/{village}/staff/{id}", new JsonObject { ["name"] = $"工作人员{id}", ["phone"] = phone, ["role"] = role });
        answer.Status.ShouldBe(201, answer.Body.ToJsonString());
        return As(answer.Body["key"]!.GetValue<string>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder
            .UseContentRoot(AppContext.BaseDirectory)
            .UseSetting("FUNCTIONS_CUSTOMHANDLER_PORT", "0")
            .UseSetting("AzureWebJobsStorage", _azurite.ConnectionString)
            .UseSetting("SHOUWANG_ADMIN_KEY", AdminKey)
            .UseSetting("SHOUWANG_SIGNING_KEY", Convert.ToBase64String(new byte[32]))
            .UseSetting("SHOUWANG_RECOGNIZER_ENDPOINT", "http://127.0.0.1:9")
            .UseSetting("SHOUWANG_RECOGNIZER_KEY", "none");
        if (_listens) builder.UseSetting("SHOUWANG_WEB_ROOT", Repository.Path("web"));
        if (_replace is not null) builder.ConfigureServices(_replace);
    }
}

/// <summary>An answer with its JSON; an empty object where it had none.</summary>
sealed record JsonReply(int Status, JsonNode Body)
{
    public string? Code => Body["code"]?.GetValue<string>();
}

/// <summary>JSON over HTTP in one line.</summary>
static class JsonCalls
{
    public static async Task<JsonReply> SendJsonAsync(this HttpClient client, HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new JsonReply((int)response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public static Task<JsonReply> GetJsonAsync(this HttpClient client, string path) => client.SendJsonAsync(HttpMethod.Get, path);

    public static Task<JsonReply> PutJsonAsync(this HttpClient client, string path, JsonNode body) => client.SendJsonAsync(HttpMethod.Put, path, body);

    public static Task<JsonReply> PostJsonAsync(this HttpClient client, string path, JsonNode? body = null) => client.SendJsonAsync(HttpMethod.Post, path, body);
}
