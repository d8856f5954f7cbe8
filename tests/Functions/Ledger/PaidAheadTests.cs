using Shouwang.Functions.Fund;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Ledger;

/// <summary>Money for a later year, in the stored ledger and in the fund's figures.</summary>
public sealed class PaidAheadTests(Azurite azurite)
{
    static readonly DateOnly s_december = new(2026, 12, 20);

    [Fact]
    public async Task A_head_written_before_money_was_kept_apart_by_year_is_completed_from_the_entries()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(500));
        await village.Instance().PostAsync(village.Code, ContributionPostings.Member("m-1", 2027, 1, "周**", Fen.FromYuan(120), s_december, null), default);
        var head = (await village.Table.GetEntityAsync(village.Code, LedgerRows.Head)).Value;
        var text = head.GetString("Books0")!;
        head["Books0"] = text.Replace(""","ahead":[[2027,12000]]""", "", StringComparison.Ordinal);
        head["Books0"].ShouldNotBe(text);
        await village.Table.UpsertEntityAsync(head, TableUpdateMode.Replace, default);

        var store = village.Instance();
        (await store.BooksAsync(village.Code, default)).Ahead.Beyond(2026).ShouldBe(Fen.FromYuan(120));
        (await new LedgerAudit(store).VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();
        (await Should.ThrowAsync<Shouwang.Functions.Http.ProblemException>(() => store.PostAsync(village.Code, AidPostings.Approved(LedgerVillage.Claim(2), Fen.FromYuan(550), s_december), default))).Problem.Code.ShouldBe("funds-short");
        await store.PostAsync(village.Code, AidPostings.Approved(LedgerVillage.Claim(2), Fen.FromYuan(550), new DateOnly(2027, 1, 1)), default);
        LedgerRows.ReadBooks((await village.Table.GetEntityAsync(village.Code, LedgerRows.Head)).Value, out var whole).Ahead.Beyond(2026).ShouldBe(Fen.FromYuan(120));
        whole.ShouldBeTrue();
    }

    [Fact]
    public async Task The_fund_counts_what_was_paid_for_a_year_from_the_first_of_that_year()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(500));
        var store = village.Instance();
        await store.PostAsync(village.Code, ContributionPostings.Member("m-1", 2027, 1, "周**", Fen.FromYuan(120), s_december, null), default);
        await store.PostAsync(village.Code, ContributionPostings.Member("m-2", 2026, 1, "周**", Fen.FromYuan(100), s_december, null), default);
        var (carried, moved) = await new LedgerMovements(store).OfAsync(village.Code, new DateOnly(2026, 1, 1), default);
        carried.ShouldBe(Fen.Zero);
        moved.Where(one => one.Date <= new DateOnly(2026, 12, 31)).Aggregate(Fen.Zero, (sum, one) => sum + one.In).ShouldBe(Fen.FromYuan(600));
        (carried, moved) = await new LedgerMovements(store).OfAsync(village.Code, new DateOnly(2027, 1, 1), default);
        (carried, moved.Single().In).ShouldBe((Fen.FromYuan(600), Fen.FromYuan(120)));
    }
}
