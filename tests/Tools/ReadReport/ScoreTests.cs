using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Tools.ReadReport;

namespace Shouwang.Tools.Tests.ReadReport;

public sealed class ScoreTests
{
    [Theory]
    [InlineData("12.00", "18.0000", "216.00", true)]
    [InlineData("12", "18.00", "216", true)]
    [InlineData("1.2", "18.00", "216.00", false)]
    [InlineData("12", "18.01", "216.00", false)]
    [InlineData("12", "18.00", "216.01", false)]
    public void Figures_of_a_row_are_the_same_however_many_noughts_the_list_prints(string quantity, string price, string amount, bool right) =>
        Score.Of("a.jpg", Of("fee-list") with { Rows = [new TruthRow(null, "住院诊查费", null, quantity, price, amount)] }, Read(PaperKind.FeeList, rows: Row("12", "18.00", "216.00"))).RowsRight.ShouldBe(right ? 1 : 0);

    [Fact]
    public void A_row_read_twice_is_one_row_right_and_one_too_many()
    {
        var score = Score.Of("a.jpg", Of("fee-list") with { Rows = [new TruthRow(null, "住院诊查费", null, "12", "18.00", "216.00")] }, Read(PaperKind.FeeList, rows: [Row("12", "18.00", "216.00"), Row("12", "18.00", "216.00")]));
        score.RowsRight.ShouldBe(1);
        score.RowsExtra.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(9_500, true, 1)]
    [InlineData(9_499, true, 0)]
    [InlineData(9_900, false, 0)]
    public void A_wrong_amount_is_silent_where_it_is_sure_and_no_check_speaks_against_the_paper(int confidence, bool passed, int silent)
    {
        var reading = Read(PaperKind.SettlementSheet) with
        {
            Fields = new Dictionary<string, FieldReading> { ["total"] = new("100.00", new BasisPoints(confidence), null, FieldSource.Read) },
            Checks = [new PaperCheck("fund-and-cash-equal-total", passed, null)],
        };
        Score.Of("a.jpg", Of("settlement-sheet") with { Fields = new Dictionary<string, string> { ["total"] = "1000.00" } }, reading).SilentlyWrong.Count.ShouldBe(silent);
    }

    [Fact]
    public void Marks_in_words_do_not_count_and_in_amounts_they_do()
    {
        var reading = Read(PaperKind.DischargeRecord) with
        {
            Fields = new Dictionary<string, FieldReading> { ["diagnosis"] = new("1.高血压病，2.糖尿病", new BasisPoints(9_000), null, FieldSource.Read), ["total"] = new("1000.00", new BasisPoints(9_000), null, FieldSource.Read) },
        };
        var score = Score.Of("a.jpg", Of("discharge-record") with { Fields = new Dictionary<string, string> { ["diagnosis"] = "1、高血压病 2、糖尿病", ["total"] = "100000" } }, reading);
        score.Fields.Where(field => field.Right).Select(field => field.Name).ShouldBe(["diagnosis"]);
    }

    private static Truth Of(string kind) => new(kind, "a-hospital", "normal", new Dictionary<string, string>(), null);

    private static FeeRow Row(string quantity, string price, string amount) =>
        new(null, "住院诊查费", null, quantity, UnitPrice.Parse(price), Fen.Parse(amount), new BasisPoints(9_900));

    private static PaperReading Read(PaperKind kind, params IReadOnlyList<FeeRow> rows) =>
        new(kind, new BasisPoints(9_900), new Dictionary<string, FieldReading>(), rows, [], new PictureQuality(Readable: true, Advice: null));
}
