using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Shouwang.Functions.Channels.BotFramework;

/// <summary>One key inbound tokens are signed with (签名公钥).</summary>
/// <param name="Endorsements">Channels it may speak for.</param>
internal sealed record ChannelKey(JsonWebKey Key, IReadOnlySet<string> Endorsements);

/// <summary>The keys of the bot service, fetched from its OpenID metadata, kept a day; a key that is not known is looked for once an hour at most.</summary>
internal sealed class ChannelKeys(BotFrameworkOptions options, ChannelHttp http, TimeProvider clock) : IDisposable
{
    const int MostBytes = 1 << 20;
    static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    /// <summary>So long old keys serve where new ones cannot be fetched.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromDays(5);

    readonly SemaphoreSlim _one = new(1);
    Fetched? _keys;

    /// <summary>The key of that id, or null where the service has none.</summary>
    /// <exception cref="HttpRequestException">The keys cannot be had.</exception>
    public async Task<ChannelKey?> FindAsync(string kid, CancellationToken stop)
    {
        var keys = await FetchedAsync(Fresh, stop);
        if (keys.ByKid.GetValueOrDefault(kid) is { } known) return known;
        return (await FetchedAsync(BetweenLooks, stop)).ByKid.GetValueOrDefault(kid);
    }

    async Task<Fetched> FetchedAsync(TimeSpan youngerThan, CancellationToken stop)
    {
        if (Young(_keys, youngerThan) is { } young) return young;
        await _one.WaitAsync(stop);
        try
        {
            if (Young(_keys, youngerThan) is { } meanwhile) return meanwhile;
            return _keys = await FetchAsync(stop);
        }
        catch (Exception unreachable) when (unreachable is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException && Young(_keys, Stale) is { } old)
        {
            return _keys = old with { At = clock.GetUtcNow() - Fresh + TimeSpan.FromMinutes(10) };
        }
        finally
        {
            _one.Release();
        }
    }

    Fetched? Young(Fetched? keys, TimeSpan than) => keys is not null && clock.GetUtcNow() - keys.At < than ? keys : null;

    async Task<Fetched> FetchAsync(CancellationToken stop)
    {
        using var metadata = JsonDocument.Parse(await GetAsync(options.Cloud.Metadata, stop));
        var keys = new JsonWebKeySet((await GetAsync(new Uri(metadata.RootElement.GetProperty("jwks_uri").GetString()!), stop)).ToString());
        return new(
            clock.GetUtcNow(),
            keys.Keys.Where(key => key is { Kid.Length: > 0, Kty: JsonWebAlgorithmsKeyTypes.RSA }).GroupBy(key => key.Kid, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new ChannelKey(group.First(), Endorsements(group.First())), StringComparer.Ordinal));
    }

    async Task<BinaryData> GetAsync(Uri address, CancellationToken stop)
    {
        using var answer = await http.GetAsync(address, stop);
        answer.EnsureSuccessStatusCode();
        return await BoundedDownload.ReadAsync(answer.Content, MostBytes, stop);
    }

    static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!).ToHashSet(StringComparer.Ordinal)
            : value is IEnumerable<object> names ? names.Select(name => name.ToString()!).ToHashSet(StringComparer.Ordinal)
            : [];

    public void Dispose() => _one.Dispose();

    sealed record Fetched(DateTimeOffset At, IReadOnlyDictionary<string, ChannelKey> ByKid);
}
