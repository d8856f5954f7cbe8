using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>What another hand drew after the habits of real hospitals, and what was learned from it.</summary>
public class NaturalLayoutTests
{
    private static readonly BasisPoints Sure = new(9_500);

    private const string Head = "姓名：周桂兰  性别：女  住院号：00230446";

    private static PaperReading Read(params string[] rows) => BillReader.Read([Drawn.Page(rows)]);

    private static IReadOnlyDictionary<string, FieldReading> Sheet(params string[] rows) => Read(["医疗保险住院费用结算单", Head, "参保类别：居民医保  起付线：400.00", .. rows]).Fields;

    [Theory]
    [InlineData("志愿者证  编号：HZ202621033", "HZ202621033", null)]
    [InlineData("代办证  证件编号：ZY202412728", "ZY202412728", null)]
    [InlineData("代办证  证件号码：329901********1123", null, "329901********1123")]
    [InlineData("代办员证  No.1301024836", "1301024836", null)]
    [InlineData("代办证编号：329901189535-MCAFB", "329901189535-MCAFB", null)]
    [InlineData("代办证编号：3299011 89535", null, null)]
    public void A_volunteers_card_has_a_number_by_many_names_a_sex_and_stars(string row, string? card, string? person)
    {
        var paper = Read("村级健康互助代办证", "姓名：周桂兰", "性别：女", row, "发证单位：示例县医疗互助会");
        paper.Kind.ShouldBe(PaperKind.VolunteerCard);
        (paper.Fields["name"].Value, paper.Fields["sex"].Value).ShouldBe(("周桂兰", "女"));
        (paper.Fields.GetValueOrDefault("cardNumber")?.Value, paper.Fields.GetValueOrDefault("idNumber")?.Value).ShouldBe((card, person));
    }

    [Fact]
    public void A_number_of_a_card_is_none_of_another_paper()
    {
        var fields = Sheet("证件编号：329901198110093848  收费员工号：38714  工号：38714");
        fields["idNumber"].Value.ShouldBe("329901198110093848");
        fields.ContainsKey("cardNumber").ShouldBeFalse();
    }

    [Fact]
    public void Words_printed_so_far_apart_that_the_first_was_lost_are_known_by_the_second()
    {
        var fields = Read("医疗救助代办志愿者证", "名：周桂兰", "别：女", "编号：ZY202422155").Fields;
        (fields["name"].Value, fields["sex"].Value).ShouldBe(("周桂兰", "女"));
        fields["name"].Confidence.ShouldBeLessThan(Sure);
    }

    [Theory]
    [InlineData("身份证号：431126********6096", "431126********6096")]
    [InlineData("证件号码：431126*******609X", "431126********609X")]
    [InlineData("社会保障号：3*****************9", "3****************9", false)]
    [InlineData("身份证号：431126  ****6096", "431126********6096")]
    public void An_identity_number_with_stars_is_given_whole_never_as_sure_and_never_checked(string row, string number, bool eighteen = true)
    {
        var paper = Read("医疗保险住院费用结算单", "姓名：周桂兰  性别：女", row, "参保类别：居民医保  起付线：400.00");
        paper.Fields["idNumber"].Value.ShouldBe(eighteen ? number : "3****************9");
        paper.Fields["idNumber"].Value.Length.ShouldBe(18);
        paper.Fields["idNumber"].Confidence.ShouldBeLessThan(Sure);
        paper.Checks.ShouldNotContain(c => c.Code.StartsWith("identity-number"));
    }

    [Theory]
    [InlineData("230822********8155", "230822********8155")]
    [InlineData("91350100M000100Y43", "91350100M000100Y43")]
    [InlineData("230822*", null)]
    public void Where_a_credit_code_is_asked_stars_do_not_cut_the_number(string printed, string? read)
    {
        var fields = Read("医疗门诊收费票据（电子）", $"交款人统一社会信用代码：{printed}", "票据代码：51060198  票据号码：4710605899  门诊号：8815", "金额合计（大写）壹佰元整  （小写）100.00").Fields;
        (fields.GetValueOrDefault("creditCode")?.Value).ShouldBe(read);
        if (read is not null)
            (fields["creditCode"].Confidence >= Sure).ShouldBe(read.StartsWith('9'));
    }

    [Fact]
    public void Two_papers_of_which_one_hides_the_number_speak_of_one_person()
    {
        IdentityNumber.Agree("431126********6096", "431126195903086096").ShouldBeTrue();
        IdentityNumber.Agree("431126********6096", "431126195903086097").ShouldBeFalse();
    }

    [Theory]
    [InlineData("医疗费总额：5370.83  个人现金支付：767.94  医保统筹基金支：4602.89", "basicPaid", "4602.89")]
    [InlineData("医疗费总额：5370.83  个人现金支付：767.94  统等基金支付：4602.89", "basicPaid", "4602.89")]
    [InlineData("预收：5000.00  退款：232.06", "prepaid", "5000.00")]
    [InlineData("预收：5000.00  退款：232.06", "refunded", "232.06")]
    [InlineData("统筹支付：3437.48  大病保险支付  住院收费专用章  744.78", "criticalPaid", "744.78")]
    [InlineData("性别女出生日期1975年02月24日年龄51岁", "born", "1975-02-24")]
    public void Labels_cut_short_misread_by_one_character_or_printed_without_a_blank_are_known(string row, string field, string value) =>
        Sheet(row)[field].Value.ShouldBe(value);

    [Fact]
    public void A_third_decimal_is_a_mark_where_the_sum_proves_it()
    {
        Sheet("医疗费总额：5370.83  医保统筹基金支付：4602.894  现金支付：767.94")["basicPaid"].Value.ShouldBe("4602.89");
        Sheet("医保统筹基金支付：4602.894")["basicPaid"].Confidence.ShouldBeLessThan(Sure);
    }

