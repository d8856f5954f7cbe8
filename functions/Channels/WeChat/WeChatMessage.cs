using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Channels.Tencent;
using Shouwang.Functions.Conversations;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>What WeChat tells us (微信来信): one message or event, and what it means here.</summary>
internal sealed record WeChatMessage(XmlFields Fields)
{
    /// <summary>How a picture's media id stands in the record.</summary>
    public const string Media = "wechat-media:";

    /// <summary>What the platform writes in place of a sticker, a card, a mini program.</summary>
    const string Unsupported = "【收到不支持的消息类型，暂无法显示】";

    const string Scene = "qrscene_";

    static readonly JsonElement s_speech = JsonElement.Parse("""{"speech":true}""");

    public string OpenId => Fields["FromUserName"];

    public string Event => Fields["MsgType"] == "event" ? Fields["Event"] : "";

    public bool IsWhole => OpenId is { Length: > 0 and <= 100 } && Fields["MsgType"].Length > 0;

    /// <summary>What the platform repeats when it repeats a call.</summary>
    public string Key => Fields["MsgId"] is { Length: > 0 } id ? "m" + id : $"e{OpenId}|{Fields["CreateTime"]}|{Event}|{Fields["EventKey"]}";

    /// <summary>The person has come in: subscribed, or scanned a code while following.</summary>
    public bool IsArrival => Event is "subscribe" or "SCAN";

    /// <summary>The village of the code that was scanned.</summary>
    public string? Village =>
        (Event == "SCAN" ? Fields["EventKey"] : Fields["EventKey"].StartsWith(Scene, StringComparison.Ordinal) ? Fields["EventKey"][Scene.Length..] : "") is { Length: 12 } scene && scene.All(char.IsAsciiDigit) ? scene : null;

    /// <summary>How much may be sent because of this, or null where it opens no window.</summary>
    public WeChatBudget? Opens(DateTimeOffset now) => (Fields["MsgType"], Event) switch
    {
        ("text", _) when Fields["bizmsgmenuid"].Length > 0 => WeChatBudget.Touch(now),
        ("text" or "image" or "voice" or "video" or "shortvideo" or "location" or "link" or "file", _) => WeChatBudget.Message(now),
        (_, "subscribe" or "SCAN" or "CLICK") => WeChatBudget.Touch(now),
        _ => null,
    };

    /// <summary>What the person said, or null where this is nothing said.</summary>
    public Said? Said => (Fields["MsgType"], Event) switch
    {
        ("text", _) when Fields["Content"] == Unsupported => Conversations.Said.Of(PictureVerdict.NoPaper),
        ("text", _) => Text(Fields["Content"]),
        // The menu's key is what a tap on it says.
        (_, "CLICK") => Text(Fields["EventKey"]),
        ("image", _) when Fields["MediaId"].Length > 0 => Of(new Activity { Type = "message", Attachments = [new("image/jpeg", Media + Fields["MediaId"], Name: "照片.jpg")] }),
        ("voice", _) when Fields["Recognition"].Trim() is { Length: > 0 } heard => Of(new Activity { Type = "message", Text = heard, ChannelData = s_speech }),
        ("voice" or "video" or "shortvideo", _) => Conversations.Said.Of(PictureVerdict.Recording),
        ("link" or "location", _) => Conversations.Said.Of(PictureVerdict.NoPaper),
        // A service account is told a file's name and cannot fetch it.
        ("file", _) => Conversations.Said.Of(PictureVerdict.NotDelivered),
        ("image", _) => Conversations.Said.Of(PictureVerdict.Damaged),
        _ => null,
    };

    /// <summary>The same person at the same account is always kept under the same id.</summary>
    public string ConversationId(string appId) => "wx-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{appId}\n{OpenId}")).AsSpan(0, 16));

    static Said Text(string text) => Of(new Activity { Type = "message", Text = text });

    static Said Of(Activity activity) => Conversations.Said.Of(activity);
}
