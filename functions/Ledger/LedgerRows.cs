using System.Globalization;
using System.Text;
using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>How a ledger lies in its table. Partition = village; "head" with the books as they stand, "entry|0000000001" with the canonical form, "key|…" for each posting's key.</summary>
internal static class LedgerRows
{
    public const string Head = "head";
    public const string EntryPrefix = "entry|";
    public const string KeyPrefix = "key|";

    // A string property holds 64 KiB, that is 32,768 characters; the books of a large village can need several.
    const int Chunk = 30_000;

    public static string EntryKey(long number) => $"{EntryPrefix}{number:D10}";

    public static long NumberOf(string rowKey) => long.Parse(rowKey.AsSpan(EntryPrefix.Length), CultureInfo.InvariantCulture);

    public static TableEntity OfBooks(Books books)
    {
        var row = new TableEntity(books.Village, Head) { { "Number", books.Number }, { "Hash", books.Hash } };
        var text = BooksForm.Write(books);
        for (var i = 0; i * Chunk < text.Length; i++)
            row[$"Books{i}"] = text.Substring(i * Chunk, Math.Min(Chunk, text.Length - (i * Chunk)));
        return row;
    }

    /// <summary>The filter that finds a village's entries after a number.</summary>
    public static string EntriesAfter(string village, long after) =>
        TableFilter.Create($"PartitionKey eq {village} and RowKey gt {EntryKey(after)} and RowKey lt {"entry}"}");

    /// <param name="whole">As in <see cref="BooksForm.Read"/>.</param>
    public static Books ReadBooks(TableEntity row, out bool whole)
    {
        var text = new StringBuilder();
        for (var i = 0; row.GetString($"Books{i}") is { } chunk; i++)
            text.Append(chunk);
        return BooksForm.Read(row.PartitionKey, row.GetInt64("Number")!.Value, row.GetString("Hash")!, text.ToString(), out whole);
    }

    public static TableEntity OfEntry(Entry entry, string hash) =>
        new(entry.Village, EntryKey(entry.Number)) { { "Canonical", Encoding.UTF8.GetString(EntryForm.Utf8(entry)) }, { "Hash", hash } };

    public static TableEntity OfKey(Entry entry) =>
        new(entry.Village, KeyPrefix + entry.Posting.Key) { { "Number", entry.Number }, { "Content", entry.Posting.Content }, { "Date", entry.Posting.Date.ToString("yyyy-MM-dd") } };

    public static KnownPosting ReadKnown(TableEntity row) =>
        new(row.GetInt64("Number")!.Value, row.GetString("Content")!, DateOnly.ParseExact(row.GetString("Date")!, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <exception cref="InvalidDataException">The row is not as it was written.</exception>
    public static Entry ReadEntry(TableEntity row) =>
        EntryForm.Read(Encoding.UTF8.GetBytes(row.GetString("Canonical") ?? "")) ?? throw new InvalidDataException("A ledger row is damaged: see the ledger's verify call.");

    /// <summary>The batch that appends entries: head, entries and keys, all or nothing.</summary>
    public static IEnumerable<TableTransactionAction> Append(Books after, ETag head, IReadOnlyList<Entry> entries) =>
    [
        head == default
            ? new(TableTransactionActionType.Add, OfBooks(after))
            : new(TableTransactionActionType.UpdateReplace, OfBooks(after), head),
        .. entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, OfEntry(entry, entry.Hash))),
        .. entries.Select(entry => new TableTransactionAction(TableTransactionActionType.Add, OfKey(entry))),
    ];
}
