using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>The service account's calls (公众平台接口). Each answers WeChat's error code, 0 for success.</summary>
internal sealed class WeChatApi(WeChatOptions options, ChannelHttp http, TimeProvider clock) : IDisposable
{
    readonly TencentApi _api = new(http, options.Site, (another, stop) => TokenAsync(options, http, another, stop), clock);

    public Task<int> SendTextAsync(string openId, string text, CancellationToken stop) => PostAsync(
        "/cgi-bin/message/custom/send",
        json =>
        {
            json.WriteString("touser", openId);
            json.WriteString("msgtype", "text");
            json.WriteStartObject("text");
            json.WriteString("content", text);
            json.WriteEndObject();
        },
        stop);

    public Task<int> SendMenuAsync(string openId, PlainForm form, CancellationToken stop) => PostAsync(
        "/cgi-bin/message/custom/send",
        json =>
        {
            json.WriteString("touser", openId);
            json.WriteString("msgtype", "msgmenu");
            json.WriteStartObject("msgmenu");
            json.WriteString("head_content", form.Head + "\n");
            json.WriteStartArray("list");
            for (var i = 0; i < form.Choices.Count; i++)
            {
                json.WriteStartObject();
                json.WriteString("id", (i + 1).ToString(CultureInfo.InvariantCulture));
                json.WriteString("content", form.Choices[i]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("tail_content", form.Tail);
            json.WriteEndObject();
        },
        stop);

    public Task<int> ShowTypingAsync(string openId, CancellationToken stop) => PostAsync(
        "/cgi-bin/message/custom/typing",
        json =>
        {
            json.WriteString("touser", openId);
            json.WriteString("command", "Typing");
        },
        stop);

    /// <summary>Says that there is news, and nothing of what it is: it shows on locked screens.</summary>
    /// <param name="key">The same at every try.</param>
    public Task<int> SendTemplateAsync(string openId, WeChatTemplate template, string key, CancellationToken stop) => PostAsync(
        "/cgi-bin/message/template/send",
        json =>
        {
            json.WriteString("touser", openId);
            json.WriteString("template_id", template.Id);
            json.WriteString("client_msg_id", key);
            json.WriteStartObject("data");
            foreach (var (field, shows) in template.Fields)
            {
                json.WriteStartObject(field);
                json.WriteString("value", Shown(shows));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        },
        stop);

    public Task<BinaryData?> MediaAsync(string mediaId, CancellationToken stop) => _api.MediaAsync(mediaId, stop);

    string Shown(string what) => what switch
    {
        "when" => ChinaTime.Of(clock.GetUtcNow()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        "state" => "有新消息",
        _ => "村里互助的办理进展",
    };

    async Task<int> PostAsync(string path, Action<Utf8JsonWriter> members, CancellationToken stop) => TencentApi.Code(await _api.PostAsync(
        path,
        json =>
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        },
        stop));

    /// <summary>Any instance may ask, and all are given the same; the older way would end the token of every other.</summary>
    static async Task<(string, TimeSpan)> TokenAsync(WeChatOptions options, ChannelHttp http, bool another, CancellationToken stop)
    {
        using var content = new ByteArrayContent(Http.JsonText.Utf8(json =>
        {
            json.WriteStartObject();
            json.WriteString("grant_type", "client_credential");
            json.WriteString("appid", options.AppId);
            json.WriteString("secret", options.Secret);
            json.WriteBoolean("force_refresh", another);
            json.WriteEndObject();
        }));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Site, "/cgi-bin/stable_token")) { Content = content };
        using var answer = await http.SendAsync(request, stop);
        var given = await TencentApi.JsonAsync(answer, stop);
        return given.TryGetProperty("access_token", out var token)
            ? (token.GetString()!, TimeSpan.FromSeconds(given.GetProperty("expires_in").GetInt32()))
            : throw new HttpRequestException($"WeChat gave no access token: error {TencentApi.Code(given)}.");
    }

    public void Dispose() => _api.Dispose();
}
