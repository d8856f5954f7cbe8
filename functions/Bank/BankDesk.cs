using Shouwang.Functions.Ledger;
using Shouwang.Functions.Payments;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Bank;

/// <summary>What became of a statement (导入流水结果).</summary>
internal sealed record StatementResult(int Rows, int New, int Confirmed, IReadOnlyList<SheetFault> Bad);

/// <summary>A row that no entry explains yet (还没对上的流水).</summary>
/// <param name="Candidates">Entries it might be.</param>
/// <param name="Lists">Payment lists it might be, whole.</param>
/// <param name="Opposite">Open rows of the same amount the other way round.</param>
internal sealed record OpenRow(KeptRow Row, IReadOnlyList<BankEntry> Candidates, IReadOnlyList<ListMatch> Lists, IReadOnlyList<BankRow> Opposite);

/// <summary>Holds bank statements against the ledger (对账). Nothing is ever entered from a statement: it confirms, or a person looks.</summary>
internal sealed class BankDesk(BankStore store, LedgerStore ledger, PaymentListStore lists)
{
    /// <summary>A mistake is seen soon or hardly ever.</summary>
    const int MostConfirmed = 100;

    const int MostOffered = 5;

    /// <summary>Takes a statement; taken again, it changes nothing.</summary>
    public async Task<StatementResult> ImportAsync(string village, IReadOnlyList<IReadOnlyList<string>> cells, CancellationToken stop)
    {
        var (rows, bad) = (new List<(string Id, BankRow Row)>(), new List<SheetFault>());
        foreach (var (row, fault) in BankStatement.Read(cells))
        {
            if (row is not null)
                rows.Add((store.IdOf(village, row), row));
            else
                bad.Add(fault!);
        }

        var known = await store.AllAsync(village, stop);
        var fresh = rows.Where(row => !known.ContainsKey(row.Id)).ToList();
        await store.AddAsync(village, fresh, stop);
        // Open rows of earlier statements take part: the entry may have come after them.
        var open = fresh.Select(one => one.Row with { Identity = one.Id }).Concat(Open(known)).ToList();
        var confirmed = 0;
        foreach (var (row, entry) in BankMatch.Sure(open, await UnconfirmedAsync(village, known, stop), await HandedAsync(village, stop)))
            confirmed += await store.ConfirmAsync(village, [row.Identity], [entry.Number], stop) ? 1 : 0;
        return new StatementResult(rows.Count, fresh.Count, confirmed, bad);
    }

    /// <summary>Rows that no entry explains, with the entries and payment lists they might be; entries that no row confirms; and the latest rows that confirm one.</summary>
    public async Task<(IReadOnlyList<OpenRow> Rows, IReadOnlyList<BankEntry> Entries, IReadOnlyList<KeptRow> Confirmed)> OpenAsync(string village, CancellationToken stop)
    {
        var known = await store.AllAsync(village, stop);
        var entries = await UnconfirmedAsync(village, known, stop);
        var handed = await HandedAsync(village, stop);
        List<BankRow> open = [.. Open(known)];
        return (
            [.. open.OrderBy(row => row.Date).Select(row => new OpenRow(known[row.Identity], [.. BankMatch.Candidates(row.Date, row.Amount, entries).Take(MostOffered)], [.. BankMatch.Lists(row, open, entries, handed)], [.. BankMatch.Opposite(row, open).Take(MostOffered)]))],
            entries,
            [.. known.Values.Where(row => !row.IsOpen).OrderByDescending(row => row.Row.Date).ThenByDescending(row => row.Entries is [var first, ..] ? first : 0).Take(MostConfirmed)]);
    }

    /// <summary>Open rows, each known by its id.</summary>
    static IEnumerable<BankRow> Open(Dictionary<string, KeptRow> known) => known.Values.Where(row => row.IsOpen).Select(row => row.Row with { Identity = row.Id });

    async Task<Dictionary<string, Fen>> HandedAsync(string village, CancellationToken stop) =>
        (await lists.AllAsync(village, stop)).ToDictionary(list => list.Number, list => list.Total, StringComparer.Ordinal);

    /// <summary>Of a payment list, what no row confirms yet.</summary>
    public async Task<IReadOnlyList<BankEntry>> OfListAsync(string village, string list, CancellationToken stop) =>
        [.. (await UnconfirmedAsync(village, await store.AllAsync(village, stop), stop)).Where(entry => entry.List == list)];

    async Task<IReadOnlyList<BankEntry>> UnconfirmedAsync(string village, Dictionary<string, KeptRow> known, CancellationToken stop)
    {
        var confirmed = known.Values.SelectMany(row => row.Entries).ToHashSet();
        var entries = new List<BankEntry>();
        await foreach (var entry in ledger.EntriesAsync(village, 0, int.MaxValue, stop))
        {
            if (BankEntry.Of(entry) is { } moved && !confirmed.Contains(moved.Number))
                entries.Add(moved);
        }

        return entries;
    }
}
