using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Claims;

/// <summary>A move that was begun and may not be all done.</summary>
internal sealed record UnfinishedMove(string Village, string Claim, int Version, DateTimeOffset Since);

/// <summary>Moves under way (办理中): noted before the decision, taken off when posting and telling are done, so that the timer finds what a crash left without looking through all claims.</summary>
internal sealed class UnfinishedMoves(TableClient table, TimeProvider clock)
{
    public const string Table = "UnfinishedMoves";
    const string Partition = "moves";

    public Task MarkAsync(string village, string claim, int version, CancellationToken stop) =>
        table.UpsertEntityAsync(new TableEntity(Partition, Key(village, claim, version)) { { "Since", clock.GetUtcNow() } }, TableUpdateMode.Replace, stop);

    public Task DoneAsync(string village, string claim, int version, CancellationToken stop) =>
        table.DeleteEntityAsync(Partition, Key(village, claim, version), cancellationToken: stop);

    public async IAsyncEnumerable<UnfinishedMove> SinceBeforeAsync(DateTimeOffset moment, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {Partition}"), cancellationToken: stop))
        {
            if (row.RowKey.Split('|') is [var village, var claim, var version] && row.GetDateTimeOffset("Since") is { } since && since <= moment)
                yield return new UnfinishedMove(village, claim, int.Parse(version), since);
        }
    }

    static string Key(string village, string claim, int version) => $"{village}|{claim}|{version}";
}
