using System.Text.Json;
using Azure.Core;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>Our own token for calls to the bot service (出访令牌): by the app's secret, or by a managed identity. Kept until five minutes before its end.</summary>
internal sealed class OutboundTokens(BotFrameworkOptions options, ChannelHttp http, TimeProvider clock, TokenCredential? identity = null) : IDisposable
{
    const int MostBytes = 64 * 1024;
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim _one = new(1);
    (string Token, DateTimeOffset Until)? _kept;

    /// <param name="refused">A token the service did not take: another is fetched unless that has been done meanwhile.</param>
    /// <exception cref="HttpRequestException">No token is to be had now.</exception>
    public async Task<string> GetAsync(string? refused, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (_kept is { } kept && kept.Until > clock.GetUtcNow() && kept.Token != refused) return kept.Token;
            _kept = options.Secret is not null ? await BySecretAsync(stop) : await ByIdentityAsync(stop);
            return _kept.Value.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    async Task<(string, DateTimeOffset)> BySecretAsync(CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.AppId!,
            ["client_secret"] = options.Secret!,
            ["scope"] = options.Cloud.Scope,
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, options.TokenAddress) { Content = form };
        using var answer = await http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await BoundedDownload.ReadAsync(answer.Content, MostBytes, stop));
        var lifetime = TimeSpan.FromSeconds(json.RootElement.GetProperty("expires_in").GetInt32());
        return (json.RootElement.GetProperty("access_token").GetString()!, clock.GetUtcNow() + lifetime - Margin);
    }

    async Task<(string, DateTimeOffset)> ByIdentityAsync(CancellationToken stop)
    {
        if (identity is null) throw new HttpRequestException("There is neither a secret nor a managed identity for the bot.");
        var token = await identity.GetTokenAsync(new TokenRequestContext([options.Cloud.Scope]), stop);
        return (token.Token, token.ExpiresOn - Margin);
    }

    public void Dispose() => _one.Dispose();
}
