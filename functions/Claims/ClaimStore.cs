using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Claims;

/// <summary>Claims by village and key. The row is the claim's existence and its place in the village's year; the document lies in a blob, one for each revision, never overwritten.</summary>
internal sealed class ClaimStore(TableClient table, BlobContainerClient documents)
{
    public const string Table = "Claims";
    public const string Container = "claims";

    /// <summary>Adds a claim unless one of its key is there; says which one counts.</summary>
    public async Task<(Claim Claim, bool Before)> AddAsync(Claim claim, byte[] record, CancellationToken stop)
    {
        var document = await WriteAsync(claim, record, stop);
        try
        {
            await table.AddEntityAsync(Row(claim, document), stop);
            return (claim, false);
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var before = await FindAsync(claim.Village, claim.Id, stop) ?? claim;
            return (before, before.Folder != claim.Folder);
        }
    }

    /// <summary>Puts a correction in place of the revision it was made from; the earlier document stays.</summary>
    /// <returns>False where somebody else was faster.</returns>
    public async Task<bool> CorrectAsync(Claim claim, byte[] record, CancellationToken stop)
    {
        var row = await table.GetEntityAsync(claim.Village, claim.Id, stop);
        if (row.Value.GetInt32("Revision") != claim.Revision - 1)
            return false;
        var document = await WriteAsync(claim, record, stop);
        try
        {
            await table.UpdateEntityAsync(Row(claim, document), row.Value.ETag, TableUpdateMode.Replace, stop);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    public async Task<Claim?> FindAsync(string village, string id, CancellationToken stop)
    {
        if (!IsKey(id))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? await ReadAsync(row.Value!, stop) : null;
    }

    /// <summary>The village's claims, oldest first.</summary>
    public Task<IReadOnlyList<Claim>> InVillageAsync(string village, CancellationToken stop) =>
        QueryAsync(TableFilter.Create($"PartitionKey eq {village}"), stop);

    /// <summary>A member's claims whose stay ended in that calendar year.</summary>
    public Task<IReadOnlyList<Claim>> OfMemberAsync(string village, string member, int year, CancellationToken stop) =>
        QueryAsync(TableFilter.Create($"PartitionKey eq {village} and Member eq {member} and Year eq {year}"), stop);

    /// <summary>Rules, facts and result of the claim's present revision, for <c>./shouwang replay</c>; null where there is no such claim.</summary>
    public async Task<BinaryData?> RecordAsync(string village, string id, CancellationToken stop)
    {
        var row = IsKey(id) ? await table.GetEntityIfExistsAsync(village, id, stop) : null;
        return row is { HasValue: true } ? (await documents.GetBlobClient(Record(row.Value!.GetString("Document")!)).DownloadContentAsync(stop)).Value.Content : null;
    }

    async Task<IReadOnlyList<Claim>> QueryAsync(string filter, CancellationToken stop)
    {
        var claims = new List<Claim>();
        await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            claims.Add(await ReadAsync(row, stop));
        return [.. claims.OrderBy(claim => claim.ReceivedAt)];
    }

    async Task<Claim> ReadAsync(TableEntity row, CancellationToken stop)
    {
        var document = await documents.GetBlobClient(row.GetString("Document")!).DownloadContentAsync(stop);
        return JsonSerializer.Deserialize(document.Value.Content, ClaimJson.Default.Claim)!;
    }

    /// <summary>Writes the document, and beside it what replays it, under a name made from its content, so that a document and its row can never disagree.</summary>
    async Task<string> WriteAsync(Claim claim, byte[] record, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(claim, ClaimJson.Default.Claim);
        var name = $"{claim.Village}/{claim.Id}/{claim.Revision:D3}-{Originals.HashOf(body)[..16]}.json";
        await KeepAsync(Record(name), record, stop);
        await KeepAsync(name, body, stop);
        return name;
    }

    async Task KeepAsync(string name, byte[] json, CancellationToken stop) =>
        await documents.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(json), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, stop);

    static string Record(string document) => document[..^".json".Length] + ".record.json";

    static TableEntity Row(Claim claim, string document) => new(claim.Village, claim.Id)
    {
        { "Document", document },
        { "Revision", claim.Revision },
        { "State", claim.State },
        { "Member", claim.Member },
        { "Year", int.Parse(claim.Discharged.AsSpan(0, 4)) },
    };

    static bool IsKey(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);
}
