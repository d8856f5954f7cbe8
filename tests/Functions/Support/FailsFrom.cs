using Azure.Core;
using Azure.Core.Pipeline;

namespace Shouwang.Functions.Tests.Support;

/// <summary>Storage goes away: from the n-th write (or batch) on nothing is answered any more; the n-th may still arrive.</summary>
sealed class FailsFrom(int nth, bool arrives, bool batchesOnly = true) : HttpPipelinePolicy
{
    int _writes;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var counts = batchesOnly ? message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal) : message.Request.Method != RequestMethod.Get;
        var at = counts ? Interlocked.Increment(ref _writes) : 0;
        var failing = counts && at >= nth;
        if (!failing || (arrives && at == nth))
            await ProcessNextAsync(message, pipeline);
        if (failing)
            throw new IOException("Storage is away.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
