using Azure.Core;
using Shouwang.Functions.Contributions;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Tests.Contributions;

/// <summary>Storage goes away in the middle.</summary>
public sealed class CutOffTests(Azurite azurite)
{
    const int InBatch = 49;
    static readonly Keys s_keys = new(new byte[32]);
    static readonly DateOnly s_today = new(2026, 3, 31);

    [Theory]
    [InlineData(false, 2 * InBatch)]
    [InlineData(true, 3 * InBatch)]
    public async Task An_import_cut_off_between_two_batches_and_sent_again_loses_nothing_and_enters_nothing_twice(bool arrives, int entered)
    {
        const int rows = 300, good = 270;
        var village = await LedgerVillage.WithAsync(azurite, Fen.Zero);
        var members = new TableServiceClient(azurite.ConnectionString).GetTableClient(VillageStore.Table);
        await members.CreateIfNotExistsAsync();
        await Villagers.WriteAsync(members, s_keys, village.Code, rows);
        // The list gives no day: the first import's stands, also for what is sent again after midnight.
        var list = Csv.Rows(Villagers.List(rows, day: ""));

        await Should.ThrowAsync<IOException>(() => Desk(village, new FailsFrom(3, arrives)).ImportAsync(village.Code, list, 2026, s_today, "w1", default));
        (await village.Instance().BooksAsync(village.Code, default)).Number.ShouldBe(entered);
        var again = await Desk(village).ImportAsync(village.Code, list, 2026, s_today.AddDays(1), "w2", default);
        var third = await Desk(village).ImportAsync(village.Code, list, 2026, s_today.AddDays(2), "w1", default);

        (again.Rows, again.Before, again.Entered, again.Bad.Count).ShouldBe((rows, entered, good - entered, rows - good));
        (third.Before, third.Entered, third.Bad.Count).ShouldBe((good, 0, rows - good));
        var entries = await LedgerVillage.EntriesAsync(village.Instance(), village.Code);
        entries.Select(entry => entry.Posting.Key).Distinct().Count().ShouldBe(good);
        entries.Count(entry => entry.Posting.Date == s_today).ShouldBe(entered);
        (await village.Instance().BooksAsync(village.Code, default)).Money.ShouldBe(Fen.FromYuan(good * 120));
        (await new LedgerAudit(village.Instance()).VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_household_cut_off_is_entered_whole_when_it_is_sent_again(bool arrives)
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.Zero);
        var household = Enumerable.Range(1, 5).Select(n => new Contribution(new Member($"{n:x32}", $"村民{n}", "0000", s_today, null), 2026, Fen.FromYuan(120), s_today, null, Account.Bank)).ToList();

        await Should.ThrowAsync<IOException>(() => Desk(village, new FailsFrom(1, arrives)).TakeAsync(village.Code, household, "w1", default));
        (await village.Instance().BooksAsync(village.Code, default)).Number.ShouldBe(arrives ? 5 : 0);
        var receipts = await Desk(village).TakeAsync(village.Code, household, "w1", default);

        receipts.Select(receipt => (receipt.Entry.Number, receipt.Before)).ShouldBe(Enumerable.Range(1, 5).Select(n => ((long)n, arrives)));
        (await village.Instance().BooksAsync(village.Code, default)).Money.ShouldBe(Fen.FromYuan(600));
    }

    ContributionDesk Desk(LedgerVillage village, FailsFrom? fault = null)
    {
        var options = new TableClientOptions();
        if (fault is not null)
            options.AddPolicy(fault, HttpPipelinePosition.PerCall);
        var tables = new TableServiceClient(azurite.ConnectionString, options);
        return new ContributionDesk(village.Instance(tables.GetTableClient(LedgerStore.Table)), new MemberStore(tables.GetTableClient(VillageStore.Table)), s_keys, new ReceiptCodes(s_keys));
    }
}
