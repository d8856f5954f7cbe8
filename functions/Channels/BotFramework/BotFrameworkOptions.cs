namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>How the Bot Framework channel (微软机器人通道) is set up.</summary>
/// <param name="AppId">null where nobody is to call; with <paramref name="Emulator"/> on, anybody on this machine may.</param>
/// <param name="Secret">null where a managed identity answers for the app id.</param>
/// <param name="Emulator">Lets the Bot Framework Emulator in without a token. On this machine only.</param>
internal sealed record BotFrameworkOptions(BotCloud Cloud, string? AppId, string? Secret, bool Emulator)
{
    /// <summary>One activity, in bytes; the protocol's own bound.</summary>
    public int MostBytes { get; init; } = 256 * 1024;

    public int MostAttachments { get; init; } = 10;

    /// <summary>Longest text of one message.</summary>
    public int LongestText { get; init; } = 3_000;

    public bool IsOn => AppId is not null || Emulator;

    /// <summary>The address our tokens come from.</summary>
    public Uri TokenAddress => new($"{string.Format(Cloud.Login, Cloud.Tenant).TrimEnd('/')}/oauth2/v2.0/token");

    /// <exception cref="InvalidOperationException">A setting cannot be; the message names it, never its value.</exception>
    public static BotFrameworkOptions From(Func<string, string?> variable)
    {
        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var appId = Optional("SHOUWANG_BOT_APP_ID");
        var emulator = Optional("SHOUWANG_BOT_EMULATOR") is "on" or "true" or "1";
        if (emulator && (appId is not null || !IsThisMachine(Optional("SHOUWANG_PUBLIC_URL"))))
            throw new InvalidOperationException("Setting SHOUWANG_BOT_EMULATOR lets callers in without a token: it goes only without SHOUWANG_BOT_APP_ID and where SHOUWANG_PUBLIC_URL is this machine.");
        var cloud = BotCloud.Named(Optional("SHOUWANG_BOT_CLOUD") ?? "public");
        return new(
            cloud with
            {
                Issuer = Optional("SHOUWANG_BOT_ISSUER") ?? cloud.Issuer,
                Metadata = Optional("SHOUWANG_BOT_OPENID") is { } metadata ? Address("SHOUWANG_BOT_OPENID", metadata) : cloud.Metadata,
                Login = Optional("SHOUWANG_BOT_LOGIN") is { } login ? Address("SHOUWANG_BOT_LOGIN", login).ToString().TrimEnd('/') + "/{0}" : cloud.Login,
                Tenant = Optional("SHOUWANG_BOT_TENANT") ?? cloud.Tenant,
                Scope = Optional("SHOUWANG_BOT_SCOPE") ?? cloud.Scope,
                TokenHosts = [.. cloud.TokenHosts, .. Words(Optional("SHOUWANG_BOT_HOSTS"))],
            },
            appId,
            Optional("SHOUWANG_BOT_SECRET"),
            emulator);
    }

    static Uri Address(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? address
            : throw new InvalidOperationException($"Setting {name} is not an https address.");

    static string[] Words(string? list) => (list ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    static bool IsThisMachine(string? publicUrl) => publicUrl is null || (Uri.TryCreate(publicUrl, UriKind.Absolute, out var address) && address.IsLoopback);
}
