using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Holds for any amounts and any misreading: nothing is put right without proof, nothing wrong passes in silence.</summary>
public class RepairTests
{
    private static readonly Gen<(int Basic, int Critical, int Account, int Cash)> Amounts =
        from basic in Gen.Choose(100, 9_000_000)
        from critical in Gen.Choose(0, 900_000)
        from account in Gen.Choose(0, 90_000)
        from cash in Gen.Choose(100, 9_000_000)
        select (basic, critical, account, cash);

    private static string[] Sheet(Fen basic, Fen critical, Fen account, Fen cash, string total) =>
    [
        "医疗保险住院费用结算单", "姓名：周桂兰  住院号：00230446", $"医疗费总额：{total}",
        $"统筹基金支付：{basic}  大病保险支付：{critical}", $"个人账户支付：{account}  个人现金支付：{cash}",
    ];

    [Fact]
    public void What_is_repaired_names_a_check_that_passed() =>
        Prop.ForAll(Amounts.ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (money, row, digit) =>
        {
            var (basic, critical, account, cash) = (new Fen(money.Basic), new Fen(money.Critical), new Fen(money.Account), new Fen(money.Cash));
            var total = (basic + critical + account + cash).ToString();
            var rows = Sheet(basic, critical, account, cash, total);
            var at = Math.Min(2 + (row % 3), 4);
            // A point lost, or a digit misread, in one of the rows of amounts.
            var point = rows[at].LastIndexOf('.');
            rows[at] = row < 3 ? rows[at].Remove(point, 1) : $"{rows[at][..(point - 1)]}{digit}{rows[at][point..]}";
            var paper = BillReader.Read([Drawn.Page(rows)]);
            return paper.Fields.Values.Where(f => f.Source == FieldSource.Repaired).All(f => paper.Checks.Any(c => c.Code == f.ProvedBy && c.Passed))
                && paper.Fields.Values.Where(f => f.Source != FieldSource.Repaired).All(f => f.ProvedBy is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_misread_digit_never_passes_in_silence() =>
        Prop.ForAll(Amounts.ToArbitrary(), Gen.Choose(2, 4).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (money, at, step) =>
        {
            var (basic, critical, account, cash) = (new Fen(money.Basic), new Fen(money.Critical), new Fen(money.Account), new Fen(money.Cash));
            var truth = new Dictionary<string, string> { ["total"] = (basic + critical + account + cash).ToString(), ["basicPaid"] = basic.ToString(), ["criticalPaid"] = critical.ToString(), ["accountPaid"] = account.ToString(), ["cashPaid"] = cash.ToString() };
            var rows = Sheet(basic, critical, account, cash, truth["total"]);
            var place = rows[at].LastIndexOf('.') - 1;
            rows[at] = $"{rows[at][..place]}{(rows[at][place] - '0' + step) % 10}{rows[at][(place + 1)..]}";
            var paper = BillReader.Read([Drawn.Page(rows)]);
            var silent = paper.Checks.All(c => c.Passed) && truth.Any(t => paper.Fields.GetValueOrDefault(t.Key) is { } f && f.Value != t.Value && f.Confidence.Value >= 9_500);
            return !silent;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_labels_that_lay_hold_of_one_figure_prove_nothing()
    {
        var paper = BillReader.Read([Drawn.Page("医疗保险住院费用结算单", "姓名：周桂兰  住院号：00230446", "统筹基金支付：100.00", "个人支付合计  个人现金支付", "             500.00")]);
        foreach (var field in new[] { "borne", "cashPaid" })
            (paper.Fields.GetValueOrDefault(field)?.Confidence.Value ?? 0).ShouldBeLessThan(9_500);
    }
}
