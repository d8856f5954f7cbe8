using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Browser.Tests;

/// <summary>A village with a year of money in its ledger.</summary>
sealed record BoardVillage(string Code, Entry Payment, string ReceiptCode)
{
    static readonly (string Entry, bool Serious, string Person, int Yuan)[] s_aids =
    [
        ("K35", false, "周**", 1_200), ("K80", false, "王*", 1_500), ("K40", false, "欧阳*", 900), ("I21", true, "赵**", 9_000), ("I63", true, "孙**", 5_000), ("I64", true, "李*", 5_000), ("J18", false, "钱**", 900),
    ];

    public static async Task<BoardVillage> NewAsync(TestSystem system)
    {
        var code = await system.NewVillageAsync();
        var (ledger, receipts) = (system.Services.GetRequiredService<LedgerStore>(), system.Services.GetRequiredService<ReceiptCodes>());
        var fee = LedgerTerms.Usual.Fee;
        Entry? payment = null;
        var year = TestSystem.Day.Year;
        await ledger.PostAsync(code, ContributionPostings.Opening(new Fen(1_204_550), new DateOnly(year, 1, 1)), default);
        await ledger.PostAsync(code, ContributionPostings.Collective("c-1", year, Fen.FromYuan(131_600), new DateOnly(year, 1, 5), "守望村集体"), default);
        await ledger.PostAsync(code, ContributionPostings.Gift("g-1", "serious", Fen.FromYuan(10_000), new DateOnly(year, 1, 6), "示例镇商会", null), default);
        await ledger.PostAsync(code, ContributionPostings.Member("m-1", year, 1, "周**", Fen.FromYuan(100), new DateOnly(year, 1, 7), null), default);
        foreach (var (at, aid) in s_aids.Index())
        {
            var owed = new AidCase($"{at:x32}", 1, DiseaseGroup.Of(aid.Entry, aid.Serious), aid.Person, "2026-1");
            var day = new DateOnly(year, 1, 10).AddDays(at * 20);
            await ledger.PostAsync(code, AidPostings.Approved(owed, Fen.FromYuan(aid.Yuan), day), default);
            if (at < s_aids.Length - 1)
                payment = await ledger.PostAsync(code, AidPostings.Paid(owed, Fen.FromYuan(aid.Yuan), day, fee), default);
        }

        return new(code, payment!, receipts.CodeOf(code, payment!.Posting.Key));
    }
}