    [Theory]
    [InlineData("Ne41045769", "41045769")]
    [InlineData("№ 41045769", "41045769")]
    [InlineData("Nq41045769", null)]
    [InlineData("Ne4104", null)]
    public void A_number_sign_read_as_letters_stands_before_six_figures_and_more(string printed, string? number) =>
        Read("医疗住院收费票据", Head + "  " + printed, "票据代码：51060198  预交金：100.00", "金额合计（大写）壹佰元整  （小写）100.00").Fields.Where(f => f.Key == "billNumber").Select(f => f.Value.Value).SingleOrDefault().ShouldBe(number);

    [Fact]
    public void The_end_of_a_label_or_of_a_department_on_the_next_line_of_its_cell_belongs_to_it()
    {
        var sheet = Moved(Drawn.Page("医疗保险住院费用结算单", Head, "起付线：400.00  个人现金支付：4626.05", "城乡居民大病保险支  744.78", "付"), "744.78", 20);
        BillReader.Read([sheet]).Fields["criticalPaid"].Value.ShouldBe("744.78");
        var record = Drawn.Page("示例镇卫生院", "出院记录", "姓名：周桂兰  性别：女", "科别：心血管内", "   科", "出院诊断：高血压病", "出院医嘱：休息");
        BillReader.Read([Moved(record, "科", -8, 35)]).Fields["department"].Value.ShouldBe("心血管内科");

        static RecognisedPage Moved(RecognisedPage page, string text, int down, int right = 0) => page with
        {
            Lines = [.. page.Lines.Select(l => l.Text == text ? l with { Where = new Quad(l.Where.X0 + right, l.Where.Y0 + down, l.Where.X1 + right, l.Where.Y1 + down, l.Where.X2 + right, l.Where.Y2 + down, l.Where.X3 + right, l.Where.Y3 + down) } : l)],
        };
    }

    [Fact]
    public void What_several_sums_ask_of_an_amount_that_was_not_read_must_be_one_value()
    {
        // The short sum leaves the assistance out and would give it to the account.
        var fields = Sheet("医疗费总额：14085.74  统筹基金支付：7514.39  医疗救助支付：2483.84  其他支付：0.00", "个人支付合计：4087.51  基金支付合计：9998.23  个人账户支付  个人现金支付：4087.51");
        fields["accountPaid"].Value.ShouldBe("0.00");
    }

    [Fact]
    public void A_class_that_was_lost_follows_from_the_share_where_the_list_itself_shows_how()
    {
        PaperReading List(string second) => Read("住院费用明细清单", Head, "项目名称            单价    数量  金额  类别  自付比例", "住院诊察费          16.00   9   144.00  甲  0%", "静脉输液            9.50   2   19.00  甲  0%",
            "心脏彩超            168.00   1   168.00  乙  10%", $"降钙素原检测            145.00   1   145.00  {second}  20%", "胸部平扫            225.00   1   225.00      10%", "病历复印费            0.50   2   1.00  丙  100%", "陪护床位费            10.00   1   10.00      100%");
        List("乙").Rows.Select(r => r.Class).ShouldBe(["甲", "甲", "乙", "乙", "乙", "丙", null]);
        List("甲").Rows[4].Class.ShouldBeNull();
    }

    [Fact]
    public void Who_treated_or_filled_in_is_not_who_was_ill_and_how_it_is_paid_is_no_diagnosis()
    {
        var paper = BillReader.Read([Drawn.Page("医疗保障基金结算清单", "姓名  马翠萍  性别  女  年龄  62岁  住院号  00230446", "出院西医主要诊断  2型糖尿病  主诊医师姓名  孙倩  责任护士姓名  孙倩",
            "金额合计  1769.32  医保统筹基金支付  1005.13  个人现金支付  764.19", "医保支付方式：口按项目  口单病种  疾病诊断相关分组(DRG)", "口按床日  口按人头", "填报人姓名  李娜")]);
        paper.Fields["name"].Value.ShouldBe("马翠萍");
        paper.Fields["diagnosis"].Value.ShouldBe("2型糖尿病");
    }

    [Fact]
    public void The_next_cells_first_line_is_no_rest_of_a_numbered_diagnosis_that_had_room_left()
    {
        string Diagnosis(params string[] below) => BillReader.Read([Drawn.Page(["出院记录", Head, "出院诊断  1.慢性阻塞性肺疾病急性加重", .. below])]).Fields["diagnosis"].Value;
        Diagnosis("          2.肺部感染", "          3.肝囊肿", "          反复咳嗽咳痰10余年，加重伴气促5天。入院时神志清，精神一般，双肺呼吸音粗", "入院情况  音，双下肢轻度水肿。").ShouldBe("慢性阻塞性肺疾病急性加重；肺部感染；肝囊肿");
        Diagnosis("          2.冠状动脉粥样硬化性心脏病伴不稳定型心绞痛并", "          陈旧性心肌梗死", "出院医嘱：注意休息").ShouldBe("慢性阻塞性肺疾病急性加重；冠状动脉粥样硬化性心脏病伴不稳定型心绞痛并陈旧性心肌梗死");
    }

    [Theory]
    [InlineData("心功能级", false)]
    [InlineData("心功能Ⅱ级", true)]
    public void A_grade_that_was_lost_leaves_a_diagnosis_in_doubt(string grade, bool sure) =>
        (BillReader.Read([Drawn.Page("出院记录", Head, $"出院诊断：1.冠状动脉粥样硬化性心脏病  2.{grade}", "出院医嘱：注意休息")]).Fields["diagnosis"].Confidence >= Sure).ShouldBe(sure);
}
