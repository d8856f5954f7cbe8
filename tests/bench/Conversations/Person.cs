using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Shouwang.Bench.Conversations;

/// <summary>One person on the chat page (说话的人), in a village of their own: says a few things, sends one photo, hears the answers over the socket.</summary>
sealed class Person(HttpClient http, int number) : IDisposable
{
    /// <summary>What everybody says; the photo comes in the middle.</summary>
    public static readonly string?[] Words = ["同意", "人工", null, "要什么材料", "多久之内要交", "人工"];

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);
    readonly ConcurrentDictionary<string, TaskCompletionSource> _answered = new();
    readonly List<string> _sent = [];
    readonly ClientWebSocket _socket = new();
    string _token = "", _user = "", _conversation = "";

    public string Village => $"320281{600_000 + number}";

    public string Phone => $"0510-86{number:D6}";

    /// <summary>Times from sending to the acknowledgement, and to the first answer heard.</summary>
    public List<double> Acknowledged { get; } = [];

    public List<double> Answered { get; } = [];

    public async Task PrepareAsync(JsonObject sample)
    {
        var body = sample.DeepClone().AsObject();
        body["name"] = $"第{number:D3}号村";
        body["officer"] = new JsonObject { ["name"] = "钱会计", ["phone"] = Phone };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/villages/{Village}") { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", App.AdminKey);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async Task ComeAsync()
    {
        var session = await PostAsync("/api/chat/session", Json(new JsonObject { ["village"] = Village, ["fresh"] = true }));
        (_token, _user) = ((string)session["token"]!, (string)session["userId"]!);
        var started = await PostAsync("/v3/directline/conversations", Json(new JsonObject { ["user"] = new JsonObject { ["id"] = _user } }));
        _conversation = (string)started["conversationId"]!;
        await _socket.ConnectAsync(new Uri((string)started["streamUrl"]!), CancellationToken.None);
        _ = ListenAsync();
    }

    /// <summary>Sends one thing and waits for its answer.</summary>
    public async Task SayAsync(string? words, byte[] photo)
    {
        var activity = new JsonObject { ["type"] = "message", ["from"] = new JsonObject { ["id"] = _user }, ["channelData"] = new JsonObject { ["clientActivityID"] = $"{Guid.NewGuid()}" } };
        if (words is not null) activity["text"] = words;
        using HttpContent content = words is null ? Upload(activity, photo) : Json(activity);
        var path = $"/v3/directline/conversations/{_conversation}/{(words is null ? $"upload?userId={_user}" : "activities")}";
        var began = Stopwatch.GetTimestamp();
        var id = (string)(await PostAsync(path, content))["id"]!;
        Acknowledged.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        _sent.Add(id);
        await Wait(id).Task.WaitAsync(s_patience);
        Answered.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    /// <summary>What is wrong with the record; nothing where everything sent was answered once, by one's own village, in its own conversation.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{_conversation}/activities");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var answer = await http.SendAsync(request);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["activities"]!.AsArray().Select(it => it!.AsObject()).ToList();
        var faults = new List<string>();
        void Expect(bool holds, string what)
        {
            if (!holds) faults.Add($"person {number}: {what}");
        }

        Expect(said.Select(it => (string)it["id"]!).SequenceEqual(Enumerable.Range(0, said.Count).Select(n => $"{_conversation}|{n:D7}")), "the record has a gap or another's activity");
        Expect(said.All(it => (string?)it["conversation"]?["id"] == _conversation), "an activity names another conversation");
        var own = said.Where(it => (string?)it["from"]?["role"] == "user").ToList();
        Expect(own.Select(it => (string)it["id"]!).SequenceEqual(_sent), "what was sent is not what was recorded, each once and in order");
        foreach (var (activity, words) in own.Zip(Words))
        {
            var replies = said.Where(it => (string?)it["replyToId"] == (string)activity["id"]!).ToList();
            Expect(replies.Count > 0, $"“{words ?? "photo"}” got no answer");
            if (words is null) Expect(replies.Count(it => it.ToJsonString().Contains("paper-received", StringComparison.Ordinal)) == 1, "the photo was not taken in once");
            if (words == "人工") Expect(replies.Count(it => it["text"]!.ToString().Contains(Phone, StringComparison.Ordinal)) == 1, "the officer named is not the own village's");
        }

        return faults;
    }

    public void Dispose() => _socket.Dispose();

    async Task ListenAsync()
    {
        var buffer = new byte[16 * 1024];
        var message = new MemoryStream();
        while (_socket.State == WebSocketState.Open)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            if (message.Length > 0)
                foreach (var activity in JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!["activities"]!.AsArray())
                    if ((string?)activity!["type"] == "message" && (string?)activity["replyToId"] is { } asked) Wait(asked).TrySetResult();
            message.SetLength(0);
        }
    }

    TaskCompletionSource Wait(string id) => _answered.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    async Task<JsonNode> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (_token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{path.Split('?')[0].Split('/')[^1]} was answered {(int)answer.StatusCode}: {text}");
    }

    MultipartFormDataContent Upload(JsonObject activity, byte[] photo)
    {
        var file = new ByteArrayContent(WithOwnBytes(photo));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new MultipartFormDataContent { { new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity" }, { file, "file", $"{number}.jpg" } };
    }

    /// <summary>The same picture with a JPEG comment after its first marker: nobody sends what another has sent.</summary>
    byte[] WithOwnBytes(byte[] picture) => [.. picture[..2], 0xFF, 0xFE, 0, 8, .. Encoding.ASCII.GetBytes($"{number:D6}"), .. picture[2..]];

    static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");
}
