using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Shouwang.Functions.Http;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>The villages' ledgers (账本): appended to exactly once by key, read in order, never changed.</summary>
internal sealed class LedgerStore(TableClient table, ReceiptCodes codes, ILedgerTerms terms, TimeProvider clock)
{
    public const string Table = "Ledger";

    readonly ConcurrentDictionary<string, LedgerWriter> _writers = new(StringComparer.Ordinal);

    /// <summary>Appends a posting, or finds the entry it made before.</summary>
    /// <exception cref="ProblemException">Refused: another posting has this key, there is not enough money, the year is closed …</exception>
    public async Task<Entry> PostAsync(string village, Posting posting, CancellationToken stop)
    {
        var posted = (await PostManyAsync(village, [posting], stop))[0];
        return posted.Entry ?? throw new ProblemException(posted.Refusal!);
    }

    /// <summary>Appends postings in their order, each on its own merits: one that is refused keeps none of the others out.</summary>
    public Task<IReadOnlyList<Posted>> PostManyAsync(string village, IReadOnlyList<Posting> postings, CancellationToken stop) =>
        Writer(village).PostAsync(postings, together: false, stop);

    /// <summary>Appends postings in one batch, all or none: where one is refused, the others are <see cref="Posted.KeptOut"/>. What was made before counts as made.</summary>
    public Task<IReadOnlyList<Posted>> PostTogetherAsync(string village, IReadOnlyList<Posting> postings, CancellationToken stop) =>
        Writer(village).PostAsync(postings, together: true, stop);

    /// <summary>How many entries there are, and the hash of the last.</summary>
    public async Task<(long Number, string Hash)> HeadAsync(string village, CancellationToken stop)
    {
        var books = await BooksAsync(village, stop);
        return (books.Number, books.Hash);
    }

    /// <summary>The books as they stand.</summary>
    public async Task<Books> BooksAsync(string village, CancellationToken stop) => (await LedgerHead.ReadAsync(table, village, stop)).Books;

    /// <summary>The entry that a posting's key made; null where there is none.</summary>
    public async Task<Entry?> FindAsync(string village, string key, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, LedgerRows.KeyPrefix + key, stop);
        return row.HasValue ? await FindAsync(village, row.Value!.GetInt64("Number")!.Value, stop) : null;
    }

    public async Task<Entry?> FindAsync(string village, long number, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, LedgerRows.EntryKey(number), stop);
        return row.HasValue ? LedgerRows.ReadEntry(row.Value!) : null;
    }

    /// <summary>Keys that begin so, with what their postings were.</summary>
    public async Task<Dictionary<string, KnownPosting>> KnownAsync(string village, string prefix, CancellationToken stop)
    {
        var known = new Dictionary<string, KnownPosting>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, LedgerRows.KeyPrefix + prefix), cancellationToken: stop))
            known.Add(row.RowKey[LedgerRows.KeyPrefix.Length..], LedgerRows.ReadKnown(row));
        return known;
    }

    /// <summary>Whether contributions of members are in the books for the year, and none of this one that stands.</summary>
    public async Task<bool> IsUnpaidAsync(string village, string member, int year, CancellationToken stop)
    {
        var own = ContributionPostings.MemberKey(member, year, attempt: 1);
        var (paid, takenBack) = (await KnownAsync(village, own, stop), await KnownAsync(village, Reversal.KeyOf(own), stop));
        if (paid.Keys.Any(key => !takenBack.ContainsKey(Reversal.KeyOf(key))))
            return false;
        await foreach (var _ in table.QueryAsync(TableFilter.RowKeyPrefix(village, $"{LedgerRows.KeyPrefix}contribution|{year}|"), maxPerPage: 1, cancellationToken: stop))
            return true;
        return false;
    }

    /// <summary>The rows that hold keys, by key.</summary>
    public async Task<Dictionary<string, TableEntity>> KeyRowsAsync(string village, CancellationToken stop)
    {
        var keys = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, LedgerRows.KeyPrefix), cancellationToken: stop))
            keys.Add(row.RowKey[LedgerRows.KeyPrefix.Length..], row);
        return keys;
    }

    /// <summary>Entries after a number, in order.</summary>
    public async IAsyncEnumerable<Entry> EntriesAsync(string village, long after, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var row in RowsAsync(village, after, stop, Math.Min(most, 1000)))
        {
            if (most-- == 0)
                yield break;
            yield return LedgerRows.ReadEntry(row);
        }
    }

    /// <summary>Entry rows after a number as they lie there, in order.</summary>
    public IAsyncEnumerable<TableEntity> RowsAsync(string village, long after, CancellationToken stop, int? page = null) =>
        table.QueryAsync(LedgerRows.EntriesAfter(village, after), page, cancellationToken: stop);

    LedgerWriter Writer(string village) => _writers.GetOrAdd(village, code => new LedgerWriter(table, code, codes, terms, clock));
}
