using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Security;

/// <summary>A row that can be used once (一次性记录): the first use marks it and the same use finds it again, so that a process that dies after it loses nothing.</summary>
static class OneTimeRow
{
    const string UsedBy = "UsedBy";

    /// <param name="use">Names the use: the same when it is tried again.</param>
    /// <returns>The row, or null where it is not there, has expired, or was used otherwise.</returns>
    public static async Task<TableEntity?> UseAsync(TableClient table, string partition, string key, string use, DateTimeOffset now, CancellationToken stop)
    {
        var mine = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(use)).AsSpan(0, 16));
        while (true)
        {
            var row = await table.GetEntityIfExistsAsync(partition, key, stop);
            if (!row.HasValue || row.Value is not { } kept || kept.GetDateTimeOffset("Expires") <= now)
                return null;
            if (kept.GetString(UsedBy) is { } used)
                return used == mine ? kept : null;
            try
            {
                await table.UpdateEntityAsync(new TableEntity(partition, key) { { UsedBy, mine } }, kept.ETag, TableUpdateMode.Merge, stop);
                return kept;
            }
            catch (RequestFailedException first) when (first.Status == StatusCodes.Status412PreconditionFailed)
            {
                // Somebody used it first: look again.
            }
        }
    }

    /// <summary>Deletes the rows of a partition that have expired.</summary>
    public static async Task SweepAsync(TableClient table, string partition, DateTimeOffset now, CancellationToken stop)
    {
        await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {partition} and Expires lt {now}"), select: ["PartitionKey", "RowKey"], cancellationToken: stop))
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: stop);
    }
}
