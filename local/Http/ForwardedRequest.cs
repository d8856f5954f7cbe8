using Shouwang.Local.Handler;
using Yarp.ReverseProxy.Forwarder;

namespace Shouwang.Local.Http;

/// <summary>A request as the client sent it, with the host's own headers over whatever the client put there.</summary>
sealed class ForwardedRequest : HttpTransformer
{
    public static readonly ForwardedRequest Instance = new();

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        Set(HostHeaders.InvocationId, Guid.NewGuid().ToString());
        Set(HostHeaders.HostVersion, HostHeaders.Version);

        void Set(string name, string value)
        {
            proxyRequest.Headers.Remove(name);
            proxyRequest.Headers.Add(name, value);
        }
    }
}
