using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>One paper over two pages of a file, or over two photos.</summary>
public class TwoPhotosTests
{
    private const string Head = "姓名：周桂兰  性别：女  住院号：00230446  入院日期：2026-09-08  出院日期：2026-09-17";

    private sealed record Halves(RecognisedPage Upper, RecognisedPage Lower, PaperReading Whole);

    /// <summary>Papers that say something on both sides of the widest gap about their middle.</summary>
    private static readonly List<Halves> Cut = [.. GoldenTests.Layouts.Select(row => GoldenTests.Read(row.Data)).Select(Cutting).OfType<Halves>()];

    [Fact]
    public void A_paper_over_two_pages_of_a_file_is_read_as_on_one()
    {
        var (kept, all) = (0, 0);
        foreach (var (upper, lower, whole) in Cut)
        {
            var read = PapersInFile.Read([upper, lower]);
            (read.Kind, read.Others.Count).ShouldBe((whole.Kind, 0));
            all += whole.Fields.Count;
            kept += whole.Fields.Count(f => read.Fields.TryGetValue(f.Key, out var value) && value.Value == f.Value.Value);
        }
        // A table cut through loses what stands under its heads.
        (kept * 100).ShouldBeGreaterThanOrEqualTo(all * 90);
        Cut.Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public void A_photo_that_is_nothing_alone_is_the_rest_of_a_paper_begun_on_another()
    {
        var (rests, same, all) = (0, 0, 0);
        foreach (var (upper, lower, whole) in Cut)
        {
            var (a, b) = (BillReader.Read([upper]), BillReader.Read([lower]));
            if ((a.Kind == PaperKind.Other) == (b.Kind == PaperKind.Other))
                continue;
            var (begun, pages, rest) = b.Kind == PaperKind.Other ? (a, upper, lower) : (b, lower, upper);
            if (begun.Kind != whole.Kind || !PaperSet.IsUnfinished(begun) || BillReader.Rest(begun, [pages], [rest]) is not { } said)
                continue;
            rests++;
            said.Kind.ShouldBe(whole.Kind);
            said.Fields.Values.ShouldAllBe(field => field.Confidence.Value <= 9_400);
            all += said.Fields.Count;
            same += said.Fields.Count(f => whole.Fields.TryGetValue(f.Key, out var value) && value.Value == f.Value.Value);
        }
        rests.ShouldBeGreaterThanOrEqualTo(4);
        (same * 100).ShouldBeGreaterThanOrEqualTo(all * 90);
    }

    [Fact]
    public void The_two_halves_of_a_record_are_one_paper_of_the_claim()
    {
        var (upper, lower) = (Drawn.Page("江阴市示例人民医院", "出院记录", Head, "入院情况：腹痛一天", "诊疗经过：完善检查后手术"), Drawn.Page("江阴市示例人民医院  出院记录  第2页", "住院号：00230446", "出院诊断：1.急性阑尾炎 2.高血压病2级", "出院医嘱：注意休息"));
        var list = Drawn.Page("江阴市示例人民医院", "住院费用清单", "姓名：周桂兰  住院号：00230446", "项目名称            单价    数量  金额", "住院诊察费          160.00   9    1440.00", "注射用头孢曲松钠    119.30   18   2147.40", "费用总计：3587.40");
        var sheet = Drawn.Page("江阴市基本医疗保险住院费用结算单", "姓名：周桂兰  医院名称：江阴市示例人民医院", "医疗费总额：3587.40  起付标准：300.00", "统筹基金支付：1800.00  大病保险支付：0.00  个人账户支付：0.00  个人现金支付：1787.40");
        var stay = PaperSet.Of([.. new[] { upper, lower, list, sheet }.Select((page, i) => new ClaimPaper($"{i}", BillReader.Read([page])))]).Stay.ShouldNotBeNull();
        (stay.Diagnosis, stay.Discharged).ShouldBe(("急性阑尾炎；高血压病2级", new DateOnly(2026, 9, 17)));
    }

    [Theory]
    [InlineData("江阴市示例人民医院检验报告单", "姓名：周桂兰  住院号：00230446", "临床诊断：急性阑尾炎", "白细胞  12.5  3.5-9.5")]
    [InlineData("江阴市示例人民医院处方笺", "姓名：周桂兰  年龄：67岁", "临床诊断：急性阑尾炎", "头孢呋辛酯片  0.25g")]
    [InlineData("手术知情同意书", "姓名：周桂兰", "术前诊断：急性阑尾炎", "出院诊断：急性阑尾炎")]
    [InlineData("守望生活超市", "大米5kg  1  32.90", "鸡蛋30枚  1  26.80", "合计：59.70")]
    [InlineData("姓名：王翠芬  住院号：00999999", "出院诊断：胆囊结石", "出院日期：2026-08-01", "请按时服药")]
    public void Another_paper_is_no_rest_of_it(params string[] rows)
    {
        var begun = Drawn.Page("江阴市示例人民医院", "出院记录", Head, "诊疗经过：完善检查后手术");
        BillReader.Rest(BillReader.Read([begun]), [begun], [Drawn.Page(rows)]).ShouldBeNull();
    }

    [Fact]
    public void Records_of_two_people_in_one_file_stay_two_and_two_pages_of_one_become_one()
    {
        var first = Drawn.Page("江阴市示例人民医院", "出院记录", Head, "出院诊断：急性阑尾炎", "出院医嘱：注意休息");
        var second = Drawn.Page("江阴市示例人民医院", "出院记录", "姓名：王翠芬  性别：女  住院号：00999999  入院日期：2026-07-20  出院日期：2026-08-01", "出院诊断：胆囊结石", "出院医嘱：低脂饮食");
        var further = Drawn.Page("江阴市示例人民医院", "出院记录", "姓名：王翠芬  住院号：00999999", "手术名称：腹腔镜下胆囊切除术", "出院带药：无");
        var read = PapersInFile.Read([first, second, further]);
        read.Fields["name"].Value.ShouldBe("周桂兰");
        var other = read.Others.ShouldHaveSingleItem();
        (other.Fields["name"].Value, other.Fields["operation"].Value, other.Fields["operation"].Page).ShouldBe(("王翠芬", "腹腔镜下胆囊切除术", 3));
    }

    private static Halves? Cutting(RecognisedPage page)
    {
        var whole = BillReader.Read([page]);
        if (whole.Kind is PaperKind.Other or PaperKind.FeeList or PaperKind.IdentityCard or PaperKind.VolunteerCard)
            return null;
        var middles = page.Lines.Select(line => (line.Where.Top + line.Where.Bottom) / 2).Order().ToList();
        var (top, bottom) = (middles[0], middles[^1]);
        var (above, below) = middles.Zip(middles.Skip(1)).Where(gap => gap.First > top + ((bottom - top) / 3) && gap.Second < bottom - ((bottom - top) / 3)).MaxBy(gap => gap.Second - gap.First);
        var at = (above + below) / 2;
        return new Halves(page with { Lines = [.. page.Lines.Where(IsUpper)] }, page with { Lines = [.. page.Lines.Where(line => !IsUpper(line))] }, whole);

        bool IsUpper(RecognisedLine line) => (line.Where.Top + line.Where.Bottom) / 2 < at;
    }
}
