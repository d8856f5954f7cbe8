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
        rows.Select(r => (r.Name, r.UnitPrice, r.Quantity)).ShouldBe([("住院诊察费", new Fen(1600), "9"), ("注射用头孢曲松钠", new Fen(1193), "18")]);
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
}
