namespace Shouwang.Functions.Channels.Tencent;

/// <summary>Where Tencent's servers are (接口地址); another address is for tests and for a county's own proxy.</summary>
internal static class TencentSite
{
    public static Uri Of(string? given, string usual) =>
        Uri.TryCreate(given, UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.IsLoopback) ? site : new Uri(usual);
}
