using System.Text;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>Walks a stored ledger and says where it is not as it was written (账本校验): entries, their hashes, keys and the head.</summary>
internal sealed class LedgerAudit(LedgerStore store)
{
    public async Task<ChainCheck> VerifyAsync(string village, CancellationToken stop)
    {
        // The head first: what is appended while we read is not yet under it.
        var head = await store.BooksAsync(village, stop);
        var keys = await store.KeyRowsAsync(village, stop);
        var check = ChainCheck.Of(village);
        var faults = new List<ChainFault>();
        await foreach (var row in store.RowsAsync(village, 0, stop))
        {
            if (LedgerRows.NumberOf(row.RowKey) > head.Number)
                break;
            var canonical = Encoding.UTF8.GetBytes(row.GetString("Canonical") ?? "");
            check = check.With(canonical, row.GetString("Hash") ?? "");
            if (EntryForm.Read(canonical) is { } entry && !IsKeyOf(keys, entry))
                faults.Add(new ChainFault(entry.Number, "key-differs", $"第 {entry.Number} 笔的编号登记被改动过或者丢失。"));
        }

        check = check.End(head.Number, head.Hash);
        if (check.Faults.IsEmpty && BooksForm.Write(check.Books) != BooksForm.Write(head))
            faults.Add(new ChainFault(head.Number + 1, "head-differs", "账本末尾的余额和逐笔合计对不上，余额被改动过。"));
        return check.Also(faults);
    }

    static bool IsKeyOf(Dictionary<string, TableEntity> keys, Entry entry) =>
        keys.TryGetValue(entry.Posting.Key, out var key) && key.GetInt64("Number") == entry.Number && key.GetString("Content") == entry.Posting.Content;
}
