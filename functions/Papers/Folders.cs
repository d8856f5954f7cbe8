using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Papers;

/// <summary>A folder (资料袋): the papers of one stay while they are being collected, and what became of them.</summary>
/// <param name="Claim">The claim the folder led to; null while papers are missing.</param>
/// <param name="Confirmed">Whether the person said that what was read is right; null until they say.</param>
/// <param name="Kept">The person said that papers which disagree belong together; a person of the village looks at them.</param>
internal sealed record Folder(string Village, string Id, string? Claim, bool Kept, bool? Confirmed = null)
{
    /// <summary>The member of staff who handed the papers in for somebody; null where the person did.</summary>
    public string? EnteredBy { get; init; }

    public string? EnteredByName { get; init; }

    /// <summary>Others of the staff who brought papers for it or said that they belong together.</summary>
    public IReadOnlyList<string> AlsoBy { get; init; } = [];
}

/// <summary>Folders by village. A conversation's folders are numbered: "{conversation}-{n}".</summary>
internal sealed class FolderStore(TableClient table)
{
    const string DeskPrefix = "http-";

    public const string Table = "Folders";

    public static string IdOf(string conversation, int number) => $"{conversation}-{number}";

    /// <summary>The number of a conversation's folder; null for one that came another way.</summary>
    public static int? NumberOf(string id) => ConversationOf(id) is { } conversation ? int.Parse(id.AsSpan(conversation.Length + 1)) : null;

    /// <summary>The conversation a folder belongs to; null for one that came another way.</summary>
    public static string? ConversationOf(string id) =>
        id.LastIndexOf('-') is var at and > 0 && !IsOfDesk(id) && id.Length - at <= 7 && id.AsSpan(at + 1) is { Length: > 0 } number && !number.ContainsAnyExceptInRange('0', '9')
            ? id[..at] : null;

    /// <summary>Whether staff handed it in for somebody (替人交).</summary>
    public static bool IsOfDesk(string id) => id.StartsWith(DeskPrefix, StringComparison.Ordinal);

    /// <summary>The id of a folder that staff hand in, made from what tells it from others.</summary>
    public static string OfDesk(string name) => DeskPrefix + name;

    public async Task<Folder?> FindAsync(string village, string id, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Folders that staff handed in and that led to no claim yet.</summary>
    public async Task<IReadOnlyList<Folder>> OpenOfDeskAsync(string village, CancellationToken stop) =>
        [.. (await RowsAsync(TableFilter.RowKeyPrefix(village, DeskPrefix), stop)).Select(Read).Where(folder => folder.Claim is null)];

    /// <summary>The conversation's folders, oldest first.</summary>
    public async Task<IReadOnlyList<Folder>> OfAsync(string village, string conversation, CancellationToken stop)
    {
        var folders = (await RowsAsync(TableFilter.RowKeyPrefix(village, conversation + "-"), stop)).Where(IsTied).Select(Read);
        return [.. folders.OrderBy(folder => folder.Id.Length).ThenBy(folder => folder.Id, StringComparer.Ordinal)];
    }

    public Task SetClaimAsync(string village, string id, string claim, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village, id) { { "Claim", claim } }, TableUpdateMode.Merge, stop);

    /// <summary>All folders that led to that claim, of whatever conversation.</summary>
    public async Task<IReadOnlyList<Folder>> OfClaimAsync(string village, string claim, CancellationToken stop)
    {
        return [.. (await RowsAsync(TableFilter.Create($"PartitionKey eq {village} and Claim eq {claim}"), stop)).Where(IsTied).Select(Read)];
    }

    /// <summary>The conversation's folders whose papers a claim rests on, those the person no longer wants to hear of too.</summary>
    public async Task<IReadOnlyList<string>> WithClaimsAsync(string village, string conversation, CancellationToken stop) =>
        [.. (await RowsAsync(TableFilter.RowKeyPrefix(village, conversation + "-"), stop)).Select(Read).Where(folder => folder.Claim is not null).Select(folder => folder.Id)];

    /// <summary>The person says whether what was read for that claim is right.</summary>
    public async Task ConfirmAsync(string village, string conversation, string claim, bool right, CancellationToken stop)
    {
        foreach (var folder in (await OfAsync(village, conversation, stop)).Where(folder => folder.Claim == claim))
            await table.UpsertEntityAsync(new TableEntity(village, folder.Id) { { "Confirmed", right } }, TableUpdateMode.Merge, stop);
    }

    public Task KeepAsync(string village, string id, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(village, id) { { "Kept", true } }, TableUpdateMode.Merge, stop);

    /// <summary>A member of staff brought papers. Whoever was the first stays so; the others are kept beside.</summary>
    public async Task EnteredAsync(string village, string id, string by, string name, CancellationToken stop)
    {
        var before = await FindAsync(village, id, stop);
        if (before?.EnteredBy is null)
            await table.UpsertEntityAsync(new TableEntity(village, id) { { "EnteredBy", by }, { "EnteredByName", name } }, TableUpdateMode.Merge, stop);
        else if (before.EnteredBy != by && !before.AlsoBy.Contains(by))
            await table.UpsertEntityAsync(new TableEntity(village, id) { { "AlsoBy", string.Join(' ', before.AlsoBy.Append(by)) } }, TableUpdateMode.Merge, stop);
    }

    /// <summary>The person has no more to do with the folder. Where a claim rests on its papers that stays known, or deleting once more would take them.</summary>
    public Task ForgetAsync(Folder folder, CancellationToken stop) => folder.Claim is { } claim
        ? table.UpsertEntityAsync(new TableEntity(folder.Village, folder.Id) { { "Claim", claim }, { "Untied", true } }, TableUpdateMode.Replace, stop)
        : table.DeleteEntityAsync(folder.Village, folder.Id, cancellationToken: stop);

    async Task<List<TableEntity>> RowsAsync(string filter, CancellationToken stop)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            rows.Add(row);
        return rows;
    }

    static bool IsTied(TableEntity row) => row.GetBoolean("Untied") != true;

    static Folder Read(TableEntity row) => new(row.PartitionKey, row.RowKey, row.GetString("Claim"), row.GetBoolean("Kept") ?? false, row.GetBoolean("Confirmed"))
    {
        EnteredBy = row.GetString("EnteredBy"),
        EnteredByName = row.GetString("EnteredByName"),
        AlsoBy = row.GetString("AlsoBy")?.Split(' ') ?? [],
    };
}
