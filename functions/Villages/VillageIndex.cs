using Azure;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Villages;

/// <summary>The list of all villages (村目录): one partition with a copy of each village's row, so that listing them reads no member.</summary>
/// <remarks>
/// A partition cannot be written together with another. So a row is marked before its village is written and settled after;
/// a marked row says only that there may be such a village, and whoever lists looks at the village itself.
/// Only the writer that marked a row last may settle it: a crash or a race leaves a mark, never an old copy.
/// </remarks>
internal sealed class VillageIndex(TableClient table)
{
    const string Partition = "villages";

    /// <summary>Says that every village stored before there was a list is in it.</summary>
    const string Whole = "whole";

    const string Copy = "Json";

    /// <summary>Before a village is written.</summary>
    /// <returns>What settles the row.</returns>
    public async Task<ETag> MarkAsync(string village, CancellationToken stop) =>
        Written(await table.UpsertEntityAsync(new TableEntity(Partition, village), TableUpdateMode.Replace, stop));

    /// <summary>After a village was written.</summary>
    public async Task SettleAsync(string village, string json, ETag mark, CancellationToken stop)
    {
        try
        {
            await table.UpdateEntityAsync(new TableEntity(Partition, village) { { Copy, json } }, mark, TableUpdateMode.Replace, stop);
        }
        catch (RequestFailedException marked) when (marked.Status == 412)
        {
            // By somebody who writes the village now: the settling is theirs.
        }
    }

    /// <summary>What every village's row holds.</summary>
    /// <param name="stored">The codes of all villages, found the long way; asked once in the life of an instance.</param>
    /// <param name="find">What a village's own row holds now.</param>
    public async Task<IReadOnlyList<string>> AllAsync(Func<CancellationToken, Task<IReadOnlyList<string>>> stored, Func<string, CancellationToken, Task<string?>> find, CancellationToken stop)
    {
        while (true)
        {
            var villages = new List<string>();
            var whole = false;
            await foreach (var row in table.QueryAsync(TableFilter.Create($"PartitionKey eq {Partition}"), cancellationToken: stop))
            {
                if (row.RowKey == Whole)
                    whole = true;
                else if ((row.GetString(Copy) ?? await find(row.RowKey, stop)) is { } json)
                    villages.Add(json);
            }

            if (whole)
                return villages;
            foreach (var village in await stored(stop))
                await AddAsync(village, find, stop);
            await table.UpsertEntityAsync(new TableEntity(Partition, Whole), TableUpdateMode.Replace, stop);
        }
    }

    /// <summary>A village that has no row yet. Only a row that is not there is marked: whoever writes the village now keeps their own mark.</summary>
    async Task AddAsync(string village, Func<string, CancellationToken, Task<string?>> find, CancellationToken stop)
    {
        ETag mark;
        try
        {
            mark = Written(await table.AddEntityAsync(new TableEntity(Partition, village), stop));
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return;
        }

        if (await find(village, stop) is { } json)
            await SettleAsync(village, json, mark, stop);
    }

    static ETag Written(Response response) => response.Headers.ETag ?? throw new InvalidOperationException("The table service answered a write without an ETag.");
}
