using System.Text;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Ledger;

public sealed class TamperedTests(Azurite azurite)
{
    [Fact]
    public async Task Whatever_is_changed_in_the_table_is_found_where_it_is()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(10_000));
        var store = village.Instance();
        for (var n = 1; n <= 6; n++)
            await store.PostAsync(village.Code, AidPostings.Approved(LedgerVillage.Claim(n), Fen.FromYuan(100), LedgerVillage.Day), default);
        var audit = new LedgerAudit(store);
        (await audit.VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();

        await FoundAsync(LedgerRows.EntryKey(3), "Canonical", text => text.Replace("100.00", "900.00", StringComparison.Ordinal), (3, "content-changed"));
        await FoundAsync(LedgerRows.EntryKey(4), "Hash", hash => Flip(hash), (4, "hash-changed"));
        await FoundAsync(LedgerRows.EntryKey(5), "Canonical", text => text + " ", (5, "unreadable"));
        await FoundAsync(LedgerRows.EntryKey(7), "Canonical", text => text.Replace("周", "王", StringComparison.Ordinal), (7, "content-changed"));
        await FoundAsync(LedgerRows.Head, "Hash", Flip, (8, "head-differs"));
        await FoundAsync(LedgerRows.Head, "Books0", text => text.Replace("1000000", "9000000", StringComparison.Ordinal), (8, "head-differs"));
        await FoundAsync($"{LedgerRows.KeyPrefix}aid|{LedgerVillage.Claim(2).Claim}|1", "Content", Flip, (3, "key-differs"));

        async Task FoundAsync(string row, string property, Func<string, string> change, (long, string) expected)
        {
            var before = (await village.Table.GetEntityAsync(village.Code, row)).Value;
            var (was, changed) = (before.GetString(property)!, change(before.GetString(property)!));
            changed.ShouldNotBe(was);
            before[property] = changed;
            await village.Table.UpsertEntityAsync(before, TableUpdateMode.Replace);
            (await audit.VerifyAsync(village.Code, default)).Faults.Select(fault => (fault.Number, fault.Code)).ShouldContain(expected, $"{row} {property}");
            before[property] = was;
            await village.Table.UpsertEntityAsync(before, TableUpdateMode.Replace);
            (await audit.VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();
        }

        static string Flip(string hash) => (hash[0] == '0' ? '1' : '0') + hash[1..];
    }

    [Fact]
    public async Task A_removed_entry_is_missed_and_a_posting_whose_answer_was_lost_is_found_again()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(10_000));
        var gift = ContributionPostings.Gift("g-1", "", Fen.FromYuan(5), LedgerVillage.Day, "热心村民", null);
        var lost = await village.Instance().PostAsync(village.Code, gift, default);
        (await village.Instance().PostAsync(village.Code, gift, default)).Hash.ShouldBe(lost.Hash);
        await village.Instance().PostAsync(village.Code, ContributionPostings.Gift("g-2", "", Fen.FromYuan(5), LedgerVillage.Day, "热心村民", null), default);

        await village.Table.DeleteEntityAsync(village.Code, LedgerRows.EntryKey(2));

        var faults = (await new LedgerAudit(village.Instance()).VerifyAsync(village.Code, default)).Faults;
        faults.Select(fault => (fault.Number, fault.Code)).ShouldContain((2L, "not-linked"));
    }

    [Fact]
    public async Task A_year_is_closed_once_and_takes_no_more_postings()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(10_000));
        var store = village.Instance();
        await store.PostAsync(village.Code, ContributionPostings.Gift("g-1", "serious", Fen.FromYuan(500), LedgerVillage.Day, "热心村民", null), default);
        await store.PostAsync(village.Code, AidPostings.Approved(LedgerVillage.Claim(1), Fen.FromYuan(100), LedgerVillage.Day), default);
        var close = YearEnd.Close(await store.BooksAsync(village.Code, default), 2026);

        var both = await Task.WhenAll(village.Instance().PostManyAsync(village.Code, [close], default), village.Instance().PostManyAsync(village.Code, [close], default));
        var late = (await store.PostManyAsync(village.Code, [AidPostings.Approved(LedgerVillage.Claim(2), Fen.FromYuan(100), LedgerVillage.Day)], default))[0];
        var paid = await store.PostAsync(village.Code, AidPostings.Paid(LedgerVillage.Claim(1), Fen.FromYuan(100), LedgerVillage.Day.AddYears(1), FeeTerms.Usual), default);

        both.Select(posted => posted[0].Entry!.Hash).Distinct().Count().ShouldBe(1);
        late.Refusal!.Code.ShouldBe("year-closed");
        paid.Number.ShouldBe(5);
        (await store.BooksAsync(village.Code, default)).Balances.Natural(Account.Surplus).ShouldBe(Fen.FromYuan(10_400));
    }
}
