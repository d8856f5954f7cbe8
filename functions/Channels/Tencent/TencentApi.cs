using System.Net.Http.Headers;
using System.Text.Json;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Channels.Tencent;

/// <summary>Calls to Tencent's servers (接口调用): each carries an access token, each answers an error code, and a code that means an old token is tried once more with a new one.</summary>
/// <param name="fetch">Fetches a token and says how long it lives; true asks for another than the one given out before.</param>
internal sealed class TencentApi(ChannelHttp http, Uri site, Func<bool, CancellationToken, Task<(string Token, TimeSpan Lifetime)>> fetch, TimeProvider clock) : IDisposable
{
    public const int Busy = -1;
    const int MostJsonBytes = 4 * 1024 * 1024;

    /// <summary>Both the old token and the new one are good for five minutes.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>A token by force goes twenty times a day at most.</summary>
    static readonly TimeSpan BetweenForced = TimeSpan.FromMinutes(75);

    static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

    readonly SemaphoreSlim _one = new(1);
    (string Token, DateTimeOffset Until)? _kept;
    DateTimeOffset _forced;

    /// <summary>Posts JSON; Chinese goes as it is, since some message kinds would show escapes.</summary>
    public async Task<JsonElement> PostAsync(string path, Action<Utf8JsonWriter> body, CancellationToken stop)
    {
        var bytes = JsonText.Utf8(body);
        return await WithTokenAsync(
            async token =>
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = s_json;
                using var request = new HttpRequestMessage(HttpMethod.Post, Address(path, token)) { Content = content };
                using var answer = await http.SendAsync(request, stop);
                return await JsonAsync(answer, stop);
            },
            Code,
            stop);
    }

    /// <summary>A file people sent; null where it is gone. The answer is the file, or an error code in spite of 200.</summary>
    public async Task<BinaryData?> MediaAsync(string mediaId, CancellationToken stop)
    {
        var (code, file) = await WithTokenAsync(
            async token =>
            {
                using var answer = await http.GetAsync(Address($"/cgi-bin/media/get?media_id={Uri.EscapeDataString(mediaId)}", token), stop);
                answer.EnsureSuccessStatusCode();
                return IsText(answer) ? (Code(await JsonAsync(answer, stop)), (BinaryData?)null) : (0, await BoundedDownload.ReadAsync(answer.Content, BoundedDownload.MostBytes, stop));
            },
            result => result.Item1,
            stop);
        return code is Busy or 45009 or 45011 ? throw new HttpRequestException($"The media server answered {code}.") : file;
    }

    public static int Code(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("errcode", out var code) && code.TryGetInt32(out var number) ? number : 0;

    /// <summary>The answer's JSON.</summary>
    /// <exception cref="HttpRequestException">The server does not work, or does not answer in JSON.</exception>
    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        answer.EnsureSuccessStatusCode();
        try
        {
            return JsonElement.Parse((await BoundedDownload.ReadAsync(answer.Content, MostJsonBytes, stop)).ToMemory().Span);
        }
        catch (JsonException other)
        {
            throw new HttpRequestException("The server did not answer in JSON.", other);
        }
    }

    async Task<T> WithTokenAsync<T>(Func<string, Task<T>> call, Func<T, int> code, CancellationToken stop)
    {
        var token = await TokenAsync(refused: null, stop);
        var answer = await call(token);
        if (code(answer) is not (40001 or 40014 or 42001)) return answer;
        return await call(await TokenAsync(token, stop));
    }

    async Task<string> TokenAsync(string? refused, CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            if (_kept is { } kept && kept.Until > clock.GetUtcNow() && kept.Token != refused) return kept.Token;
            var (token, lifetime) = await fetch(false, stop);
            if (token == refused && clock.GetUtcNow() - _forced > BetweenForced)
            {
                _forced = clock.GetUtcNow();
                (token, lifetime) = await fetch(true, stop);
            }
            _kept = (token, clock.GetUtcNow() + lifetime - Margin);
            return token;
        }
        finally
        {
            _one.Release();
        }
    }

    Uri Address(string path, string token) => new(site, $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={Uri.EscapeDataString(token)}");

    static bool IsText(HttpResponseMessage answer) => answer.Content.Headers.ContentType?.MediaType is "application/json" or "text/plain" or "text/json";

    public void Dispose() => _one.Dispose();
}
