using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Channels.WeChat;

/// <summary>How the WeChat service account (微信服务号) is set up.</summary>
/// <param name="Template">Template message that says "there is news", with the fields it has; null where people without an open window simply find the news later.</param>
internal sealed record WeChatOptions(string AppId, string Secret, string Token, string EncodingAesKey, Uri Site, WeChatTemplate? Template)
{
    /// <summary>The platform hangs up after five seconds.</summary>
    public TimeSpan PassiveTime { get; init; } = TimeSpan.FromSeconds(3.5);

    /// <summary>How long a late reply waits for others that are due to the same person: each message counts.</summary>
    public TimeSpan JoinWindow { get; init; }

    /// <summary>Longest text of one message.</summary>
    public const int LongestText = 600;

    /// <returns>null where the channel is not set up, or not fully: it is off.</returns>
    public static WeChatOptions? From(Func<string, string?> variable)
    {
        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
        return (Optional("SHOUWANG_WECHAT_APP_ID"), Optional("SHOUWANG_WECHAT_SECRET"), Optional("SHOUWANG_WECHAT_TOKEN"), Optional("SHOUWANG_WECHAT_AES_KEY")) is ({ } app, { } secret, { } token, { } key)
            && MessageCipher.IsKey(key)
                ? new(app, secret, token, key, TencentSite.Of(Optional("SHOUWANG_WECHAT_SITE"), "https://api.weixin.qq.com"), WeChatTemplate.From(Optional("SHOUWANG_WECHAT_TEMPLATE"), Optional("SHOUWANG_WECHAT_TEMPLATE_FIELDS"))) { JoinWindow = Joining.WindowFrom(Optional("SHOUWANG_JOIN_MS")) }
                : null;
    }
}

/// <summary>A template message (模板消息) of the console: its id, and which of its fields shows what.</summary>
/// <param name="Fields">Field of the template → what, when or state.</param>
internal sealed record WeChatTemplate(string Id, IReadOnlyList<(string Field, string Shows)> Fields)
{
    /// <param name="fields">"thing1=what,time2=when,phrase3=state".</param>
    public static WeChatTemplate? From(string? id, string? fields) => id is null ? null : new(
        id,
        [.. (fields ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]))]);
}
