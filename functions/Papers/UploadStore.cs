using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Papers;

/// <summary>Which originals a conversation has sent. One partition a conversation, one row a photo.</summary>
internal sealed class UploadStore(TableClient table)
{
    public const string Table = "Uploads";

    /// <summary>Path of the original, or null where this conversation never sent it.</summary>
    public async Task<string?> FindAsync(string conversation, string hash, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(conversation, hash, stop);
        return row.HasValue ? row.Value!.GetString("Original") : null;
    }

    public Task AddAsync(string conversation, string hash, string original, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(conversation, hash) { { "Original", original } }, TableUpdateMode.Replace, stop);

    public async Task<IReadOnlyList<(string Hash, string Original)>> OfAsync(string conversation, CancellationToken stop)
    {
        var uploads = new List<(string, string)>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {conversation}"), cancellationToken: stop))
            uploads.Add((row.RowKey, row.GetString("Original")!));
        return uploads;
    }

    public Task ForgetAsync(string conversation, string hash, CancellationToken stop) =>
        table.DeleteEntityAsync(conversation, hash, cancellationToken: stop);
}
