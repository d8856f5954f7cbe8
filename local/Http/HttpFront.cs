using System.Net;
using Microsoft.AspNetCore.Routing;
using Shouwang.Local.App;
using Shouwang.Local.Handler;
using Shouwang.Local.Processes;
using Yarp.ReverseProxy.Forwarder;

namespace Shouwang.Local.Http;

/// <summary>The public side of the app (公开入口): routes, methods and keys as the host sees them, everything else forwarded as it came.</summary>
sealed class HttpFront : IAsyncDisposable
{
    const long MostBytes = 100 << 20;

    readonly WebApplication _web;
    readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, EnableMultipleHttp2Connections = true });
    readonly HandlerProcess _handler;
    readonly TimeSpan _startUp;
    readonly ForwarderRequestConfig _forwarding;

    HttpFront(WebApplication web, HandlerProcess handler, HostSettings host)
    {
        _web = web;
        _handler = handler;
        _startUp = host.InitializationTimeout;
        _forwarding = new ForwarderRequestConfig { ActivityTimeout = host.FunctionTimeout };
    }

    public static async Task<HttpFront> StartAsync(FunctionApp app, HandlerProcess handler, FunctionKeys keys, int port, ProcessLog log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new ProcessLogProvider(log)).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddHttpForwarder();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, null);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        var front = new HttpFront(builder.Build(), handler, app.Host);
        front.Map(app, keys);
        await front._web.StartAsync();
        return front;
    }

    public Uri Address => new(_web.Urls.Single());

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _web.StopAsync(atOnce.Token);
        await _web.DisposeAsync();
        _wire.Dispose();
    }

    void Map(FunctionApp app, FunctionKeys keys)
    {
        foreach (var function in app.Functions.OfType<HttpFunction>())
        {
            var endpoint = _web.Map($"/{app.Host.RoutePrefix}/{function.Route}".Replace("//", "/", StringComparison.Ordinal), http => ServeAsync(http, function, keys)).WithDisplayName(function.Name);
            if (function.Methods.Count > 0) endpoint.WithMetadata(new HttpMethodMetadata(function.Methods));
        }
        // The host answers 404, not 405, to a method that a route does not have; a catch-all for every method does the same.
        _web.Map("/{**any}", static http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    async Task ServeAsync(HttpContext http, HttpFunction function, FunctionKeys keys)
    {
        if (!keys.Open(function.Level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        if (await ReadyAsync(http.RequestAborted) is not { } address)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        var forwarder = http.RequestServices.GetRequiredService<IHttpForwarder>();
        await forwarder.SendAsync(http, address.AbsoluteUri, _wire, _forwarding, ForwardedRequest.Instance);
    }

    /// <summary>While the handler starts, requests wait; when it has gone for good, they do not.</summary>
    async Task<Uri?> ReadyAsync(CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(_startUp);
        try
        {
            return await _handler.ReadyAsync(patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or HandlerGoneException)
        {
            return null;
        }
    }
}
