using Azure.Core;

namespace Shouwang.Functions.Storage.Tables;

/// <summary>Transport, retries and diagnostics of a table client, as every Azure client has them.</summary>
public sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions()
    {
        // Rows hold what a claim is about: the body never goes to a log.
        Diagnostics.IsLoggingContentEnabled = false;
        Retry.Delay = TimeSpan.FromMilliseconds(200);
        Retry.NetworkTimeout = TimeSpan.FromSeconds(60);
    }
}
