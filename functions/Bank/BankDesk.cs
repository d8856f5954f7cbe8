using Shouwang.Functions.Ledger;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Bank;

/// <summary>What became of a statement (导入流水结果).</summary>
internal sealed record StatementResult(int Rows, int New, int Confirmed, IReadOnlyList<SheetFault> Bad);

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
        var open = fresh.Concat(known.Values.Where(row => row.Entry is null).Select(row => (row.Id, Row: row.Row))).Select(one => one.Row with { Identity = one.Id }).ToList();
        var confirmed = 0;
        foreach (var (row, entry) in BankMatch.Sure(open, await UnconfirmedAsync(village, known, stop)))
            confirmed += await store.ConfirmAsync(village, row.Identity, entry.Number, stop) ? 1 : 0;
        return new StatementResult(rows.Count, fresh.Count, confirmed, bad);
    }

    /// <summary>Rows that no entry explains, with the entries they might be; entries that no row confirms; and the latest rows that confirm one.</summary>
    public async Task<(IReadOnlyList<(KeptRow Row, IReadOnlyList<BankEntry> Candidates)> Rows, IReadOnlyList<BankEntry> Entries, IReadOnlyList<KeptRow> Confirmed)> OpenAsync(string village, CancellationToken stop)
    {
        var known = await store.AllAsync(village, stop);
        var entries = await UnconfirmedAsync(village, known, stop);
        return (
            [.. known.Values.Where(row => row.Entry is null).OrderBy(row => row.Row.Date).Select(row => (row, (IReadOnlyList<BankEntry>)[.. BankMatch.Candidates(row.Row.Date, row.Row.Amount, entries).Take(5)]))],
            entries,
            [.. known.Values.Where(row => row.Entry is not null).OrderByDescending(row => row.Row.Date).ThenByDescending(row => row.Entry).Take(MostConfirmed)]);
    }

    async Task<IReadOnlyList<BankEntry>> UnconfirmedAsync(string village, Dictionary<string, KeptRow> known, CancellationToken stop)
    {
        var confirmed = known.Values.Where(row => row.Entry is not null).Select(row => row.Entry!.Value).ToHashSet();
        var entries = new List<BankEntry>();
        await foreach (var entry in ledger.EntriesAsync(village, 0, int.MaxValue, stop))
        {
            if (BankEntry.Of(entry) is { } moved && !confirmed.Contains(moved.Number))
                entries.Add(moved);
        }

        return entries;
    }
}
