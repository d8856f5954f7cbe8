using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Stands between the app and its storage: counts what the app writes, and cuts the app off at a write of choice.</summary>
sealed class StorageDoor : IAsyncDisposable
{
    const string Account = "devstoreaccount1";
    const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    readonly WebApplication _web;
    readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 64 });
    readonly int _first;
    readonly Lock _lock = new();
    Cut? _cut;
    int _writes;

    StorageDoor(WebApplication web, int first)
    {
        _web = web;
        _first = first;
    }

    /// <summary>Where the app finds its storage.</summary>
    public string Connection
    {
        get
        {
            string[] at = [.. _web.Urls];
            return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={at[0]}/{Account};QueueEndpoint={at[1]}/{Account};TableEndpoint={at[2]}/{Account};";
        }
    }

    /// <param name="first">Azurite's ports: this one and the two after it.</param>
    public static async Task<StorageDoor> OpenAsync(int first)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, null);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            for (var service = 0; service < 3; service++) kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var door = new StorageDoor(builder.Build(), first);
        door._web.Run(door.PassAsync);
        await door._web.StartAsync();
        return door;
    }

    /// <summary>Counts writes from now on and, where a cut is given, makes it once.</summary>
    public void Watch(Cut? cut)
    {
        lock (_lock)
        {
            _cut = cut;
            _writes = 0;
        }
    }

    /// <summary>Ends watching.</summary>
    /// <returns>How many writes there were, and whether the cut was made.</returns>
    public (int Writes, bool WasCut) Release()
    {
        lock (_lock)
        {
            var made = _cut is { Made: true };
            _cut = null;
            return (_writes, made);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _web.StopAsync(atOnce.Token);
        await _web.DisposeAsync();
        _wire.Dispose();
    }

    async Task PassAsync(HttpContext http)
    {
        var cut = StorageWrites.Is(http.Request) ? Count(http.Request) : null;
        if (cut is { After: false })
        {
            cut.Kill();
            http.Abort();
            return;
        }
        string[] doors = [.. _web.Urls];
        var service = Array.FindIndex(doors, url => new Uri(url).Port == http.Connection.LocalPort);
        await http.RequestServices.GetRequiredService<IHttpForwarder>().SendAsync(http, $"http://127.0.0.1:{_first + service}", _wire, ForwarderRequestConfig.Empty, new StorageRequest(cut));
    }

    /// <returns>The cut, where it is to be made at this write.</returns>
    Cut? Count(HttpRequest request)
    {
        lock (_lock)
        {
            _writes++;
            if (_cut is not { Made: false } cut || !cut.At(_writes, request.Path.Value!)) return null;
            cut.Made = true;
            return cut;
        }
    }
}
