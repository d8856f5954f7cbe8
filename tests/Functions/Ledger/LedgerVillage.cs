using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Ledger;

/// <summary>A village of its own with its ledger in the emulator, for one test.</summary>
sealed class LedgerVillage(TableClient table)
{
    public static readonly DateOnly Day = new(2026, 3, 1);

    public TableClient Table { get; } = table;

    public string Code { get; } = $"{Random.Shared.NextInt64(100_000_000_000, 999_999_999_999)}";

    /// <summary>A store as another instance of the app has it.</summary>
    public LedgerStore Instance(TableClient? table = null) => new(table ?? Table, new ReceiptCodes(new Keys(new byte[32])), new Terms(), TimeProvider.System);

    public static async Task<LedgerVillage> WithAsync(Azurite azurite, Fen money)
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(LedgerStore.Table);
        await table.CreateIfNotExistsAsync();
        var village = new LedgerVillage(table);
        if (money > Fen.Zero)
            await village.Instance().PostAsync(village.Code, ContributionPostings.Opening(money, Day), default);
        return village;
    }

    sealed class Terms : ILedgerTerms
    {
        public ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop) => ValueTask.FromResult(LedgerTerms.Usual);
    }

    /// <summary>The n-th claim of the village.</summary>
    public static AidCase Claim(int n) => new($"{n:x32}", 1, DiseaseGroup.Of(n % 2 == 0 ? "K35" : "C34", n % 2 != 0), "周**", "2026-1");

    public static async Task<List<Entry>> EntriesAsync(LedgerStore store, string village)
    {
        var entries = new List<Entry>();
        await foreach (var entry in store.EntriesAsync(village, 0, int.MaxValue, default))
            entries.Add(entry);
        return entries;
    }
}
