using System.Net;

namespace Shouwang.Functions.Http;

/// <summary>Where a request comes from (来源地址).</summary>
internal static class CallerAddress
{
    /// <summary>Behind the Functions host every request comes from this machine; the front end has written the caller last into X-Forwarded-For. Null where nobody wrote it.</summary>
    public static string? Of(HttpContext http)
    {
        var peer = http.Connection.RemoteIpAddress;
        if (peer is not null && !IPAddress.IsLoopback(peer)) return peer.ToString();
        var last = http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(last, out var forwarded) ? forwarded.Address.ToString() : null;
    }
}
