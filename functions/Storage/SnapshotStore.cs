using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Storage;

/// <summary>Policy snapshots that claims were worked out by, by their hash, so that an old result can be replayed.</summary>
internal sealed class SnapshotStore(BlobContainerClient container)
{
    public const string Container = "snapshots";

    /// <summary>Keeps the snapshot; one of the same hash is the same snapshot.</summary>
    public async Task KeepAsync(PolicySnapshot snapshot, CancellationToken stop)
    {
        try
        {
            await container.GetBlobClient(snapshot.Hash["sha256:".Length..] + ".json").UploadAsync(
                BinaryData.FromBytes(snapshot.CanonicalBytes),
                new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
                stop);
        }
        catch (RequestFailedException exists) when (exists.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
        }
    }
}
