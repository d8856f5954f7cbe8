using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Shouwang.Functions.Tests.Channels;

/// <summary>A client of the channel that says exactly what a test wants it to say.</summary>
sealed class Phone(Uri address, string? bearer) : IDisposable
{
    readonly HttpClient _http = new() { BaseAddress = address };

    public string Conversation { get; private init; } = "";

    /// <summary>Waits until the app has answered everything it took in.</summary>
    Func<Task> Settled { get; init; } = () => Task.CompletedTask;

    /// <summary>A phone whose conversation is started.</summary>
    public static async Task<Phone> StartAsync(ChatApp app, string user = "dl_li")
    {
        using var secret = new Phone(app.Address, ChatApp.Secret);
        var (_, token) = await secret.PostAsync("/v3/directline/tokens/generate", "{\"user\":{\"id\":\"" + user + "\"}}");
        var phone = new Phone(app.Address, (string)token!["token"]!)
        {
            Conversation = (string)token["conversationId"]!,
            Settled = app.SettledAsync,
        };
        await phone.PostAsync("/v3/directline/conversations", "");
        return phone;
    }

    public string Activities => $"/v3/directline/conversations/{Conversation}/activities";

    public string Upload => $"/v3/directline/conversations/{Conversation}/upload";

    public Task<(int Status, JsonNode? Answer)> SayAsync(string text) => PostAsync(Activities, $$"""{"type":"message","text":"{{text}}"}""");

    public Task<(int Status, JsonNode? Answer)> PostAsync(string path, string json) => PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<(int Status, JsonNode? Answer)> PostAsync(string path, HttpContent content) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });

    public Task<(int Status, JsonNode? Answer)> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<(int Status, JsonNode? Answer)> SendAsync(HttpRequestMessage request)
    {
        using var response = await RawAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : null);
    }

    public Task<HttpResponseMessage> RawAsync(HttpRequestMessage request)
    {
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return _http.SendAsync(request);
    }

    /// <summary>What has been said, after everything sent has been answered.</summary>
    public async Task<IReadOnlyList<JsonNode>> RecordAsync()
    {
        await Settled();
        return [.. (await GetAsync(Activities)).Answer!["activities"]!.AsArray().Select(activity => activity!)];
    }

    public void Dispose() => _http.Dispose();
}
