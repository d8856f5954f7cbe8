using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>A request passed on letter by letter, because its address is signed; where the app is to be cut off after it, the answer is kept from it.</summary>
sealed class StorageRequest(Cut? cut) : HttpTransformer
{
    static readonly UriCreationOptions s_asItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        proxyRequest.RequestUri = new Uri(destinationPrefix + httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, s_asItIs);
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        if (cut is null) return await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        cut.Kill();
        httpContext.Abort();
        return false;
    }
}
