using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

public class LowMoneyTests
{
    private static readonly DiseaseGroup Group = DiseaseGroup.Of("K35", serious: false);

    // 100,000 for the year, of which so much is left that aid can be promised.
    private static LowMoneyAnswer Answer(LowMoneyAction action, int spent) => LowMoneyRule.Of(
        Fen.FromYuan(1200), Charter.Default with { LowMoney = new LowMoney(action, BasisPoints.FromPercent(10)), FeeShare = new BasisPoints(0) }, Books(spent), Group, 2026);

    private static Books Books(int spent)
    {
        var terms = new LedgerTerms(false, new FeeTerms(new BasisPoints(0), Rounding.HalfUpFen));
        var books = Shared.MutualAid.Ledger.Books.Empty("320281105203").Append(ContributionPostings.Opening(Fen.FromYuan(100_000), new DateOnly(2026, 1, 1)), "", DateTimeOffset.UnixEpoch, terms).After;
        return spent == 0 ? books
            : books.Append(AidPostings.Approved(new AidCase("0123", 1, Group, "周**", "2026-1"), Fen.FromYuan(spent), new DateOnly(2026, 2, 1)), "", DateTimeOffset.UnixEpoch, terms).After;
    }

    [Theory]
    [InlineData(0, "1200.00")]
    [InlineData(90_000, "1200.00")]
    [InlineData(90_001, "1188.00")]
    [InlineData(95_000, "600.00")]
    [InlineData(99_900, "12.00")]
    [InlineData(100_000, "0.00")]
    public void Below_the_line_aid_shrinks_with_the_money(int spent, string amount) => Answer(LowMoneyAction.Reduce, spent).Amount.ToString().ShouldBe(amount);

    [Theory]
    [InlineData(LowMoneyAction.Queue, "排队")]
    [InlineData(LowMoneyAction.Stop, "暂停")]
    public void Or_claims_wait_and_are_told_why(LowMoneyAction action, string word)
    {
        Answer(action, 90_000).Sentence.ShouldBeNull();
        var low = Answer(action, 90_001);
        low.Amount.ShouldBe(Fen.Zero);
        low.Sentence!.ShouldContain(word);
    }

    [Theory]
    [InlineData(0, 0, "1200.00")]
    [InlineData(60_000, 30_000, "1200.00")]
    [InlineData(60_000, 38_000, "600.00")]
    [InlineData(60_000, 40_000, "0.00")]
    public void In_January_money_is_as_low_before_the_old_year_is_closed_as_after(int spent, int spentSince, string amount)
    {
        var terms = new LedgerTerms(false, new FeeTerms(new BasisPoints(0), Rounding.HalfUpFen));
        Books With(Books books, string claim, int aid, DateOnly day) => aid == 0 ? books
            : books.Append(AidPostings.Approved(new AidCase(claim, 1, Group, "周**", "2026-1"), Fen.FromYuan(aid), day), "", DateTimeOffset.UnixEpoch, terms).After;
        var old = With(
            Shared.MutualAid.Ledger.Books.Empty("320281105203").Append(ContributionPostings.Collective("hd-1", 2026, Fen.FromYuan(100_000), new DateOnly(2026, 1, 5), "示例镇守望村"), "", DateTimeOffset.UnixEpoch, terms).After,
            "0123", spent, new DateOnly(2026, 2, 1));
        LowMoneyAnswer In(Books books) => LowMoneyRule.Of(Fen.FromYuan(1200), Charter.Default with { FeeShare = new BasisPoints(0) }, With(books, "0456", spentSince, new DateOnly(2027, 1, 5)), Group, 2027);

        // 40,000 carried forward: low below 4,000.
        var closed = In(old.Append(YearEnd.Close(old, 2026), "", DateTimeOffset.UnixEpoch, terms).After);
        closed.Amount.ToString().ShouldBe(amount);
        In(old).ShouldBe(closed);
    }

    [Fact]
    public void Without_books_nothing_counts_as_low() =>
        LowMoneyRule.Of(Fen.FromYuan(1200), Charter.Default, Shared.MutualAid.Ledger.Books.Empty("320281105203"), Group, 2026).ShouldBe(new LowMoneyAnswer(Fen.FromYuan(1200), null));
}
