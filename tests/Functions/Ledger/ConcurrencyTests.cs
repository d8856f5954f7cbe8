using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Tests.Ledger;

public sealed class ConcurrencyTests(Azurite azurite)
{
    static readonly Fen Aid = Fen.Parse("123.45");

    [Fact]
    public async Task Two_hundred_approvals_and_payments_at_once_through_four_instances_each_count_once()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(50_000));
        var instances = Enumerable.Range(0, 4).Select(_ => village.Instance()).ToList();
        Task<Entry> Post(int n, Posting posting) => instances[n % 4].PostAsync(village.Code, posting, default);

        // Every approval and payment twice, at different instances, as a queue that delivers at least once does.
        await Task.WhenAll(Enumerable.Range(1, 200).SelectMany(n => new[] { n, n + 1 }.Select(async at =>
        {
            await Post(at, AidPostings.Approved(LedgerVillage.Claim(n), Aid, LedgerVillage.Day));
            await Post(at + 1, AidPostings.Paid(LedgerVillage.Claim(n), Aid, LedgerVillage.Day, FeeTerms.Usual));
        })));

        var entries = await LedgerVillage.EntriesAsync(instances[0], village.Code);
        entries.Count.ShouldBe(401);
        var books = Books.Empty(village.Code);
        foreach (var entry in entries)
        {
            (entry.Number, entry.Previous).ShouldBe((books.Number + 1, books.Hash));
            books = books.With(entry, entry.Hash);
        }

        books.Balances[Account.Bank].ShouldBe(Fen.Parse("25310.00"));
        books.Balances[Account.Aid].ShouldBe(Fen.Parse("24690.00"));
        books.Balances[Account.AidPayable].ShouldBe(Fen.Zero);
        books.Balances[Account.FeePayable].ShouldBe(-Fen.Parse("494.00"));
        var stored = await instances[0].BooksAsync(village.Code, default);
        (stored.Number, stored.Hash, BooksForm.Write(stored)).ShouldBe((books.Number, books.Hash, BooksForm.Write(books)));
    }

    [Fact]
    public async Task Of_many_approvals_at_once_only_as_many_pass_as_there_is_money_for()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(1_020));
        var store = village.Instance();

        var posted = await store.PostManyAsync(village.Code, [.. Enumerable.Range(1, 30).Select(n => AidPostings.Approved(LedgerVillage.Claim(n), Fen.FromYuan(100), LedgerVillage.Day))], default);

        posted.Count(one => one.Entry is not null).ShouldBe(10);
        posted.Where(one => one.Refusal is not null).ShouldAllBe(one => one.Refusal!.Code == "funds-short");
    }

    [Fact]
    public async Task A_year_closed_by_many_at_once_while_money_still_comes_in_is_closed_once_with_all_of_it()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(1_000));
        var instances = Enumerable.Range(0, 4).Select(_ => village.Instance()).ToList();
        async Task<string> CloseAsync(int n)
        {
            try
            {
                await instances[n % 4].PostAsync(village.Code, YearEnd.Close(await instances[n % 4].BooksAsync(village.Code, default), 2026), default);
                return "closed";
            }
            catch (ProblemException refused)
            {
                return refused.Problem.Code;
            }
            catch (LedgerRefusedException refused)
            {
                return refused.Code;
            }
        }

        async Task<bool> PayInAsync(int n) =>
            (await instances[n % 4].PostManyAsync(village.Code, [ContributionPostings.Member($"{n:x32}", 2026, 1, "周**", Fen.FromYuan(120), new DateOnly(2026, 12, 31), null)], default))[0].Entry is not null;

        await PayInAsync(0);
        var paying = Task.WhenAll(Enumerable.Range(1, 24).Select(PayInAsync));
        var closing = await Task.WhenAll(Enumerable.Range(0, 12).Select(CloseAsync));
        var taken = 1 + (await paying).Count(entered => entered);
        // Money may have come in between everybody's reading and writing: then somebody closes again.
        while (await CloseAsync(0) is not ("year-closed" or "closed" or "posted-otherwise"))
        {
        }

        closing.ShouldAllBe(one => one == "closed" || one == "year-closed" || one == "year-end-outdated" || one == "posted-otherwise");
        var entries = await LedgerVillage.EntriesAsync(instances[0], village.Code);
        var end = entries.Single(entry => entry.Posting.Kind == PostingKind.YearEnd);
        entries.Where(entry => entry.Number > end.Number).ShouldBeEmpty("a closed year takes nothing more");
        var books = await instances[0].BooksAsync(village.Code, default);
        (books.Balances.Natural(Account.Surplus), books.Balances.Natural(Account.Members), books.ClosedThrough).ShouldBe((Fen.FromYuan(1_000 + (taken * 120)), Fen.Zero, 2026));
        entries.Count.ShouldBe(taken + 2);
        (await new LedgerAudit(instances[0]).VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_makes_one_entry_and_other_content_under_it_is_refused()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(1_000));
        var gift = ContributionPostings.Gift("2026-1", "serious", Fen.FromYuan(500), LedgerVillage.Day, "江阴某厂", null);

        var first = await village.Instance().PostAsync(village.Code, gift with { By = "first" }, default);
        var again = await village.Instance().PostAsync(village.Code, gift with { By = "second" }, default);
        var other = await Should.ThrowAsync<ProblemException>(() => village.Instance().PostAsync(village.Code, ContributionPostings.Gift("2026-1", "serious", Fen.FromYuan(501), LedgerVillage.Day, "江阴某厂", null), default));

        again.Hash.ShouldBe(first.Hash);
        other.Problem.Code.ShouldBe("posted-otherwise");
    }

    [Fact]
    public async Task What_goes_together_is_entered_whole_or_not_at_all_also_where_many_households_pay_at_once()
    {
        var village = await LedgerVillage.WithAsync(azurite, Fen.FromYuan(1_000));
        var instances = Enumerable.Range(0, 3).Select(_ => village.Instance()).ToList();
        Posting Gift(int household, int person) => ContributionPostings.Gift($"{household}-{person}", "", Fen.FromYuan(household), LedgerVillage.Day, "热心村民", null);
        // The fourth person of every third household takes more from the bank than is there.
        Posting[] Household(int n) => [Gift(n, 1), Gift(n, 2), Gift(n, 3), n % 3 == 0 ? ContributionPostings.Withdrawal($"{n}", Fen.FromYuan(100_000), LedgerVillage.Day) : Gift(n, 4)];

        // Each twice, at different instances.
        var posted = await Task.WhenAll(Enumerable.Range(1, 60).SelectMany(n => new[] { n, n + 1 }.Select(at => instances[at % 3].PostTogetherAsync(village.Code, Household(n), default))));

        for (var n = 1; n <= 60; n++)
        {
            foreach (var answer in new[] { posted[(n - 1) * 2], posted[((n - 1) * 2) + 1] })
            {
                if (n % 3 == 0)
                    answer.Select(one => one.Refusal!.Code).ShouldBe(["kept-out", "kept-out", "kept-out", "funds-short"]);
                else
                    answer.Select(one => one.Entry!.Number - answer[0].Entry!.Number).ShouldBe([0, 1, 2, 3]);
            }
        }

        var entries = await LedgerVillage.EntriesAsync(instances[0], village.Code);
        entries.Select(entry => entry.Posting.Key).Where(key => key != "opening").Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(1, 60).Where(n => n % 3 != 0).SelectMany(n => Household(n).Select(posting => posting.Key)).Order(StringComparer.Ordinal));
        (await new LedgerAudit(instances[1]).VerifyAsync(village.Code, default)).Faults.ShouldBeEmpty();
        await Should.ThrowAsync<ArgumentException>(() => instances[0].PostTogetherAsync(village.Code, [.. Enumerable.Range(1, 50).Select(n => Gift(99, n))], default));
    }
}
