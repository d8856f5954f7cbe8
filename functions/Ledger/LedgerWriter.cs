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

    /// <param name="together">All of them or none, in one batch; else each on its own merits.</param>
    public async Task<IReadOnlyList<Posted>> PostAsync(IReadOnlyList<Posting> postings, bool together, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (together && (postings.Count > MostInBatch || postings.DistinctBy(posting => posting.Key).Count() < postings.Count))
            throw new ArgumentException($"At most {MostInBatch} postings go together, each with a key of its own.", nameof(postings));
        List<Waiting> mine = postings.Count == 0 ? [] : together ? [new Waiting(postings)] : [.. postings.Select(posting => new Waiting([posting]))];
        lock (_lock)
        {
            mine.ForEach(_waiting.Enqueue);
            if (!_writing && mine.Count > 0)
                _ = Task.Run(WriteAllAsync, CancellationToken.None);
            _writing |= mine.Count > 0;
        }

        // Once in the queue a posting is carried out, whether or not anybody still waits for it.
        var posted = await Task.WhenAll(mine.Select(one => one.Done)).WaitAsync(stop);
        return [.. posted.SelectMany(one => one)];
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
            var (batch, keys) = (new List<Waiting>(), new HashSet<string>(StringComparer.Ordinal));
            // Two postings of one key never share a batch: the second must find what the first did.
            while (_waiting.TryPeek(out var next) && keys.Count + next.Postings.Count <= MostInBatch && !next.Postings.Any(posting => keys.Contains(posting.Key)))
            {
                keys.UnionWith(next.Postings.Select(posting => posting.Key));
                batch.Add(_waiting.Dequeue());
            }

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
            var (books, head) = await LedgerHead.ReadAsync(table, village, CancellationToken.None);
            // A second try may meet its own first, whose answer was lost.
            if (tried > 0)
                await FindEarlierAsync(batch, CancellationToken.None);
            var (entries, after) = await DecideAsync(batch, books, terms);
            if (entries.Count == 0)
                return;
            try
            {
                await table.SubmitTransactionAsync(LedgerRows.Append(after, head, entries), CancellationToken.None);
                batch.ForEach(one => one.Finish());
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

    /// <summary>The entries that the waiting postings make.</summary>
    async Task<(List<Entry> Entries, Books After)> DecideAsync(List<Waiting> batch, Books books, LedgerTerms terms)
    {
        var entries = new List<Entry>();
        foreach (var one in batch.Where(one => !one.Done.IsCompleted))
        {
            var (made, after) = await DecideAsync(one, books, terms);
            // Where one of those that go together is refused, the books stay as they were before the first of them.
            if (one.Posted.Any(posted => posted?.Refusal is not null))
            {
                for (var i = 0; i < one.Postings.Count; i++)
                    one.Posted[i] = one.Posted[i]!.Refusal is null ? await EarlierAsync(one.Postings[i], CancellationToken.None) ?? one.Posted[i] : one.Posted[i];
                one.Finish();
                continue;
            }

            entries.AddRange(made);
            books = after;
            if (made.Count == 0)
                one.Finish();
        }

        return (entries, books);
    }

    /// <summary>What comes of one of the waiting. What the books refuse may have been made before; then its entry counts.</summary>
    async Task<(List<Entry> Entries, Books After)> DecideAsync(Waiting one, Books books, LedgerTerms terms)
    {
        var entries = new List<Entry>();
        for (var i = 0; i < one.Postings.Count; i++)
        {
            var posting = one.Postings[i];
            if (one.Posted[i] is { } known && (known.Before || known.Refusal is not null))
                continue;
            try
            {
                if (posting.Kind == PostingKind.Reversal)
                    await CheckReversalAsync(posting);
                (var entry, books) = books.Append(posting, codes.ProofOf(village, posting.Key), clock.GetUtcNow(), terms);
                entries.Add(entry);
                one.Posted[i] = Posted.New(entry);
            }
            catch (LedgerRefusedException refused)
            {
                one.Posted[i] = await EarlierAsync(posting, CancellationToken.None) ?? Posted.Refused(refused.Code, refused.Detail);
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
        var open = batch.Where(one => !one.Done.IsCompleted).SelectMany(one => one.Postings.Select((posting, i) => (One: one, At: i, Posting: posting))).ToList();
        var earlier = await Task.WhenAll(open.Select(each => EarlierAsync(each.Posting, stop)));
        foreach (var ((one, at, _), posted) in open.Zip(earlier))
            one.Posted[at] = posted;
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

    /// <summary>Postings on their way into the ledger that stand or fall together; mostly one.</summary>
    sealed class Waiting(IReadOnlyList<Posting> postings)
    {
        readonly TaskCompletionSource<IReadOnlyList<Posted>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<Posting> Postings { get; } = postings;

        /// <summary>What became of each as far as it is known; what is new counts once it is written.</summary>
        public Posted?[] Posted { get; } = new Posted?[postings.Count];

        public Task<IReadOnlyList<Posted>> Done => _done.Task;

        /// <summary>Where one was refused, the new ones were kept out with it.</summary>
        public void Finish()
        {
            var refused = Posted.Any(posted => posted!.Refusal is not null);
            _done.TrySetResult([.. Posted.Select(posted => refused && posted is { Entry: not null, Before: false } ? Ledger.Posted.KeptOut : posted!)]);
        }

        public void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
