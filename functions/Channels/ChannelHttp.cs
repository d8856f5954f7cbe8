namespace Shouwang.Functions.Channels;

/// <summary>The way out to other people's servers (对外连接): no redirects, no cookies, time limits.</summary>
internal sealed class ChannelHttp : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    { Timeout = TimeSpan.FromSeconds(60) };

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);

    public Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken stop) =>
        _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);

    /// <summary>How long the other side asks us to wait.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => Within(wait),
        { Date: { } date } => Within(date - now),
        _ => null,
    };

    static TimeSpan Within(TimeSpan wait) => wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > TimeSpan.FromHours(1) ? TimeSpan.FromHours(1) : wait;

    public void Dispose() => _http.Dispose();
}
