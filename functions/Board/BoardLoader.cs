using System.Collections.Concurrent;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Board;

/// <summary>Loads what boards are made from. A view is kept in memory and extended by the entries that came since, so that a call for a board reads one row when nothing happened; every entry is verified as it is read.</summary>
internal sealed class BoardLoader(LedgerStore ledger)
{
    readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <exception cref="ProblemException">The ledger is damaged: nothing of it is shown until somebody has looked.</exception>
    public async Task<BoardView> LoadAsync(string village, CancellationToken stop)
    {
        var kept = _kept.GetOrAdd(village, code => new Kept(BoardView.Of(code)));
        await kept.Turn.WaitAsync(stop);
        try
        {
            var (number, hash) = await ledger.HeadAsync(village, stop);
            if (kept.View.Entries > number || (kept.View.Entries == number && kept.View.Figures.Books.Hash != hash))
                kept.View = BoardView.Of(village);
            if (kept.View.Entries < number)
                kept.View = await ExtendedAsync(kept.View, number, hash, stop);
            return kept.View;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    async Task<BoardView> ExtendedAsync(BoardView view, long number, string hash, CancellationToken stop)
    {
        var figures = view.Figures;
        var leaves = view.Leaves.ToBuilder();
        await foreach (var row in ledger.RowsAsync(view.Village, view.Entries, stop))
        {
            if (LedgerRows.NumberOf(row.RowKey) > number)
                break;
            var canonical = Encoding.UTF8.GetBytes(row.GetString("Canonical") ?? "");
            var entry = EntryForm.Read(canonical);
            if (entry is null || entry.Number != leaves.Count + 1 || entry.Previous != figures.Books.Hash)
                throw Damaged();
            figures = figures.With(entry);
            leaves.Add(MerkleTree.Leaf(canonical));
        }

        return leaves.Count == number && figures.Books.Hash == hash ? new BoardView(view.Village, figures, leaves.ToImmutable()) : throw Damaged();
    }

    static ProblemException Damaged() =>
        new(new Problem(StatusCodes.Status500InternalServerError, "ledger-damaged", "账本校验没有通过，暂时不能公示。请联系县管理员逐笔校验账本。"));

    sealed class Kept(BoardView view)
    {
        // Lives as long as the process.
#pragma warning disable CA2213, CA1001
        public SemaphoreSlim Turn { get; } = new(1, 1);
#pragma warning restore CA2213, CA1001

        public BoardView View { get; set; } = view;
    }
}
