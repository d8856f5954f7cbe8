using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Papers;

/// <summary>A folder (资料袋): the papers of one stay while they are being collected, and what became of them.</summary>
/// <param name="Claim">The claim the folder led to; null while papers are missing.</param>
/// <param name="Kept">The person said that papers which disagree belong together; a person of the village looks at them.</param>
internal sealed record Folder(string Village, string Id, string? Claim, bool Kept);

/// <summary>Folders by village. A conversation's folders are numbered: "{conversation}-{n}".</summary>
internal sealed class FolderStore(TableClient table)
{
    public const string Table = "Folders";

    public static string IdOf(string conversation, int number) => $"{conversation}-{number}";

    public async Task<Folder?> FindAsync(string village, string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The conversation's folders, oldest first.</summary>
    public async Task<IReadOnlyList<Folder>> OfAsync(string village, string conversation, CancellationToken stop)
    {
        var folders = new List<Folder>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, conversation + "-"), cancellationToken: stop))
            folders.Add(Read(row));
        return [.. folders.OrderBy(folder => folder.Id.Length).ThenBy(folder => folder.Id, StringComparer.Ordinal)];
    }

    public Task SetClaimAsync(string village, string id, string claim, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village, id) { { "Claim", claim } }, TableUpdateMode.Merge, stop);

    public Task KeepAsync(string village, string id, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village, id) { { "Kept", true } }, TableUpdateMode.Merge, stop);

    public Task ForgetAsync(Folder folder, CancellationToken stop) =>
        table.DeleteEntityAsync(folder.Village, folder.Id, cancellationToken: stop);

    static Folder Read(TableEntity row) => new(row.PartitionKey, row.RowKey, row.GetString("Claim"), row.GetBoolean("Kept") ?? false);
}
