using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Arrangements that no list of labels foresees, as other provinces print them.</summary>
public class UnseenLayoutTests
{
    private const string Head = "姓名：周桂兰  性别：女  住院号：00230446";

    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(rows)]);

    [Fact]
    public void Classes_printed_before_every_name_are_no_part_of_it()
    {
        var rows = Read("出院费用清单", Head, "项目                单价    数量  金额", "甲住院诊察费         16.00   9   144.00", "乙注射用头孢曲松钠    11.93   18  214.74", "甲甲硝唑氯化钠注射液   3.00   2   6.00", "丙陪护床位费          10.00   1   10.00").Rows;
        rows.Select(r => (r.Class, r.Name)).ShouldBe([("甲", "住院诊察费"), ("乙", "注射用头孢曲松钠"), ("甲", "甲硝唑氯化钠注射液"), ("丙", "陪护床位费")]);
    }

    [Fact]
    public void Classes_in_brackets_before_every_name_are_no_part_of_it_either()
    {
        var rows = Read("出院费用清单", Head, "项目                单价    数量  金额", "（甲）住院诊察费         16.00   9   144.00", "（乙）注射用头孢曲松钠    11.93   18  214.74", "（丙）陪护床位费          10.00   1   10.00").Rows;
        rows.Select(r => (r.Class, r.Name)).ShouldBe([("甲", "住院诊察费"), ("乙", "注射用头孢曲松钠"), ("丙", "陪护床位费")]);
    }

    [Fact]
    public void Two_figures_read_as_one_under_their_heads_are_parted_and_a_star_is_no_figure()
    {
        var fields = Read("居民医疗保险住院补偿结算单", Head, "总费用  自费费用  乙类自理  起付线", "4,175.530  151.54  ★  1,000.00").Fields;
        (fields["total"].Value, fields["selfFunded"].Value, fields["selfPayFirst"].Value, fields["deductible"].Value).ShouldBe(("4175.53", "0.00", "151.54", "1000.00"));
    }

    [Fact]
    public void An_identity_number_in_place_of_a_credit_code_is_the_persons() =>
        Read("医疗住院收费票据（电子）", "交款人统一社会信用代码：329901198110093848", Head, "票据代码：51060198  票据号码：4710605899", "金额合计（大写）壹佰元整  （小写）100.00").Fields["idNumber"].Value.ShouldBe("329901198110093848");

    [Fact]
    public void A_price_says_for_what_it_is_and_a_head_names_two_things()
    {
        var rows = Read("住院费用清单", Head, "项目/规格            单价/单位    数量  金额", "住院诊察费          16.00/日     9   144.00", "注射用头孢曲松钠     11.93/支     18  214.74").Rows;
        rows.Select(r => (r.Name, r.UnitPrice, r.Quantity)).ShouldBe([("住院诊察费", UnitPrice.Of(new Fen(1600)), "9"), ("注射用头孢曲松钠", UnitPrice.Of(new Fen(1193)), "18")]);
    }

    [Fact]
    public void The_day_above_a_group_of_rows_is_theirs()
    {
        var rows = Read("住院患者每日费用清单", Head, "项目名称            单价    数量  金额", "费用日期：2025-09-08  星期一", "住院诊察费          16.00   9   144.00", "费用日期：2025-09-09  星期二", "氧气吸入            2.00    3   6.00").Rows;
        rows.Select(r => r.Date).ShouldBe([new DateOnly(2025, 9, 8), new DateOnly(2025, 9, 9)]);
    }

    [Fact]
    public void Of_funds_down_the_side_and_heads_across_the_amount_paid_this_time_is_taken()
    {
        var paper = Read("基本+大病+救助一站式结算单", Head, "医疗总费用：36359.15  个人负担：19241.59",
            "保障层次        起付标准      进入金额      本次支付      年度累计支付",
            "基本医保        400.00       18834.96     14747.97     21416.07",
            "大病保险                     4086.99      652.19         652.19",
            "医疗救助                     3434.80      1717.40         1717.40");
        (paper.Fields["basicPaid"].Value, paper.Fields["criticalPaid"].Value, paper.Fields["assistancePaid"].Value).ShouldBe(("14747.97", "652.19", "1717.40"));
        paper.Fields["deductible"].Value.ShouldBe("400.00");
    }

    [Fact]
    public void A_record_in_sentences_says_when_somebody_came_and_left_also_across_a_line()
    {
        var fields = Read("虎头镇卫生院", "出院记录", "患者邹三妹，男，87岁，住院号1869751，因病于2024年10月10日收入我院肾病风湿科，于2024年10月27日出", "院，住院17天。", "入院诊断：慢性肾脏病5期。", "出院诊断：1.慢性肾脏病5期2.肾性贫血", "出院医嘱：注意休息。").Fields;
        (fields["name"].Value, fields["admitted"].Value, fields["discharged"].Value, fields["department"].Value).ShouldBe(("邹三妹", "2024-10-10", "2024-10-27", "肾病风湿科"));
    }

    [Fact]
    public void Two_dates_in_one_line_belong_to_the_words_before_them()
    {
        var fields = Read("住院费用清单", "姓名司马长顺  性别女  住院号4638067  入院2024/12/15  出院2024/12/25", "项目名称            单价    数量  金额", "住院诊察费          16.00   9   144.00", "氧气吸入            2.00    3   6.00").Fields;
        (fields["admitted"].Value, fields["discharged"].Value).ShouldBe(("2024-12-15", "2024-12-25"));
    }

    [Fact]
    public void Pieces_of_the_hospitals_stamp_are_no_diagnosis()
    {
        var fields = Read("华川大学第三附属医院", "出院小结", "姓名：龚一  性别：女  科别：创伤骨科二病区", "出院诊断：            属医院", "主要诊断：左侧桡骨远端骨折          三附属医", "入院时主要症状及体征：患者因跌倒入院", "出院医嘱：休息").Fields;
        (fields["diagnosis"].Value, fields["department"].Value).ShouldBe(("左侧桡骨远端骨折", "创伤骨科二病区"));
    }

    [Fact]
    public void A_number_before_a_type_is_an_enumerators_and_a_tables_head_ends_the_list()
    {
        var fields = Read("出院小结", "姓名：龚一  性别：女", "出院诊断：1.高血压病2级2.2型糖尿病", "项目  金额  某某  金额", "出院医嘱：休息", "诊疗经过：略").Fields;
        fields["diagnosis"].Value.ShouldBe("高血压病2级；2型糖尿病");
    }

    [Fact]
    public void A_name_without_a_label_is_known_by_its_family_name_and_the_sex_behind_it_and_doubted()
    {
        var fields = Read("江阴市示例人民医院出院病人费用清单", "蒋小妹  女  住院号00620226  胃肠外科", "项目名称            单价    数量  金额", "住院诊察费          16.00   9   144.00", "氧气吸入            2.00    3   6.00").Fields;
        (fields["name"].Value, fields["sex"].Value).ShouldBe(("蒋小妹", "女"));
        fields["name"].Confidence.ShouldBeLessThan(new BasisPoints(9_500));
    }

    [Fact]
    public void Every_diagnosis_of_the_national_list_is_read_without_its_code() =>
        Read("医疗保障基金结算清单", Head, "出院西医诊断          疾病代码    入院病情", "主要诊断    慢性心力衰竭急性加重    I50.900    2", "其他诊断    扩张型心肌病    I42.000    3", "其他诊断    心房颤动    I48.900    3", "起付标准：500.00")
            .Fields["diagnosis"].Value.ShouldBe("慢性心力衰竭急性加重；扩张型心肌病；心房颤动");

    [Fact]
    public void A_slip_of_any_name_that_says_what_a_stay_ended_with_is_a_discharge_record()
    {
        var paper = Read("华川大学第三附属医院出院证", "姓名_周桂兰_性别_女_年龄_58_住院号_B680272", "于_2025-05-22_入院，_2025-06-24_出院，住_心血管病区", "最后诊断：高血压病2级，慢性胃炎", "经治医师：吴示例  2025-06-24");
        paper.Kind.ShouldBe(PaperKind.DischargeRecord);
        (paper.Fields["department"].Value, paper.Fields["admitted"].Value, paper.Fields["discharged"].Value).ShouldBe(("心血管病区", "2025-05-22", "2025-06-24"));
    }

    [Fact]
    public void A_list_without_heads_is_known_by_price_times_quantity_and_the_name_above()
    {
        var paper = Read("江阴市示例人民医院", "住院费用明细", "蒋小妹女住院号00620226  胃肠外科  2024年01月30日 至 2024年02月08日",
            "1.二人间病床（含空调）          甲类", "110900001-2      42.00×2天    84.00", "2.血清总蛋白测定          乙类", "250301001化学法      3.00×4项    12.00", "3.一次性使用胃管          丙类", "C02030101100000000812  F16    16.50×1根    16.50", "4.护理垫          丙类", "C02030101100000000813  F16    4.00×1根    4.00", "累计费用：116.50  其中全自费：20.50");
        paper.Kind.ShouldBe(PaperKind.FeeList);
        paper.Rows.Select(r => (r.Code, r.Name, r.Class, r.Quantity, r.Amount)).ShouldBe([("110900001-2", "二人间病床(含空调)", "甲", "2", new Fen(8400)), ("250301001", "血清总蛋白测定", "乙", "4", new Fen(1200)), ("C02030101100000000812", "一次性使用胃管", "丙", "1", new Fen(1650)), ("C02030101100000000813", "护理垫", "丙", "1", new Fen(400))]);
        (paper.Fields["name"].Value, paper.Fields["department"].Value, paper.Fields["admitted"].Value, paper.Fields["discharged"].Value, paper.Fields["total"].Value, paper.Fields["selfFunded"].Value).ShouldBe(("蒋小妹", "胃肠外科", "2024-01-30", "2024-02-08", "116.50", "20.50"));
    }

    [Fact]
    public void A_receipt_with_its_items_is_a_bill_and_what_was_given_back_counts_against_it()
    {
        var paper = Read("江阴市示例人民医院门诊慢特病结算收据", "票据号：7178172251  日期：2026年01月12日", "姓名  周桂兰  性别  女", "药品/项目            单价    数量  金额", "换药                33.50   3   100.50", "氧气吸入            2.00    3   6.00", "氧气吸入            2.00    -1   -2.00", "总金额  统筹支付  其他支付  现金支付", "104.50  50.00  0.00  54.50");
        paper.Kind.ShouldBe(PaperKind.OutpatientBill);
        (paper.Rows[2].Quantity, paper.Rows[2].Amount).ShouldBe(("-1", new Fen(-200)));
        paper.Checks.ShouldContain(c => c.Code == "items-equal-total" && c.Passed);
    }

    [Fact]
    public void A_label_that_the_end_of_a_line_breaks_is_one_and_a_formula_below_a_label_is_no_value()
    {
        Read("医疗住院收费票据（电子）", Head, "票据代码：51060198  票据号码：4710605899", "其他信息：个人账户支付：0.00个人现金支付：76.43个人自", "付：71.43个人自费：5.00", "金额合计（大写）壹佰元整  （小写）100.00").Fields["selfPay"].Value.ShouldBe("71.43");
        Read("医疗保险结算单", Head, "起付线：0.00  统筹支付：581.88", "医疗总费用(1)", "1000.00", "个人支付合计", "(11)=(1)-(10)", "418.12").Fields["borne"].Value.ShouldBe("418.12");
    }

    [Fact]
    public void What_is_charged_so_far_is_the_total_only_where_the_items_make_it_and_what_the_insurance_paid_alone_is_the_basic_part()
    {
        PaperReading List(string foot) => Read("住院费用清单", Head, "项目名称            单价    数量  金额", "住院诊察费          16.00   9   144.00", "氧气吸入            2.00    3   6.00", foot);
        List("累计费用：150.00  医保支付：90.00").Fields.Where(f => f.Key is "total" or "basicPaid").Select(f => f.Value.Value).Order().ShouldBe(["150.00", "90.00"]);
        List("累计费用：950.00").Fields.ContainsKey("total").ShouldBeFalse();
        List("医保支付：90.00  大病保险支付：10.00").Fields.ContainsKey("basicPaid").ShouldBeFalse();
    }

    [Fact]
    public void The_next_section_of_a_record_ends_the_diagnosis() =>
        Read("出院记录", Head, "出院诊断", "1、慢性胃炎（K29.502）", "2、高血压病2级（I10.x05）", "手术及操作", "胃镜检查", "病情及诊疗摘要", "患者因腹痛入院").Fields["diagnosis"].Value.ShouldBe("慢性胃炎；高血压病2级");
}
