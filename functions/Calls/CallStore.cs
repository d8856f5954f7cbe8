using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Calls;

/// <summary>Calls by village (来话簿). The id is made from conversation and turn, so that a call is there once however often it is tried.</summary>
internal sealed class CallStore(TableClient table)
{
    public const string Table = "Calls";

    public static string IdOf(string conversation, string turn, string kind) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{turn}\n{kind}")).AsSpan(0, 12));

    /// <summary>Adds the call unless it is there.</summary>
    public async Task AddAsync(Call call, CancellationToken stop)
    {
        try
        {
            await table.AddEntityAsync(Row(call), stop);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
        }
    }

    public async Task<Call?> FindAsync(string village, string id, CancellationToken stop)
    {
        if (id.Length != 24 || !id.All(char.IsAsciiHexDigitLower))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, id, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The village's calls, newest first.</summary>
    public async Task<IReadOnlyList<Call>> InVillageAsync(string village, CancellationToken stop) =>
        [.. (await QueryAsync(TableFilter.Create($"PartitionKey eq {village}"), stop)).OrderByDescending(call => call.At)];

    /// <summary>What was said about one claim, settled or not, newest first.</summary>
    public async Task<IReadOnlyList<Call>> OfClaimAsync(string village, string claim, CancellationToken stop) =>
        [.. (await QueryAsync(TableFilter.Create($"PartitionKey eq {village} and Claim eq {claim}"), stop)).OrderByDescending(call => call.At)];

    /// <summary>What one conversation said.</summary>
    public Task<IReadOnlyList<Call>> OfConversationAsync(string village, string conversation, CancellationToken stop) =>
        QueryAsync(TableFilter.Create($"PartitionKey eq {village} and Conversation eq {conversation}"), stop);

    /// <summary>Whether anybody of the village says that something was misread and that is not settled.</summary>
    public async Task<bool> IsAnyMisreadAsync(string village, CancellationToken stop) =>
        (await QueryAsync(TableFilter.Create($"PartitionKey eq {village} and Kind eq {Call.Misread}"), stop)).Any(call => call.DoneAt is null);

    /// <summary>Whether somebody objects to the claim and that is not settled.</summary>
    public async Task<bool> IsObjectedAsync(string village, string claim, CancellationToken stop) =>
        (await OfClaimAsync(village, claim, stop)).Any(call => call is { Kind: Call.Objection, DoneAt: null });

    /// <summary>Calls of all villages that the officers have not been told of since that moment.</summary>
    public Task<IReadOnlyList<Call>> UntoldAsync(DateTimeOffset before, CancellationToken stop) =>
        QueryAsync(TableFilter.Create($"Told eq {false} and At lt {before}"), stop);

    public Task ToldAsync(Call call, CancellationToken stop) => MergeAsync(new(call.Village, call.Id) { { "Told", true } }, stop);

    /// <summary>Settled; of two who settle it at once, who was first stays, and both get what he said.</summary>
    public async Task<Call> SettleAsync(Call call, DateTimeOffset at, string by, string? outcome, CancellationToken stop)
    {
        while (true)
        {
            TableEntity row = (await table.GetEntityAsync(call.Village, call.Id, stop)).Value;
            if (Read(row) is { DoneAt: not null } settled)
                return settled;
            try
            {
                await table.UpdateEntityAsync(new TableEntity(call.Village, call.Id) { { "DoneAt", at }, { "DoneBy", by }, { "Outcome", outcome } }, row.ETag, TableUpdateMode.Merge, stop);
                return Read(row) with { DoneAt = at, DoneBy = by, Outcome = outcome };
            }
            catch (RequestFailedException failure) when (failure.Status == 412)
            {
            }
        }
    }

    /// <summary>The words of a person who had everything deleted go; that somebody called stays.</summary>
    public async Task ForgetAsync(string village, string conversation, CancellationToken stop)
    {
        foreach (var call in await OfConversationAsync(village, conversation, stop))
            await table.UpsertEntityAsync(Row(call with { Words = "", Conversation = null }), TableUpdateMode.Replace, stop);
    }

    /// <remarks>Only what changes is written: telling the officers and settling a call may happen at once, and neither may undo the other.</remarks>
    Task<Response> MergeAsync(TableEntity change, CancellationToken stop) => table.UpsertEntityAsync(change, TableUpdateMode.Merge, stop);

    async Task<IReadOnlyList<Call>> QueryAsync(string filter, CancellationToken stop)
    {
        var calls = new List<Call>();
        await foreach (var row in table.QueryAsync(filter, cancellationToken: stop))
            calls.Add(Read(row));
        return calls;
    }

    static TableEntity Row(Call call) => new(call.Village, call.Id)
    {
        { "At", call.At },
        { "Kind", call.Kind },
        { "Words", call.Words },
        { "Claim", call.Claim },
        { "Conversation", call.Conversation },
        { "Told", call.Told },
        { "NotedBy", call.NotedBy },
        { "DoneAt", call.DoneAt },
        { "DoneBy", call.DoneBy },
        { "Outcome", call.Outcome },
    };

    static Call Read(TableEntity row) => new(
        row.PartitionKey, row.RowKey, row.GetDateTimeOffset("At")!.Value, row.GetString("Kind")!, row.GetString("Words") ?? "", row.GetString("Claim"),
        row.GetString("Conversation"), row.GetBoolean("Told") ?? false)
    {
        NotedBy = row.GetString("NotedBy"),
        DoneAt = row.GetDateTimeOffset("DoneAt"),
        DoneBy = row.GetString("DoneBy"),
        Outcome = row.GetString("Outcome"),
    };
}
