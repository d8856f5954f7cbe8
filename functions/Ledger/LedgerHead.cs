using System.Text;
using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>The head of a stored ledger: the books as they stand. A head written before contributions for later years were kept apart is completed from the entries; the next posting writes it whole.</summary>
internal static class LedgerHead
{
    /// <returns>The books, and the head's ETag; the default one where nothing was written yet.</returns>
    public static async Task<(Books Books, ETag Tag)> ReadAsync(TableClient table, string village, CancellationToken stop)
    {
        var head = await table.GetEntityIfExistsAsync(village, LedgerRows.Head, stop);
        if (!head.HasValue)
            return (Books.Empty(village), default);
        var books = LedgerRows.ReadBooks(head.Value!, out var whole);
        return (whole ? books : books with { Ahead = await AheadAsync(table, books, stop) }, head.Value!.ETag);
    }

    static async Task<PaidAhead> AheadAsync(TableClient table, Books books, CancellationToken stop)
    {
        var ahead = PaidAhead.None;
        await foreach (var row in table.QueryAsync(LedgerRows.EntriesAfter(books.Village, 0), cancellationToken: stop))
        {
            // What others append meanwhile is not in these books.
            if (LedgerRows.NumberOf(row.RowKey) > books.Number)
                break;
            // A damaged entry is for the audit to tell.
            if (EntryForm.Read(Encoding.UTF8.GetBytes(row.GetString("Canonical") ?? "")) is { } entry)
                ahead = ahead.With(entry.Posting);
        }

        return ahead;
    }
}
