using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

public class MistakenZerosTests
{
    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(["示例县示例镇卫生院出院小结", "姓名：周桂兰  性别：女", .. rows, "出院诊断：慢性胃炎", "出院医嘱：注意休息"])]);

    [Fact]
    public void A_month_that_no_calendar_has_shows_that_noughts_were_read_as_eights()
    {
        var paper = Read("住院号：31585547", "入院日期：2026-89-10", "出院日期：2826-89-17");
        paper.Fields[FieldName.Admitted].Value.ShouldBe("2026-09-10");
        paper.Fields[FieldName.Discharged].Value.ShouldBe("2026-09-17");
        paper.Fields[FieldName.Admitted].Confidence.Value.ShouldBeLessThanOrEqualTo(8_000);
    }

    [Fact]
    public void So_does_a_year_beside_a_month_of_one_figure() =>
        Read("住院号：31505547", "入院：2026/6/16  出院：2826/6/22").Fields[FieldName.Discharged].Value.ShouldBe("2026-06-22");

    [Fact]
    public void Then_a_number_with_an_eight_is_not_sure()
    {
        Read("住院号：31585547", "住院时间：2026.85.06-2826.85.15").Fields[FieldName.AdmissionNumber].Confidence.Value.ShouldBeLessThan(9_500);
        Read("住院号：31505547", "住院时间：2026.85.06-2826.85.15").Fields[FieldName.AdmissionNumber].Confidence.Value.ShouldBeGreaterThanOrEqualTo(9_500);
        Read("住院号：31585547", "住院时间：2026.05.06-2026.05.15").Fields[FieldName.AdmissionNumber].Confidence.Value.ShouldBeGreaterThanOrEqualTo(9_500);
    }

    [Fact]
    public void A_day_of_another_year_than_the_page_s_others_is_left_unread() =>
        Read("住院号：31585547", "入院日期：2026-89-10", "出院日期：2825-09-17", "打印时间：2826-09-17").Fields.Keys.ShouldNotContain(FieldName.Discharged);
}
