using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Papers;

/// <summary>A folder that waits for papers (等材料的资料袋): when something is due for it next.</summary>
/// <param name="Conversation">Whom to remind; null where staff handed it in, who see it at the desk.</param>
/// <param name="Since">When its last paper came.</param>
/// <param name="Step">Which step of <see cref="FolderClock.Steps"/> is next.</param>
internal sealed record WaitingFolder(string Village, string Folder, string? Conversation, DateTimeOffset Since, int Step)
{
    /// <summary>A folder of the desk: nobody is reminded, it only expires.</summary>
    public static WaitingFolder OfDesk(string village, string folder, DateTimeOffset since) => new(village, folder, Conversation: null, since, FolderClock.Steps.Length - 1);

    public DateTimeOffset Due => Since + TimeSpan.FromDays(FolderClock.Steps[Step]);
}

/// <summary>Folders that wait, by village. A row is there exactly while the folder is open, so that the timer reads few rows.</summary>
internal sealed class FolderClock(TableClient table)
{
    public const string Table = "WaitingFolders";

    /// <summary>Days after which the person is reminded; after the last the folder expires.</summary>
    public static readonly int[] Steps = [3, 10, 30];

    /// <summary>A paper came: everything begins anew.</summary>
    public Task StartAsync(WaitingFolder folder, CancellationToken stop) => table.UpsertEntityAsync(
        new TableEntity(folder.Village, folder.Folder) { { "Conversation", folder.Conversation }, { "Since", folder.Since }, { "Step", folder.Step }, { "Due", folder.Due } }, TableUpdateMode.Replace, stop);

    /// <summary>The folder has its claim, or is no more.</summary>
    public Task StopAsync(string village, string folder, CancellationToken stop) => table.DeleteEntityAsync(village, folder, cancellationToken: stop);

    public async Task<IReadOnlyList<WaitingFolder>> DueAsync(DateTimeOffset now, CancellationToken stop) =>
        await QueryAsync(TableFilter.Create($"Due le {now}"), stop);

    /// <summary>All folders that wait.</summary>
    public Task<IReadOnlyList<WaitingFolder>> AllAsync(CancellationToken stop) => QueryAsync(filter: null, stop);

    /// <summary>The conversation's folders that wait.</summary>
    public Task<IReadOnlyList<WaitingFolder>> OfAsync(string village, string conversation, CancellationToken stop) =>
        QueryAsync(TableFilter.RowKeyPrefix(village, conversation + "-"), stop);

    async Task<IReadOnlyList<WaitingFolder>> QueryAsync(string? filter, CancellationToken stop)
    {
        var folders = new List<WaitingFolder>();
        await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            folders.Add(new WaitingFolder(row.PartitionKey, row.RowKey, row.GetString("Conversation"), row.GetDateTimeOffset("Since")!.Value, row.GetInt32("Step")!.Value));
        return folders;
    }
}
