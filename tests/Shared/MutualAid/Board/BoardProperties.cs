using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;
using Shouwang.Shared.Tests.MutualAid.Ledger;

namespace Shouwang.Shared.Tests.MutualAid.Board;

public class BoardProperties
{
    [Fact]
    public void The_board_comes_to_the_ledger_to_the_fen() => AnyBooks.Hold((entries, books) =>
    {
        var board = entries.Aggregate(BoardFigures.Of(AnyBooks.Village), (figures, entry) => figures.With(entry));
        Fen Of(Nature nature) => Sum(board.Sums.Where(sum => sum.Key.Account.Nature() == nature).Select(sum => sum.Value.Amount));
        return board.Books.Money == books.Money
            && board.Opening + Of(Nature.Income) - Of(Nature.Expense) == books.Money + books.Balances[Account.AidPayable] + books.Balances[Account.FeePayable]
            && Sum(board.Months.Values.Select(month => month.Change)) == books.Money
            // What was there before the first entry is no month's income.
            && board.Opening + Sum(board.Months.Values.Select(month => month.In - month.Aid - month.Fee)) == books.Money
            && Sum(board.Months.Values.Select(month => month.In)) == Of(Nature.Income)
            && Sum(board.Payments.Select(payment => payment.Amount)) == Sum(board.Months.Values.Select(month => month.Aid))
            && Sum(board.Drawn.Values) == Sum(board.Sums.Where(sum => sum.Key.Account == Account.Aid).Select(sum => sum.Value.Amount))
            && Sum(PublicAid.Of(board, 3).Select(aid => aid.Tally.Amount)) == Sum(board.Drawn.Values);
    });

    [Fact]
    public void What_gifts_paid_for_is_exact() => AnyBooks.Hold((entries, books) =>
    {
        var board = entries.Aggregate(BoardFigures.Of(AnyBooks.Village), (figures, entry) => figures.With(entry));
        var uses = GiftTrail.Follow(board);
        return uses.All(use => use.Used >= Fen.Zero && use.Left >= Fen.Zero && Sum(use.Groups.Select(group => group.Amount)) == use.Used)
            && uses.Where(use => use.Gift.Purpose.Length > 0).GroupBy(use => use.Gift.Purpose).All(purpose => Sum(purpose.Select(use => use.Used)) == books.Pots.Of[purpose.Key].Used);
    });

    [Fact]
    public void Parts_by_largest_remainder_come_to_the_whole_and_are_off_by_less_than_a_fen() => Prop.ForAll(
        Arb.From(from amount in Gen.Choose(0, int.MaxValue) from weights in Gen.Choose(0, 1_000_000).NonEmptyListOf() select (amount, weights)), given =>
        {
            var whole = given.weights.Sum(weight => (long)weight);
            if (whole == 0)
                return true;
            var parts = LargestRemainder.Split(new Fen(given.amount), [.. given.weights.Select(weight => new Fen(weight))]);
            return parts.Sum(part => part.Value) == given.amount
                && parts.Zip(given.weights).All(part => Int128.Abs(((Int128)part.First.Value * whole) - ((Int128)given.amount * part.Second)) < whole);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static Fen Sum(IEnumerable<Fen> amounts) => amounts.Aggregate(Fen.Zero, (sum, amount) => sum + amount);
}
