using Shouwang.Functions.Contributions;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Contributions;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Bench.Ledger;

/// <summary>A village of its own in the emulator, with the desk that takes its contributions.</summary>
internal sealed class BenchVillage(TableServiceClient tables, string code)
{
    private static readonly Keys Secret = new(new byte[32]);

    public string Code { get; } = code;

    public LedgerStore Store { get; } = new(tables.GetTableClient(LedgerStore.Table), new ReceiptCodes(Secret), new Terms(), TimeProvider.System);

    public ContributionDesk Desk => new(Store, new MemberStore(tables.GetTableClient(VillageStore.Table)), Secret, new ReceiptCodes(Secret));

    public Task WriteMembersAsync(int count) => Villagers.WriteAsync(tables.GetTableClient(VillageStore.Table), Secret, Code, count);

    /// <summary>The n-th contribution.</summary>
    public static Posting Contribution(int n) => ContributionPostings.Member($"{n:x32}", 2026, 1, "周**", Fen.FromYuan(120), new DateOnly(2026, 3, 1), null);

    private sealed class Terms : ILedgerTerms
    {
        public ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop) => ValueTask.FromResult(LedgerTerms.Usual);
    }
}
