namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Where one of Microsoft's clouds keeps its bot service (云环境).</summary>
/// <param name="Issuer">Who signs the tokens of inbound calls.</param>
/// <param name="Metadata">OpenID metadata naming the keys they are signed with.</param>
/// <param name="Login">Where our own tokens come from; {0} is the tenant.</param>
/// <param name="Tenant">Tenant of a bot that has none of its own.</param>
/// <param name="Scope">What our own tokens are for.</param>
/// <param name="TokenHosts">Hosts that may be called with our token; a leading point means every host below.</param>
/// <param name="FileHosts">Hosts that files may be fetched from, without a token.</param>
internal sealed record BotCloud(string Issuer, Uri Metadata, string Login, string Tenant, string Scope, IReadOnlyList<string> TokenHosts, IReadOnlyList<string> FileHosts)
{
    static readonly string[] s_publicFiles = [".blob.core.windows.net", ".sharepoint.com", ".svc.ms", "graph.microsoft.com", "attachments.office.net"];

    public static BotCloud Public { get; } = new(
        "https://api.botframework.com",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        "https://login.microsoftonline.com/{0}",
        "botframework.com",
        "https://api.botframework.com/.default",
        [".botframework.com", "smba.trafficmanager.net", ".teams.microsoft.com"],
        s_publicFiles);

    public static BotCloud UsGovernment { get; } = new(
        "https://api.botframework.us",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        "https://login.microsoftonline.us/{0}",
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        [".botframework.us", ".botframework.azure.us", "smba.infra.gov.teams.microsoft.us", ".teams.microsoft.us"],
        [".blob.core.usgovcloudapi.net", ".sharepoint.us", "graph.microsoft.us"]);

    /// <summary>Operated by 21Vianet (世纪互联).</summary>
    public static BotCloud China { get; } = new(
        "https://api.botframework.azure.cn",
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        "https://login.partner.microsoftonline.cn/{0}",
        "microsoftservices.partner.onmschina.cn",
        "https://api.botframework.azure.cn/.default",
        [".botframework.azure.cn"],
        [".blob.core.chinacloudapi.cn", ".sharepoint.cn", "microsoftgraph.chinacloudapi.cn"]);

    /// <exception cref="InvalidOperationException">There is no such cloud.</exception>
    public static BotCloud Named(string name) => name.ToLowerInvariant() switch
    {
        "public" => Public,
        "usgov" => UsGovernment,
        "china" => China,
        _ => throw new InvalidOperationException("Setting SHOUWANG_BOT_CLOUD is public, usgov or china."),
    };
}
