using Shouwang.Functions.Channels.Tencent;

namespace Shouwang.Functions.Channels.WeCom;

/// <summary>How WeCom customer service (微信客服) is set up.</summary>
/// <param name="Secret">Of the customer-service application.</param>
internal sealed record WeComOptions(string CorpId, string Secret, string Token, string EncodingAesKey, Uri Site)
{
    /// <summary>How long a late reply waits for others that are due to the same person: each message counts.</summary>
    public TimeSpan JoinWindow { get; init; }

    /// <summary>Longest text of one message.</summary>
    public const int LongestText = 600;

    /// <summary>When an account is connected that people have written to before, what is older is not answered.</summary>
    public static readonly TimeSpan OldAtFirst = TimeSpan.FromMinutes(10);

    /// <returns>null where the channel is not set up, or not fully: it is off.</returns>
    public static WeComOptions? From(Func<string, string?> variable)
    {
        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
        return (Optional("SHOUWANG_WECOM_CORP_ID"), Optional("SHOUWANG_WECOM_SECRET"), Optional("SHOUWANG_WECOM_TOKEN"), Optional("SHOUWANG_WECOM_AES_KEY")) is ({ } corp, { } secret, { } token, { } key)
            && MessageCipher.IsKey(key)
                ? new(corp, secret, token, key, TencentSite.Of(Optional("SHOUWANG_WECOM_SITE"), "https://qyapi.weixin.qq.com")) { JoinWindow = Joining.WindowFrom(Optional("SHOUWANG_JOIN_MS")) }
                : null;
    }
}
