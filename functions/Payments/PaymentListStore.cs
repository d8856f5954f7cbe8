using System.Text.Json;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Payments;

/// <summary>Payment lists, beside the claims they hold, so that a list and what it does to its claims are written together.</summary>
internal sealed class PaymentListStore(TableClient table)
{
    const string Prefix = "~list|";

    /// <summary>The village's lists, the latest first.</summary>
    public async Task<IReadOnlyList<PaymentList>> AllAsync(string village, CancellationToken stop)
    {
        var lists = new List<PaymentList>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, Prefix), cancellationToken: stop))
            lists.Add(Read(row));
        lists.Reverse();
        return lists;
    }

    public async Task<PaymentList?> FindAsync(string village, string number, CancellationToken stop) =>
        PaymentList.RowOf(number) is { } key && await table.GetEntityIfExistsAsync(village, Prefix + key, stop) is { HasValue: true } row ? Read(row.Value!) : null;

    /// <summary>To be written with its claims; fails where a list of that number is there.</summary>
    public static TableTransactionAction Added(PaymentList list) => new(TableTransactionActionType.Add, new TableEntity(list.Village, Prefix + PaymentList.RowOf(list.Number))
    {
        { "Json", JsonSerializer.Serialize(list, PaymentJson.Default.PaymentList) },
    });

    static PaymentList Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Json")!, PaymentJson.Default.PaymentList)!;
}
