using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>The customer-service calls (微信客服接口).</summary>
internal sealed class WeComApi(WeComOptions options, ChannelHttp http, TimeProvider clock) : IDisposable
{
    const int PageSize = 1000;

    readonly TencentApi _api = new(http, options.Site, (_, stop) => TokenAsync(options, http, stop), clock);

    /// <summary>A page of what people sent.</summary>
    /// <param name="token">From the callback; without it the platform allows fewer calls.</param>
    /// <exception cref="HttpRequestException">The platform did not give it.</exception>
    public async Task<JsonElement> SyncAsync(string account, string cursor, string? token, CancellationToken stop)
    {
        var answer = await _api.PostAsync("/cgi-bin/kf/sync_msg", json =>
        {
            json.WriteStartObject();
            if (cursor.Length > 0) json.WriteString("cursor", cursor);
            if (token is { Length: > 0 }) json.WriteString("token", token);
            json.WriteNumber("limit", PageSize);
            json.WriteNumber("voice_format", 0);
            json.WriteString("open_kfid", account);
            json.WriteEndObject();
        }, stop);
        return TencentApi.Code(answer) is var code and not 0 ? throw new HttpRequestException($"WeCom gave no messages: error {code}.") : answer;
    }

    /// <summary>Sends; the same id is sent once however often it is tried.</summary>
    public Task<int> SendAsync(string account, string person, string id, PlainForm form, string? text, CancellationToken stop) => PostAsync("/cgi-bin/kf/send_msg", json =>
    {
        json.WriteString("touser", person);
        json.WriteString("open_kfid", account);
        Message(json, id, form, text);
    }, stop);

    /// <summary>Answers the opening of the chat, within twenty seconds of it.</summary>
    public Task<int> WelcomeAsync(string code, string id, PlainForm form, string? text, CancellationToken stop) => PostAsync("/cgi-bin/kf/send_msg_on_event", json =>
    {
        json.WriteString("code", code);
        Message(json, id, form, text);
    }, stop);

    public Task<BinaryData?> MediaAsync(string mediaId, CancellationToken stop) => _api.MediaAsync(mediaId, stop);

    /// <param name="text">null sends the menu.</param>
    static void Message(Utf8JsonWriter json, string id, PlainForm form, string? text)
    {
        json.WriteString("msgid", id);
        json.WriteString("msgtype", text is null ? "msgmenu" : "text");
        json.WriteStartObject(text is null ? "msgmenu" : "text");
        if (text is not null)
        {
            json.WriteString("content", text);
        }
        else
        {
            json.WriteString("head_content", form.Head);
            json.WriteStartArray("list");
            for (var i = 0; i < form.Choices.Count; i++)
            {
                json.WriteStartObject();
                json.WriteString("type", "click");
                json.WriteStartObject("click");
                json.WriteString("id", (i + 1).ToString(CultureInfo.InvariantCulture));
                json.WriteString("content", form.Choices[i]);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (form.Tail.Length > 0) json.WriteString("tail_content", form.Tail);
        }
        json.WriteEndObject();
    }

    async Task<int> PostAsync(string path, Action<Utf8JsonWriter> members, CancellationToken stop) => TencentApi.Code(await _api.PostAsync(path, json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }, stop));

    static async Task<(string, TimeSpan)> TokenAsync(WeComOptions options, ChannelHttp http, CancellationToken stop)
    {
        var address = new Uri(options.Site, $"/cgi-bin/gettoken?corpid={Uri.EscapeDataString(options.CorpId)}&corpsecret={Uri.EscapeDataString(options.Secret)}");
        using var answer = await http.GetAsync(address, stop);
        var given = await TencentApi.JsonAsync(answer, stop);
        return TencentApi.Code(given) == 0 && given.TryGetProperty("access_token", out var token)
            ? (token.GetString()!, TimeSpan.FromSeconds(given.GetProperty("expires_in").GetInt32()))
            : throw new HttpRequestException($"WeCom gave no access token: error {TencentApi.Code(given)}.");
    }

    public void Dispose() => _api.Dispose();
}
