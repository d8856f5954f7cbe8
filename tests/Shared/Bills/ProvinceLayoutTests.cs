using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>What sheets of single provinces print, and what was learned from them.</summary>
public class ProvinceLayoutTests
{
    private static readonly BasisPoints Sure = new(9_500);

    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(rows)]);

    [Fact]
    public void A_cooperative_sheet_names_the_householder_beside_the_patient_and_the_hospital_as_who_pays_out()
    {
        var paper = Read("示例县城乡居民合作医疗住院补偿结算单", "补偿机构：龙潭镇卫生院      编号：20214396", "户主姓名  陈学军  患者姓名  陈凤霞  性别  女  年龄  69", "身份证号  430523195203202089  医疗证号  43052308573553",
            "家庭住址  石冲镇双溪村4组  病名  慢性支气管炎急性发作", "入院时间  2021.09.19  出院时间  2021.09.24  天数  5", "住院总费用  1474.36  自费费用  51.20  可补偿费用  1423.16", "起付线  200.00  补偿比例  90%  统筹补偿金额  1100.84");
        paper.Kind.ShouldBe(PaperKind.SettlementSheet);
        new[] { "name", "hospital", "settlementNumber", "diagnosis" }.Select(f => paper.Fields[f].Value).ShouldBe(["陈凤霞", "龙潭镇卫生院", "20214396", "慢性支气管炎急性发作"]);
        paper.Fields["settlementNumber"].Confidence.ShouldBeLessThan(Sure);
        paper.Fields.Keys.ShouldNotContain("cardNumber");
    }

    [Theory]
    [InlineData("结茸编号：20214396")]
    [InlineData("编号  20214396")]
    public void A_number_whose_label_may_have_lost_its_beginning_is_not_the_settlements(string row) =>
        Read("示例县城乡居民住院费用结算单", row, "姓名：陈凤霞  性别：女", "住院总费用  1474.36  统筹基金支付  1100.84  个人现金支付  373.52").Fields.Keys.ShouldNotContain("settlementNumber");

    [Theory]
    [InlineData("户主：陈学军  姓名：陈凤霞")]
    [InlineData("姓名：陈凤霞  户主姓名：陈学军")]
    [InlineData("就诊人：陈凤霞  领款人：陈学军  联系人姓名：陈学军")]
    public void Whoever_else_a_sheet_names_is_not_the_patient(string row) =>
        Read("医疗保险住院费用结算单", row + "  住院号：00230446", "参保类别：居民医保  起付线：400.00").Fields["name"].Value.ShouldBe("陈凤霞");

    [Theory]
    [InlineData("补 1431.39", "1431.39", null)]
    [InlineData("退1893.93", null, "1893.93")]
    [InlineData("应退：1893.93元", null, "1893.93")]
    [InlineData("1893.93", null, null)]
    public void One_place_for_both_ways_is_read_by_the_word_before_the_figures(string printed, string? toppedUp, string? refunded)
    {
        var fields = Read("医疗保险住院费用结算单", "姓名：周桂兰  住院号：00230446", "参保类别：居民医保  起付线：400.00", $"预交金  3000.00  补/退款  {printed}").Fields;
        (fields.GetValueOrDefault("toppedUp")?.Value, fields.GetValueOrDefault("refunded")?.Value).ShouldBe((toppedUp, refunded));
    }

    [Fact]
    public void What_stands_below_the_heads_of_a_bills_categories_gives_way_to_the_papers_own_label()
    {
        var fields = Read("职工基本医疗保险住院费用结算单", "姓名：周桂兰  住院号：00230446", "费用类别  金额  甲类  乙类  其中自理  自费    统筹基金支付  4204.97", "诊察费  270.00  270.00  0.00  0.00  0.00    大额医疗补助基金  496.82",
            "材料费  514.00  0.00  0.00  0.00  514.00    其中：自费  514.00").Fields;
        fields["selfFunded"].Value.ShouldBe("514.00");
    }

    private static PaperReading List(params string[] rows) => Read(["示例县中医院住院费用明细清单", "姓名：周桂兰  住院号：00230446  在院日期：2023-02-04 至 2023-02-10（6天）", "国家医保编码        项目名称            单价    数量  金额  等级", .. rows]);

    [Theory]
    [InlineData("0.2175", "7", "1.52", "0.2175", true)]
    [InlineData("0.2175", "7", "1.53", "0.2175", false)]
    [InlineData("0.218", "10", "2.18", "0.218", true)]
    [InlineData("0.2500", "10", "2.50", "0.25", true)]
    [InlineData("0.6314", "14", "8.84", "0.6314", true)]
    public void A_price_with_parts_of_a_fen_is_kept_as_printed(string price, string quantity, string amount, string kept, bool sure)
    {
        var list = List($"XB01ACL198A001010202934  氯吡格雷片            {price}    {quantity}  {amount}  甲", "001102000010000        住院诊察费            18.00    1  18.00  甲");
        (list.Rows[0].UnitPrice?.ToString(), list.Rows[0].Quantity, list.Rows[0].Amount.ToString()).ShouldBe((kept, quantity, amount));
        (list.Rows[0].Confidence >= Sure).ShouldBe(sure);
        list.Checks.ShouldContain(c => c.Code == "price-times-quantity" && c.Passed);
    }

    [Fact]
    public void A_price_with_parts_of_a_fen_that_makes_another_amount_fails_the_check() =>
        List("XB01ACL198A001010202934  氯吡格雷片            0.2175    7  2.52  甲", "001102000010000        住院诊察费            18.00    1  18.00  甲").Checks.ShouldContain(c => c.Code == "price-times-quantity" && !c.Passed);

    [Theory]
    [InlineData("23.004", "92.00")]
    [InlineData("2.003", "6  72.00")]
    public void Three_decimals_that_make_no_amount_are_no_price(string price, string rest) =>
        List($"001102000050000        氧气吸入            {price}    {rest}  甲", "001102000010000        住院诊察费            18.00    1  18.00  甲").Rows.ShouldAllBe(r => r.UnitPrice == null || !r.UnitPrice.Value.IsFine);

    [Fact]
    public void The_days_in_hospital_of_a_list_are_the_stay()
    {
        var fields = List("001102000010000        住院诊察费            18.00    1  18.00  甲").Fields;
        new[] { "admitted", "discharged", "days" }.Select(f => fields[f].Value).ShouldBe(["2023-02-04", "2023-02-10", "6"]);
    }

    [Theory]
    [InlineData("Ⅰ级护理", "001201000040000", "Ⅰ级护理", false)]
    [InlineData("川级护理", "001201000050000", "Ⅲ级护理", false)]
    [InlineData("川级护理", "001102000010000", "Ⅱ级护理", false)]
    [InlineData("11级护理", "001102000010000", "Ⅱ级护理", true)]
    [InlineData("一级护理", "001201000040000", "一级护理", true)]
    public void A_grade_of_nursing_stands_as_read_surely_else_the_code_says_which_and_a_person_looks(string printed, string code, string name, bool sure)
    {
        var row = List($"{code}        {printed}            14.00    1  14.00  甲", "001102000010000        住院诊察费            18.00    1  18.00  甲").Rows[0];
        (row.Name, row.Confidence >= Sure).ShouldBe((name, sure));
    }

    [Theory]
    [InlineData("Ⅰ级护理", "Ⅱ级护理", "Ⅰ级护理")]
    [InlineData("Ⅲ级护理", "Ⅲ级护理", null)]
    public void A_grade_hardly_legible_is_the_codes_where_strokes_were_lost(string printed, string name, string? asRead)
    {
        var row = BillReader.Read([Drawn.Page(8_500, "示例县中医院住院费用明细清单", "姓名：周桂兰  住院号：00230446", "国家医保编码        项目名称            单价    数量  金额  等级", $"001201000040000        {printed}            14.00    1  14.00  甲", "001102000010000        住院诊察费            18.00    1  18.00  甲")]).Rows[0];
        (row.Name, row.NameAsRead).ShouldBe((name, asRead));
    }

    [Fact]
    public void The_sums_of_categories_below_a_list_are_no_part_of_its_last_name() =>
        List("C14060200700001041230000  静脉留置针            21.80    1  21.80  乙", "              诊察费：180.00床位费：360.00").Rows.Select(r => r.Name).ShouldBe(["静脉留置针"]);

    [Fact]
    public void A_daily_list_says_its_own_total_and_what_was_paid_in_so_far()
    {
        var fields = Read("示例市第一人民医院", "住院患者一日费用清单", "费用日期：2022年4月21日  科室：心血管内科", "姓名：周桂兰  住院号：2022029263", "项目名称            单价    数量  金额  医保", "住院诊察费          18.00    1  18.00  甲", "静脉输液          9.50    2  19.00  甲",
            "本日费用合计：37.00元", "累计费用：4005.40元  累计预交金：6000.00元  余额：1994.60元").Fields;
        (fields["total"].Value, fields["prepaid"].Value).ShouldBe(("37.00", "6000.00"));
        fields.Keys.ShouldNotContain("discharged");
    }
}
