using Azure;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>Writes one village's ledger. What arrives while a batch is under way is taken together into the next, so that many at once do not stand in each other's way; other instances are kept apart by the head's ETag.</summary>
internal sealed class LedgerWriter(TableClient table, string village, ReceiptCodes codes, ILedgerTerms terms, TimeProvider clock)
{
    // A batch holds 100 rows: the head, and for each posting its entry and its key.
    const int MostInBatch = 49;
    const int MostTries = 60;

    readonly Queue<Waiting> _waiting = new();
    readonly Lock _lock = new();
    bool _writing;

    public async Task<IReadOnlyList<Posted>> PostAsync(IReadOnlyList<Posting> postings, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var mine = postings.Select(posting => new Waiting(posting)).ToList();
        lock (_lock)
        {
            mine.ForEach(_waiting.Enqueue);
            if (!_writing && mine.Count > 0)
                _ = Task.Run(WriteAllAsync, CancellationToken.None);
            _writing |= mine.Count > 0;
        }

        // Once in the queue a posting is carried out, whether or not anybody still waits for it.
        return await Task.WhenAll(mine.Select(one => one.Done)).WaitAsync(stop);
    }

    async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } batch)
            await WriteAsync(batch);
    }

    /// <summary>The next postings to be written together; none ends the writing.</summary>
    List<Waiting> Next()
    {
        lock (_lock)
        {
            var batch = new List<Waiting>();
            // Two postings of one key never share a batch: the second must find what the first did.
            while (batch.Count < MostInBatch && _waiting.TryPeek(out var next) && !batch.Exists(one => one.Posting.Key == next.Posting.Key))
                batch.Add(_waiting.Dequeue());
            _writing = batch.Count > 0;
            return batch;
        }
    }

    async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            await AppendAsync(batch, await terms.OfAsync(village, CancellationToken.None));
        }
        catch (Exception failure)
        {
            foreach (var one in batch)
                one.Fail(failure);
        }
    }

    async Task AppendAsync(List<Waiting> batch, LedgerTerms terms)
    {
        for (var tried = 0; tried < MostTries; tried++)
        {
            var head = await table.GetEntityIfExistsAsync(village, LedgerRows.Head, CancellationToken.None);
            var books = head.HasValue ? LedgerRows.ReadBooks(head.Value!) : Books.Empty(village);
            // A second try may meet its own first, whose answer was lost.
            if (tried > 0)
                await FindEarlierAsync(batch, CancellationToken.None);
            var (entries, after) = await DecideAsync(batch, books, terms);
            if (entries.Count == 0)
                return;
            try
            {
                await table.SubmitTransactionAsync(LedgerRows.Append(after, head.HasValue ? head.Value!.ETag : default, [.. entries.Select(made => made.Entry)]), CancellationToken.None);
                foreach (var (one, entry) in entries)
                    one.Finish(Posted.New(entry));
                return;
            }
            catch (RequestFailedException raced) when (raced.Status is 409 or 412)
            {
                if (tried > 0)
                    await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, Math.Min(20 * (tried + 1), 400))), clock);
            }
        }

        throw new TimeoutException("The ledger's head was written by others every time.");
    }

    /// <summary>The entries that the waiting postings make. One that the books refuse may have been made before; then its entry counts.</summary>
    async Task<(List<(Waiting One, Entry Entry)> Entries, Books After)> DecideAsync(List<Waiting> batch, Books books, LedgerTerms terms)
    {
        var entries = new List<(Waiting, Entry)>();
        foreach (var one in batch.Where(one => !one.Done.IsCompleted))
        {
            try
            {
                if (one.Posting.Kind == PostingKind.Reversal)
                    await CheckReversalAsync(one.Posting);
                (var entry, books) = books.Append(one.Posting, codes.ProofOf(village, one.Posting.Key), clock.GetUtcNow(), terms);
                entries.Add((one, entry));
            }
            catch (LedgerRefusedException refused)
            {
                one.Finish(await EarlierAsync(one.Posting, CancellationToken.None) ?? Posted.Refused(refused.Code, refused.Detail));
            }
        }

        return (entries, books);
    }

    async Task CheckReversalAsync(Posting reversal)
    {
        var key = await table.GetEntityIfExistsAsync(village, LedgerRows.KeyPrefix + reversal.About.Reverses, CancellationToken.None);
        if (!key.HasValue)
            throw new LedgerRefusedException("reversal-unknown", "没有要冲销的那笔账。请核对编号。");
        var original = LedgerRows.ReadEntry(await table.GetEntityAsync(village, LedgerRows.EntryKey(key.Value!.GetInt64("Number")!.Value), CancellationToken.None)).Posting;
        if (Reversal.Of(original, reversal.Date, reversal.About.Note ?? "").Content != reversal.Content)
            throw new LedgerRefusedException("reversal-differs", "冲销的金额和原来那笔账不一样。请重新冲销。");
    }

    async Task FindEarlierAsync(List<Waiting> batch, CancellationToken stop)
    {
        var open = batch.Where(one => !one.Done.IsCompleted).ToList();
        var earlier = await Task.WhenAll(open.Select(one => EarlierAsync(one.Posting, stop)));
        for (var i = 0; i < open.Count; i++)
        {
            if (earlier[i] is { } posted)
                open[i].Finish(posted);
        }
    }

    /// <summary>What the posting's key made before: the same posting's entry, or the refusal of another one; null where the key is new.</summary>
    async Task<Posted?> EarlierAsync(Posting posting, CancellationToken stop)
    {
        var key = await table.GetEntityIfExistsAsync(village, LedgerRows.KeyPrefix + posting.Key, stop);
        if (!key.HasValue)
            return null;
        if (key.Value!.GetString("Content") != posting.Content)
            return Posted.Refused("posted-otherwise", "这笔账已经记过，但内容和这次的不一样。请先查看已记的那一笔，确实记错了再冲销。");
        return Posted.Again(LedgerRows.ReadEntry(await table.GetEntityAsync(village, LedgerRows.EntryKey(key.Value.GetInt64("Number")!.Value), stop)));
    }

    /// <summary>A posting on its way into the ledger.</summary>
    sealed class Waiting(Posting posting)
    {
        readonly TaskCompletionSource<Posted> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Posting Posting { get; } = posting;

        public Task<Posted> Done => _done.Task;

        public void Finish(Posted posted) => _done.TrySetResult(posted);

        public void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
