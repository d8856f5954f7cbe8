using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Functions.Poison;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Storage;

/// <summary>The three storage services, opened by connection string or managed identity.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings, TokenCredential? identity)
    {
        var base64 = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        return settings.StorageUris is { } uris
            ? services
                .AddSingleton(new BlobServiceClient(uris.Blob, identity))
                .AddSingleton(new QueueServiceClient(uris.Queue, identity, base64))
                .AddSingleton(new RawQueues(new QueueServiceClient(uris.Queue, identity)))
                .AddSingleton(new TableServiceClient(uris.Table, identity!))
            : services
                .AddSingleton(new BlobServiceClient(settings.Storage))
                .AddSingleton(new QueueServiceClient(settings.Storage, base64))
                .AddSingleton(new RawQueues(new QueueServiceClient(settings.Storage)))
                .AddSingleton(new TableServiceClient(settings.Storage!));
    }
}
