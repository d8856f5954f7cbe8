using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Shouwang.Functions.Storage;

/// <summary>Photographed papers as they came (原件), by the hash of their bytes. An original is written once and never overwritten; what is derived from it stands beside it.</summary>
internal sealed class Originals(BlobContainerClient container)
{
    public const string Container = "originals";

    /// <summary>Lower-case hex SHA-256 of the bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Where an original that came at that moment lies: yyyy/mm/hash.</summary>
    public static string PathOf(string hash, DateTimeOffset received) => $"{received.UtcDateTime:yyyy'/'MM}/{hash}";

    /// <summary>Keeps the bytes. Done already is done: nothing is overwritten.</summary>
    public async Task KeepAsync(string path, BinaryData bytes, string mediaType, CancellationToken stop)
    {
        try
        {
            await container.GetBlobClient(path).UploadAsync(bytes, new BlobUploadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },
                HttpHeaders = new BlobHttpHeaders { ContentType = mediaType },
            }, stop);
        }
        catch (RequestFailedException exists) when (exists.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
        }
    }

    /// <summary>Null where there is none.</summary>
    public async Task<BinaryData?> FindAsync(string path, CancellationToken stop)
    {
        try
        {
            return (await container.GetBlobClient(path).DownloadContentAsync(stop)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Keeps something worked out from an original; working it out again overwrites it with the same.</summary>
    public Task KeepDerivedAsync(string path, BinaryData derived, CancellationToken stop, string mediaType = "application/json") =>
        container.GetBlobClient(path).UploadAsync(derived, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, stop);

    public async Task<bool> IsThereAsync(string path, CancellationToken stop) => await container.GetBlobClient(path).ExistsAsync(stop);

    /// <summary>Deletes an original and what was derived from it. The original goes first: whoever derives something looks afterwards whether it is still there.</summary>
    public async Task ForgetAsync(string path, CancellationToken stop)
    {
        await container.DeleteBlobIfExistsAsync(path, cancellationToken: stop);
        await foreach (var blob in container.GetBlobsAsync(prefix: path, cancellationToken: stop))
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: stop);
    }
}
