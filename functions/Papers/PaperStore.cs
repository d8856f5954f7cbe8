using Azure;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Papers;

/// <summary>How far a paper has come.</summary>
internal enum PaperState
{
    Waiting = 0,
    Read = 1,
    Unreadable = 2,
    Withdrawn = 3,
}

/// <summary>One photo in a folder.</summary>
/// <param name="Original">Where the original lies.</param>
/// <param name="Conversation">The conversation it came by; null for papers that came by the HTTP interface.</param>
internal sealed record Paper(string Village, string Folder, string Hash, string Original, string? Conversation, DateTimeOffset Received, PaperState State)
{
    /// <summary>Id of the turn that took it in; null for papers that came by the HTTP interface.</summary>
    public string? Turn { get; init; }

    /// <summary>Where the recognised pages lie.</summary>
    public string Recognised => Original + ".recognised.json";

    /// <summary>Where the reading lies.</summary>
    public string Reading => Original + ".reading.json";
}

/// <summary>Papers by village and folder. The original's hash is part of the key, so that one photo is in a folder once.</summary>
internal sealed class PaperStore(TableClient table)
{
    public const string Table = "Papers";

    /// <summary>Takes a paper into its folder. A paper that was withdrawn before waits again; any other is left as it is.</summary>
    /// <returns>Whether it is still to be read.</returns>
    public async Task<bool> AddAsync(Paper paper, CancellationToken stop)
    {
        try
        {
            await table.AddEntityAsync(Row(paper), stop);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var there = await FindAsync(paper.Village, paper.Folder, paper.Hash, stop);
            if (there is { State: PaperState.Withdrawn })
                await table.UpsertEntityAsync(Row(paper), TableUpdateMode.Replace, stop);
            return there is not { State: PaperState.Read or PaperState.Unreadable };
        }
    }

    public async Task<Paper?> FindAsync(string village, string folder, string hash, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, Key(folder, hash), stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The folder's papers in the order they came, withdrawn ones left out.</summary>
    public async Task<IReadOnlyList<Paper>> InFolderAsync(string village, string folder, CancellationToken stop)
    {
        var papers = await QueryAsync(TableFilter.RowKeyPrefix(village, folder + "|"), stop);
        return [.. papers.Where(paper => paper.State != PaperState.Withdrawn).OrderBy(paper => paper.Received).ThenBy(paper => paper.Hash, StringComparer.Ordinal)];
    }

    /// <summary>All papers of a conversation, in whatever folder and state.</summary>
    public Task<IReadOnlyList<Paper>> OfConversationAsync(string village, string conversation, CancellationToken stop) =>
        QueryAsync(TableFilter.RowKeyPrefix(village, conversation + "-"), stop);

    /// <summary>Whether any village's folder has a paper with that original.</summary>
    public async Task<bool> AnyOfOriginalAsync(string original, CancellationToken stop) =>
        (await QueryAsync(TableFilter.Create($"Original eq {original}"), stop)).Count > 0;

    /// <summary>Papers that have waited since before that moment, of all villages.</summary>
    public async IAsyncEnumerable<Paper> WaitingSinceAsync(DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync(TableFilter.Create($"State eq {(int)PaperState.Waiting} and Received lt {before}"), cancellationToken: stop))
            yield return Read(row);
    }

    /// <summary>Moves a paper on.</summary>
    public Task SetStateAsync(Paper paper, PaperState state, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(paper.Village, Key(paper.Folder, paper.Hash)) { { "State", (int)state } }, TableUpdateMode.Merge, stop);

    public Task ForgetAsync(Paper paper, CancellationToken stop) =>
        table.DeleteEntityAsync(paper.Village, Key(paper.Folder, paper.Hash), cancellationToken: stop);

    async Task<IReadOnlyList<Paper>> QueryAsync(string filter, CancellationToken stop)
    {
        var papers = new List<Paper>();
        await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            papers.Add(Read(row));
        return papers;
    }

    static string Key(string folder, string hash) => $"{folder}|{hash}";

    static TableEntity Row(Paper paper) => new(paper.Village, Key(paper.Folder, paper.Hash))
    {
        { "Folder", paper.Folder },
        { "Hash", paper.Hash },
        { "Original", paper.Original },
        { "Conversation", paper.Conversation },
        { "Turn", paper.Turn },
        { "Received", paper.Received },
        { "State", (int)paper.State },
    };

    static Paper Read(TableEntity row) => new(
        row.PartitionKey, row.GetString("Folder")!, row.GetString("Hash")!, row.GetString("Original")!, row.GetString("Conversation"),
        row.GetDateTimeOffset("Received")!.Value, (PaperState)row.GetInt32("State")!.Value)
    {
        Turn = row.GetString("Turn"),
    };
}
