using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Staff;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Storage;

/// <summary>Creates the containers, queues and tables that are not there yet, all at once.</summary>
internal static class StorageSetup
{
    // A name a line in alphabetical order.
    public static readonly string[] Containers =
    [
        Board.Publisher.Container,
        ClaimStore.Container,
        DeletionList.Container,
        Originals.Container,
    ];

    public static readonly string[] Queues =
    [
        Conversations.TurnQueue.QueueName,
        PaperQueue.Name,
    ];

    public static readonly string[] Tables =
    [
        Calls.CallStore.Table,
        ClaimStore.Table,
        "Conversations",
        Members.EnrolmentStore.Table,
        FolderStore.Table,
        Ledger.LedgerStore.Table,
        PaperStore.Table,
        SheetRegister.Table,
        StaffStore.Table,
        Conversations.TieStore.Table,
        UnfinishedMoves.Table,
        UploadStore.Table,
        VillageStore.Table,
        Volunteers.VolunteerStore.Table,
        FolderClock.Table,
    ];

    public static Task CreateAsync(IServiceProvider services, CancellationToken stop)
    {
        var blobs = services.GetRequiredService<BlobServiceClient>();
        var queues = services.GetRequiredService<QueueServiceClient>();
        var tables = services.GetRequiredService<TableServiceClient>();
        return Task.WhenAll(
        [
            .. Containers.Select(name => blobs.GetBlobContainerClient(name).CreateIfNotExistsAsync(cancellationToken: stop)),
            .. Queues.Select(name => queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: stop)),
            .. Tables.Select(name => tables.GetTableClient(name).CreateIfNotExistsAsync(stop)),
        ]);
    }
}
