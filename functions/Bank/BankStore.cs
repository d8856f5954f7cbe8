using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Bank;

/// <summary>A kept row of a statement (流水记录).</summary>
/// <param name="Entries">The entries that it confirms: one, or all that the bank paid by one list; none while it is open, or where rows cancel one another.</param>
/// <param name="With">The other rows it was held with: what the bank gave back of it.</param>
internal sealed record KeptRow(string Id, BankRow Row, IReadOnlyList<long> Entries, IReadOnlyList<string> With, ETag ETag)
{
    public bool IsOpen => Entries.Count == 0 && With.Count == 0;
}

/// <summary>Rows of bank statements and the entries they confirm, beside the ledger in its table. An entry is confirmed by one row, once.</summary>
internal sealed class BankStore(TableClient table, Keys keys)
{
    const string RowPrefix = "bank|";
    const string ConfirmedPrefix = "confirmed|";

    /// <summary>What a row is known by: the account number in it cannot be got out again.</summary>
    public string IdOf(string village, BankRow row) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.For("bank-row"), Encoding.UTF8.GetBytes($"{village}\n{row.Identity}")).AsSpan(0, 16));

    public async Task<Dictionary<string, KeptRow>> AllAsync(string village, CancellationToken stop)
    {
        var rows = new Dictionary<string, KeptRow>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, RowPrefix), cancellationToken: stop))
            rows.Add(row.RowKey[RowPrefix.Length..], Read(row));
        return rows;
    }

    public async Task<KeptRow?> FindAsync(string village, string id, CancellationToken stop)
    {
        var row = id.Length == 32 && id.All(char.IsAsciiHexDigitLower) ? await table.GetEntityIfExistsAsync(village, RowPrefix + id, stop) : null;
        return row is { HasValue: true } ? Read(row.Value!) : null;
    }

    /// <summary>Keeps rows that are new; what is there already stays as it is.</summary>
    public async Task AddAsync(string village, IReadOnlyList<(string Id, BankRow Row)> rows, CancellationToken stop)
    {
        foreach (var batch in rows.Chunk(100))
        {
            // Merged without naming the entry, so that a row that another import confirmed meanwhile stays confirmed.
            await table.SubmitTransactionAsync(batch.Select(one => new TableTransactionAction(TableTransactionActionType.UpsertMerge, Write(village, one.Id, one.Row))), stop);
        }
    }

    /// <param name="ids">One row, or several that explain entries only together.</param>
    /// <param name="entries">None where the rows cancel one another.</param>
    /// <returns>False where a row or an entry was confirmed otherwise meanwhile.</returns>
    public async Task<bool> ConfirmAsync(string village, IReadOnlyList<string> ids, IReadOnlyList<long> entries, CancellationToken stop)
    {
        var rows = new List<KeptRow>();
        foreach (var id in ids)
        {
            if (await FindAsync(village, id, stop) is not { } row)
                return false;
            rows.Add(row);
        }

        if (rows.Exists(row => !row.IsOpen))
            return rows.TrueForAll(AsSaid);
        try
        {
            await table.SubmitTransactionAsync(
            [
                .. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpdateMerge, Settled(row.Id), row.ETag)),
                .. entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(village, $"{ConfirmedPrefix}{entry:D10}") { { "Row", ids[0] } })),
            ],
            stop);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 409 or 412)
        {
            return await FindAsync(village, ids[0], stop) is { } first && AsSaid(first);
        }

        bool AsSaid(KeptRow row) => row.Entries.SequenceEqual(entries) && row.With.Order(StringComparer.Ordinal).SequenceEqual(ids.Where(id => id != row.Id).Order(StringComparer.Ordinal), StringComparer.Ordinal);

        TableEntity Settled(string id)
        {
            var settled = new TableEntity(village, RowPrefix + id) { { "Entries", string.Join(',', entries) }, { "With", string.Join(',', ids.Where(other => other != id)) } };
            if (entries.Count > 0)
                settled["Entry"] = entries[0];
            return settled;
        }
    }

    /// <summary>Takes a row, the rows it was held with and the entries they confirmed apart again. The row is not matched with that entry by itself any more.</summary>
    /// <param name="entry">One of them; null where it confirms none, and was held with rows alone.</param>
    /// <returns>False where it did not confirm the entry, or something else came about meanwhile.</returns>
    public async Task<bool> PartAsync(string village, string id, long? entry, CancellationToken stop)
    {
        if (await FindAsync(village, id, stop) is not { IsOpen: false } row || (entry is { } number ? !row.Entries.Contains(number) : row.Entries.Count > 0))
            return false;
        var others = new List<KeptRow>();
        foreach (var other in row.With)
            others.Add((await FindAsync(village, other, stop))!);
        var open = Write(village, id, row.Row);
        if (entry is not null)
            open["PartedFrom"] = entry;
        try
        {
            await table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.UpdateReplace, open, row.ETag),
                .. others.Select(other => new TableTransactionAction(TableTransactionActionType.UpdateReplace, Write(village, other.Id, other.Row), other.ETag)),
                .. row.Entries.Select(confirmed => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(village, $"{ConfirmedPrefix}{confirmed:D10}"))),
            ],
            stop);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 412)
        {
            return false;
        }
    }

    static TableEntity Write(string village, string id, BankRow row) => new(village, RowPrefix + id)
    {
        { "Date", row.Date.ToString("yyyy-MM-dd") },
        { "Fen", row.Amount.Value },
        { "Name", row.Name },
        { "Tail", row.Tail },
        { "Text", row.Text },
    };

    static KeptRow Read(TableEntity row) => new(
        row.RowKey[RowPrefix.Length..],
        new BankRow(0, DateOnly.ParseExact(row.GetString("Date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture), new Fen(row.GetInt64("Fen")!.Value), row.GetString("Name")!, row.GetString("Tail")!, row.GetString("Text")!, "") { PartedFrom = row.GetInt64("PartedFrom") },
        row.GetString("Entries") is { } several ? [.. several.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => long.Parse(number, CultureInfo.InvariantCulture))] : row.GetInt64("Entry") is { } one ? [one] : [],
        row.GetString("With")?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [],
        row.ETag);
}
