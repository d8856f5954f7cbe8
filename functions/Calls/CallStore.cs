using System.Security.Cryptography;
using System.Text;
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
        if (await FindAsync(call.Village, call.Id, stop) is null)
            await SaveAsync(call, stop);
    }

    public Task SaveAsync(Call call, CancellationToken stop) => table.UpsertEntityAsync(Row(call), TableUpdateMode.Replace, stop);

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

    /// <summary>Calls of all villages that the officers have not been told of since that moment.</summary>
    public Task<IReadOnlyList<Call>> UntoldAsync(DateTimeOffset before, CancellationToken stop) =>
        QueryAsync(TableFilter.Create($"Told eq {false} and At lt {before}"), stop);

    /// <summary>The words of a person who had everything deleted go; that somebody called stays.</summary>
    public async Task ForgetAsync(string village, string conversation, CancellationToken stop)
    {
        foreach (var call in await QueryAsync(TableFilter.Create($"PartitionKey eq {village} and Conversation eq {conversation}"), stop))
            await SaveAsync(call with { Words = "", Conversation = null }, stop);
    }

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
        { "DoneAt", call.DoneAt },
        { "DoneBy", call.DoneBy },
    };

    static Call Read(TableEntity row) => new(
        row.PartitionKey, row.RowKey, row.GetDateTimeOffset("At")!.Value, row.GetString("Kind")!, row.GetString("Words") ?? "", row.GetString("Claim"),
        row.GetString("Conversation"), row.GetBoolean("Told") ?? false, row.GetDateTimeOffset("DoneAt"), row.GetString("DoneBy"));
}
