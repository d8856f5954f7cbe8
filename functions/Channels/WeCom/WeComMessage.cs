using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>One message of customer service (客服消息) as the platform lists it.</summary>
internal sealed record WeComMessage(string Id, string Account, string Person, DateTimeOffset Sent, JsonElement Body)
{
    /// <summary>How a picture's media id stands in the record.</summary>
    public const string Media = "wecom-media:";

    const int FromCustomer = 3;

    /// <returns>null for what no person sent, and for what cannot be read.</returns>
    public static WeComMessage? Read(JsonElement it)
    {
        if (it.ValueKind != JsonValueKind.Object) return null;
        var enters = Text(it, "event", "event_type") == "enter_session";
        var person = enters ? Text(it, "event", "external_userid") : Text(it, "external_userid");
        var account = enters ? Text(it, "event", "open_kfid") : Text(it, "open_kfid");
        if (person is not { Length: > 0 and <= 100 } || account is not { Length: > 0 and <= 100 } || Text(it, "msgid") is not { Length: > 0 and <= 200 } id) return null;
        if (!enters && !(it.TryGetProperty("origin", out var origin) && origin.TryGetInt32(out var from) && from == FromCustomer)) return null;
        var sent = it.TryGetProperty("send_time", out var time) && time.TryGetInt64(out var seconds) && seconds is > 0 and < 10_000_000_000 ? seconds : 0;
        return new(id, account, person, DateTimeOffset.FromUnixTimeSeconds(sent), it);
    }

    /// <summary>The person has opened the chat; the code lets one message be sent for it.</summary>
    public bool IsArrival => Text(Body, "event", "event_type") == "enter_session";

    public string? WelcomeCode => Text(Body, "event", "welcome_code");

    /// <summary>The village of the link or code the person came by.</summary>
    public string? Village => Text(Body, "event", "scene_param") is { Length: 12 } scene && scene.All(char.IsAsciiDigit) ? scene : null;

    public Said Said => Text(Body, "msgtype") switch
    {
        "text" => Of(new Activity { Type = "message", Text = Text(Body, "text", "content") ?? "" }),
        "image" when Text(Body, "image", "media_id") is { Length: > 0 } id => Of(new Activity { Type = "message", Attachments = [new("image/jpeg", Media + id, Name: "照片.jpg")] }),
        "file" when Text(Body, "file", "media_id") is { Length: > 0 } id => Of(new Activity { Type = "message", Attachments = [new("application/octet-stream", Media + id, Name: "文件")] }),
        "voice" or "video" => Conversations.Said.Of(PictureVerdict.Recording),
        "image" or "file" => Conversations.Said.Of(PictureVerdict.Damaged),
        _ => Conversations.Said.Of(PictureVerdict.NoPaper),
    };

    /// <summary>The same person at the same account is always kept under the same id.</summary>
    public string ConversationId(string corpId) =>
        "wk-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{corpId}\n{Account}\n{Person}")).AsSpan(0, 16));

    static Said Of(Activity activity) => Conversations.Said.Of(activity);

    static string? Text(JsonElement it, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (it.ValueKind != JsonValueKind.Object || !it.TryGetProperty(name, out it)) return null;
        return it.ValueKind == JsonValueKind.String ? it.GetString() : null;
    }
}
