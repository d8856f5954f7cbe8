using Shouwang.Functions.Ledger;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Bank;

/// <summary>What became of a statement (导入流水结果).</summary>
internal sealed record StatementResult(int Rows, int New, int Confirmed, IReadOnlyList<SheetFault> Bad);

/// <summary>A row that no entry explains yet (还没对上的流水).</summary>
/// <param name="Candidates">Entries it might be.</param>
/// <param name="Lists">Payment lists it might be, whole.</param>
internal sealed record OpenRow(KeptRow Row, IReadOnlyList<BankEntry> Candidates, IReadOnlyList<(string List, IReadOnlyList<BankEntry> Entries)> Lists);

/// <summary>Holds bank statements against the ledger (对账). Nothing is ever entered from a statement: it confirms, or a person looks.</summary>
internal sealed class BankDesk(BankStore store, LedgerStore ledger)
{
    /// <summary>A mistake is seen soon or hardly ever.</summary>
    const int MostConfirmed = 100;

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
        var open = fresh.Concat(known.Values.Where(row => row.Entries.Count == 0).Select(row => (row.Id, Row: row.Row))).Select(one => one.Row with { Identity = one.Id }).ToList();
        var confirmed = 0;
        foreach (var (row, entry) in BankMatch.Sure(open, await UnconfirmedAsync(village, known, stop)))
            confirmed += await store.ConfirmAsync(village, row.Identity, [entry.Number], stop) ? 1 : 0;
        return new StatementResult(rows.Count, fresh.Count, confirmed, bad);
    }

    /// <summary>Rows that no entry explains, with the entries and payment lists they might be; entries that no row confirms; and the latest rows that confirm one.</summary>
    public async Task<(IReadOnlyList<OpenRow> Rows, IReadOnlyList<BankEntry> Entries, IReadOnlyList<KeptRow> Confirmed)> OpenAsync(string village, CancellationToken stop)
    {
        var known = await store.AllAsync(village, stop);
        var entries = await UnconfirmedAsync(village, known, stop);
        return (
            [.. known.Values.Where(row => row.Entries.Count == 0).OrderBy(row => row.Row.Date).Select(row => new OpenRow(row, [.. BankMatch.Candidates(row.Row.Date, row.Row.Amount, entries).Take(5)], [.. BankMatch.Lists(row.Row.Date, row.Row.Amount, entries)]))],
            entries,
            [.. known.Values.Where(row => row.Entries.Count > 0).OrderByDescending(row => row.Row.Date).ThenByDescending(row => row.Entries[0]).Take(MostConfirmed)]);
    }

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
