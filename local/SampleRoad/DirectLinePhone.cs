using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shouwang.Local.SampleRoad;

/// <summary>A villager's phone (村民的手机): speaks Direct Line 3.0 as the chat page does.</summary>
sealed class DirectLinePhone : IDisposable
{
    /// <summary>A phone on a village's network tries again; what it sends carries an id of its own, so that it counts once.</summary>
    const int MostTries = 6;
    static readonly TimeSpan s_beforeNextTry = TimeSpan.FromMilliseconds(300);

    readonly HttpClient _http;
    readonly string _domain;
    readonly string _user;
    readonly string _conversation;
    readonly Uri _stream;

    DirectLinePhone(HttpClient http, string domain, string user, string conversation, Uri stream)
    {
        _http = http;
        _domain = domain;
        _user = user;
        _conversation = conversation;
        _stream = stream;
    }

    /// <summary>Asks the page's own endpoint for a token and begins a conversation about a village.</summary>
    public static async Task<DirectLinePhone> OpenAsync(Uri app, string village, CancellationToken stop)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var session = await PostAsync(http, new Uri(app, "api/chat/session").AbsoluteUri, Json(new JsonObject { ["village"] = village, ["fresh"] = true }), stop);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Text(session, "token"));
        var domain = new Uri(app, Text(session, "domain")).AbsoluteUri;
        var user = Text(session, "userId");
        var started = await PostAsync(http, $"{domain}/conversations", Json(new JsonObject { ["user"] = new JsonObject { ["id"] = user }, ["locale"] = "zh-CN" }), stop);
        return new(http, domain, user, Text(started, "conversationId"), new Uri(Text(started, "streamUrl")));
    }

    /// <summary>What was said since the watermark, without waiting, and the watermark to ask with next.</summary>
    public async Task<(IReadOnlyList<ReceivedActivity> Said, string Watermark)> ReadAsync(string watermark, CancellationToken stop)
    {
        var set = await AskAsync(_http, HttpMethod.Get, $"{_domain}/conversations/{_conversation}/activities?watermark={watermark}", null, stop);
        return ([.. set["activities"]!.AsArray().Select(activity => new ReceivedActivity(activity!.AsObject(), _user))], Text(set, "watermark"));
    }

    /// <summary>Every activity of the conversation from its beginning, as it arrives.</summary>
    public async IAsyncEnumerable<ReceivedActivity> ListenAsync([EnumeratorCancellation] CancellationToken stop)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(_stream, stop);
        var buffer = new byte[16 * 1024];
        var message = new MemoryStream();
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer, stop);
            message.Write(buffer, 0, part.Count);
            if (!part.EndOfMessage) continue;
            var text = Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
            message.SetLength(0);
            // An empty message keeps the line open.
            if (text.Length == 0 || JsonNode.Parse(text)?["activities"] is not JsonArray activities) continue;
            foreach (var activity in activities) yield return new ReceivedActivity(activity!.AsObject(), _user);
        }
    }

    public Task SayAsync(string text, CancellationToken stop) =>
        PostAsync(_http, $"{_domain}/conversations/{_conversation}/activities", Json(Message(text)), stop);

    public Task SendPictureAsync(string name, byte[] jpeg, CancellationToken stop) => SendFilesAsync([(name, jpeg)], stop);

    /// <summary>Sends files as one message.</summary>
    public Task SendFilesAsync(IReadOnlyList<(string Name, byte[] Bytes)> files, CancellationToken stop)
    {
        var message = Message(null).ToJsonString();
        return PostAsync(_http, $"{_domain}/conversations/{_conversation}/upload?userId={Uri.EscapeDataString(_user)}", Upload, stop);

        HttpContent Upload()
        {
            var body = new MultipartFormDataContent { { new StringContent(message, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity" } };
            foreach (var (name, bytes) in files)
            {
                var file = new ByteArrayContent(bytes);
                file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
                body.Add(file, "file", name);
            }
            return body;
        }
    }

    public void Dispose() => _http.Dispose();

    JsonObject Message(string? text)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["from"] = new JsonObject { ["id"] = _user },
            ["locale"] = "zh-CN",
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"{Guid.NewGuid()}" },
        };
        if (text is not null) message["text"] = text;
        return message;
    }

    static Func<HttpContent> Json(JsonObject body)
    {
        var text = body.ToJsonString();
        return () => new StringContent(text, Encoding.UTF8, "application/json");
    }

    static Task<JsonNode> PostAsync(HttpClient http, string address, Func<HttpContent> body, CancellationToken stop) => AskAsync(http, HttpMethod.Post, address, body, stop);

    static async Task<JsonNode> AskAsync(HttpClient http, HttpMethod method, string address, Func<HttpContent>? body, CancellationToken stop)
    {
        for (var rest = MostTries - 1; ; rest--)
        {
            try
            {
                using var request = new HttpRequestMessage(method, address) { Content = body?.Invoke() };
                using var answer = await http.SendAsync(request, stop);
                if (answer.IsSuccessStatusCode) return JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop)) ?? throw new JsonException();
                if ((int)answer.StatusCode < 500 || rest == 0) throw Refused(method, address, answer);
            }
            catch (HttpRequestException) when (rest > 0)
            {
                // The line was cut before the answer.
            }
            await Task.Delay(s_beforeNextTry, stop);
        }
    }

    static LocalProblemException Refused(HttpMethod method, string address, HttpResponseMessage answer)
    {
        var path = new Uri(address).AbsolutePath;
        return new($"The app answered {(int)answer.StatusCode} to {method} {path}. .local/logs/handler.log says why.", $"应用对 {method} {path} 回答了 {(int)answer.StatusCode}，原因见 .local/logs/handler.log。");
    }

    static string Text(JsonNode answer, string name) =>
        answer[name]?.GetValue<string>() ?? throw new LocalProblemException($"The app's answer has no {name}.", $"应用的回答里没有 {name}。");
}
