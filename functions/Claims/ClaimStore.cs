using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>Claims by village and key. The row is where the claim stands; beside it lie its events, in rows of their own, written in the same transaction. How it was worked out lies in a blob, one for each revision, never overwritten.</summary>
internal sealed class ClaimStore(TableClient table, BlobContainerClient documents)
{
    public const string Table = "Claims";
    public const string Container = "claims";

    // '~' comes after every character of a claim's key, so that the claims of a village stand together.
    const string AfterClaims = "~";
    const string EventPrefix = "~event|";
    const string GuardPrefix = "~member|";

    /// <summary>Adds a claim unless one of its key is there; says which one counts.</summary>
    public async Task<(StoredClaim Claim, bool Before)> AddAsync(Claim claim, ClaimProgress progress, byte[] record, ClaimEvent first, Pending? pending, CancellationToken stop)
    {
        var document = await WriteAsync(claim, record, stop);
        var row = Row(claim, progress, pending, document);
        try
        {
            var etags = await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, row), new(TableTransactionActionType.Add, EventRow(claim, first))], stop);
            return (new StoredClaim(Shown(claim, progress), progress, pending, document, etags[0]), false);
        }
        catch (TableTransactionFailedException exists) when (exists.Status == 409)
        {
            var before = (await LoadAsync(claim.Village, claim.Id, stop))!;
            return (before, before.Claim.Folder != claim.Folder);
        }
    }

    /// <summary>Puts the claim's next event and what it leads to in the place of what was loaded; earlier documents and events stay.</summary>
    /// <param name="record">With a new revision: what replays it; null where the document stays.</param>
    /// <param name="guard">Written in the same transaction.</param>
    /// <returns>Null where somebody else was faster.</returns>
    public async Task<StoredClaim?> SaveAsync(StoredClaim before, Claim claim, ClaimProgress progress, byte[]? record, ClaimEvent next, Pending? pending, MemberGuard? guard, CancellationToken stop)
    {
        var document = record is null ? before.Document : await WriteAsync(claim, record, stop);
        List<TableTransactionAction> actions =
        [
            new(TableTransactionActionType.UpdateReplace, Row(claim, progress, pending, document), before.ETag),
            new(TableTransactionActionType.Add, EventRow(claim, next)),
        ];
        if (guard is not null)
            actions.Add(guard.Action);
        try
        {
            var etags = await table.SubmitTransactionAsync(actions, stop);
            return new StoredClaim(Shown(claim, progress), progress, pending, document, etags[0]);
        }
        catch (TableTransactionFailedException lost) when (lost.Status is 409 or 412)
        {
            return null;
        }
    }

    /// <summary>Puts the next event of several claims in the place of what was loaded, and another row beside them: all or nothing.</summary>
    /// <returns>False where somebody else was faster with any of them.</returns>
    public async Task<bool> SaveTogetherAsync(IEnumerable<(StoredClaim Before, ClaimProgress Progress, ClaimEvent Next)> changes, TableTransactionAction beside, CancellationToken stop)
    {
        try
        {
            await table.SubmitTransactionAsync(
                [
                    beside,
                    .. changes.SelectMany(change => new TableTransactionAction[]
                    {
                        new(TableTransactionActionType.UpdateReplace, Row(change.Before.Claim, change.Progress, pending: null, change.Before.Document), change.Before.ETag),
                        new(TableTransactionActionType.Add, EventRow(change.Before.Claim, change.Next)),
                    }),
                ],
                stop);
            return true;
        }
        catch (TableTransactionFailedException lost) when (lost.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Notes that nothing is left to do for the claim's last event. Somebody else's note will do.</summary>
    public async Task<StoredClaim> DoneAsync(StoredClaim stored, CancellationToken stop)
    {
        try
        {
            var response = await table.UpdateEntityAsync(Row(stored.Claim, stored.Progress, pending: null, stored.Document), stored.ETag, TableUpdateMode.Replace, stop);
            return stored with { Pending = null, ETag = response.Headers.ETag ?? default };
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return (await LoadAsync(stored.Claim.Village, stored.Claim.Id, stop))!;
        }
    }

    public async Task<StoredClaim?> LoadAsync(string village, string id, CancellationToken stop)
    {
        if (!IsKey(id))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? await ReadAsync(row.Value!, stop) : null;
    }

    public async Task<Claim?> FindAsync(string village, string id, CancellationToken stop) => (await LoadAsync(village, id, stop))?.Claim;

    /// <summary>How far the claim has come; null where there is none.</summary>
    public async Task<ClaimProgress?> ProgressAsync(string village, string id, CancellationToken stop) =>
        IsKey(id) && await table.GetEntityIfExistsAsync(village, id, stop) is { HasValue: true } row ? Progress(row.Value!) : null;

    /// <summary>The village's claims as their rows say, newest first.</summary>
    public async Task<IReadOnlyList<ClaimSummary>> InVillageAsync(string village, CancellationToken stop)
    {
        var claims = new List<ClaimSummary>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village} and RowKey lt {AfterClaims}"), cancellationToken: stop))
        {
            claims.Add(new ClaimSummary(
                row.RowKey, row.GetString("State")!, row.GetString("Person") ?? "", row.GetString("Disease"),
                DateOnly.ParseExact(row.GetString("Discharged") ?? "0001-01-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
                row.GetDateTimeOffset("Received") ?? row.Timestamp ?? default, row.GetString("Document")!, Progress(row)));
        }

        return [.. claims.OrderByDescending(claim => claim.Received).ThenBy(claim => claim.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whose claims are published and not yet paid, and how far each has come, from their rows alone.</summary>
    public async Task<IReadOnlyList<(string Person, ClaimProgress Progress)>> PublishedAsync(string village, CancellationToken stop)
    {
        var claims = new List<(string, ClaimProgress)>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village} and RowKey lt {AfterClaims} and State eq {ClaimState.Published.Name()}"), cancellationToken: stop))
            claims.Add((row.GetString("Person") ?? "", Progress(row)));
        return claims;
    }

    /// <summary>Aids of the claims that came in before this one, are ready to be approved, and are not on the books yet.</summary>
    public async Task<Fen> AheadAsync(string village, Claim claim, CancellationToken stop)
    {
        var (sum, open) = (Fen.Zero, TableFilter.Create($"PartitionKey eq {village} and RowKey lt {AfterClaims} and State eq {ClaimState.Checked.Name()}"));
        // Approved a moment ago by somebody else, and still on its way to the ledger.
        var moving = TableFilter.Create($"PartitionKey eq {village} and RowKey lt {AfterClaims} and State eq {ClaimState.Approved.Name()}");
        foreach (var (filter, settled) in new[] { (open, false), (moving, true) })
        {
            await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            {
                var before = (row.GetDateTimeOffset("Received") ?? DateTimeOffset.MinValue).CompareTo(claim.ReceivedAt) is var order && (order < 0 || (order == 0 && string.CompareOrdinal(row.RowKey, claim.Id) < 0));
                var counts = settled ? row.GetString("Pending") is not null : Progress(row) is { Cause: not null, Award: null or { Amount.Value: 0 } };
                if (before && counts && row.RowKey != claim.Id && row.GetString("Amount") is { } amount)
                    sum += Fen.Parse(amount);
            }
        }

        return sum;
    }

    /// <summary>All claims of a member.</summary>
    public async Task<IReadOnlyList<Claim>> OfMemberAsync(string village, string member, CancellationToken stop)
    {
        var claims = new List<Claim>();
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {village} and RowKey lt {AfterClaims} and Member eq {member}"), cancellationToken: stop))
            claims.Add((await ReadAsync(row, stop)).Claim);
        return [.. claims.OrderBy(claim => claim.ReceivedAt)];
    }

    /// <summary>What happened to the claim, oldest first.</summary>
    public async Task<IReadOnlyList<ClaimEvent>> EventsAsync(string village, string id, CancellationToken stop)
    {
        var events = new List<ClaimEvent>();
        if (IsKey(id))
        {
            await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, $"{EventPrefix}{id}|"), cancellationToken: stop))
                events.Add(JsonSerializer.Deserialize(row.GetString("Json")!, ClaimJson.Default.ClaimEvent)!);
        }

        return events;
    }

    /// <summary>Loaded before a member's other claims are looked at, written with the approval: of two approvals for one member at once, one sees the other.</summary>
    public async Task<MemberGuard> GuardAsync(string village, string member, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, GuardPrefix + member, stop);
        var next = new TableEntity(village, GuardPrefix + member) { { "Approvals", (row.HasValue ? row.Value!.GetInt32("Approvals") : 0) + 1 } };
        return new MemberGuard(row.HasValue
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, next, row.Value!.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, next));
    }

    /// <summary>Rules, facts and result of the claim's present revision, for <c>./shouwang replay</c>; null where there is no such claim.</summary>
    public async Task<BinaryData?> RecordAsync(string village, string id, CancellationToken stop)
    {
        var row = IsKey(id) ? await table.GetEntityIfExistsAsync(village, id, stop) : null;
        return row is { HasValue: true } ? (await documents.GetBlobClient(Record(row.Value!.GetString("Document")!)).DownloadContentAsync(stop)).Value.Content : null;
    }

    async Task<StoredClaim> ReadAsync(TableEntity row, CancellationToken stop)
    {
        var document = await documents.GetBlobClient(row.GetString("Document")!).DownloadContentAsync(stop);
        var claim = JsonSerializer.Deserialize(document.Value.Content, ClaimJson.Default.Claim)!;
        var progress = Progress(row);
        var pending = row.GetString("Pending") is { } json ? JsonSerializer.Deserialize(json, ClaimJson.Default.Pending) : null;
        return new StoredClaim(Shown(claim, progress), progress, pending, row.GetString("Document")!, row.ETag);
    }

    static ClaimProgress Progress(TableEntity row) =>
        row.GetString("Progress") is { } json ? JsonSerializer.Deserialize(json, ClaimJson.Default.ClaimProgress)!
        : new ClaimProgress { State = ClaimStates.TryRead(row.GetString("State"), out var state) ? state : ClaimState.Received };

    static Claim Shown(Claim claim, ClaimProgress progress) => claim with { State = progress.State.Name(), Progress = progress };

    /// <summary>Writes the document, and beside it what replays it, under a name made from its content, so that a document and its row can never disagree.</summary>
    async Task<string> WriteAsync(Claim claim, byte[] record, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(claim with { Progress = null }, ClaimJson.Default.Claim);
        var name = $"{claim.Village}/{claim.Id}/{claim.Revision:D3}-{Originals.HashOf(body)[..16]}.json";
        await KeepAsync(Record(name), record, stop);
        await KeepAsync(name, body, stop);
        return name;
    }

    async Task KeepAsync(string name, byte[] json, CancellationToken stop) =>
        await documents.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(json), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, stop);

    static string Record(string document) => document[..^".json".Length] + ".record.json";

    static TableEntity Row(Claim claim, ClaimProgress progress, Pending? pending, string document) => new(claim.Village, claim.Id)
    {
        { "Document", document },
        { "Revision", claim.Revision },
        { "State", progress.State.Name() },
        { "Member", claim.Member },
        { "Year", int.Parse(claim.Discharged.AsSpan(0, 4)) },
        { "Person", claim.Person },
        { "Disease", claim.Disease },
        { "Discharged", claim.Discharged },
        { "Received", claim.ReceivedAt },
        { "Amount", claim.Amount },
        { "Awarded", (progress.Award?.Amount ?? Fen.Zero).Value },
        { "Progress", JsonSerializer.Serialize(progress, ClaimJson.Default.ClaimProgress) },
        { "Pending", pending is null ? null : JsonSerializer.Serialize(pending, ClaimJson.Default.Pending) },
    };

    static TableEntity EventRow(Claim claim, ClaimEvent happened) => new(claim.Village, $"{EventPrefix}{claim.Id}|{happened.Version:D6}")
    {
        { "Json", JsonSerializer.Serialize(happened, ClaimJson.Default.ClaimEvent) },
    };

    static bool IsKey(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}

/// <summary>Keeps two approvals for one member apart (同一会员审核先后).</summary>
internal sealed record MemberGuard(TableTransactionAction Action);
