namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Which hosts may be called (出站名单). A caller names the address replies go to: whatever is not listed is not called, and no token leaves for it.</summary>
internal sealed class ServiceHosts(BotFrameworkOptions options)
{
    /// <summary>May be called with our token.</summary>
    public bool TakesToken(Uri address) => Fits(address, options.Cloud.TokenHosts);

    /// <summary>Files may be fetched from there.</summary>
    public bool HasFiles(Uri address) => TakesToken(address) || Fits(address, options.Cloud.FileHosts);

    bool Fits(Uri address, IReadOnlyList<string> hosts)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0) return false;
        if (options.Emulator && address.IsLoopback) return true;
        if (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && hosts.Contains(address.Authority))) return false;
        return hosts.Any(host => host.StartsWith('.')
            ? address.IsDefaultPort && address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)
            : address.Authority.Equals(host, StringComparison.OrdinalIgnoreCase));
    }
}
