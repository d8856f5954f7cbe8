using Shouwang.Shared.Bills;

namespace Shouwang.Shared.Tests.Bills;

/// <summary>Shares that the patient pays first (自付比例), read into their neighbour, lost or misread.</summary>
public class SelfShareTests
{
    private const string Title = "示例县北坡医院住院费用明细清单";
    private const string Head = "姓名：周桂兰  住院号：00230446  科室：普外科";

    private static int?[] Shares(string columns, params string[] rows) =>
        [.. BillReader.Read([Drawn.Page([Title, Head, columns, .. rows])]).Rows.Select(r => r.SelfShare?.Value)];

    [Fact]
    public void A_share_read_in_one_with_the_word_behind_it_is_parted_and_a_name_that_begins_so_is_not() => Shares(
        "项目名称            单位  数量  单价    金额    医保等级  自付比例  执行科室",
        "5%葡萄糖注射液      瓶    2     2.50    5.00    甲        0%住院药房",
        "院内制剂咳喘合剂    瓶    1     26.00   26.00   丙        100%住院药房",
        "床旁超声检查        次    1     80.00   80.00   乙        10%  超声科").ShouldBe([0, 10_000, 1_000]);

    [Fact]
    public void A_misread_share_is_the_one_that_makes_what_was_paid() => Shares(
        "项目名称            数量  单价    金额    类别  自付比例  自付金额",
        "住院诊察费          9     16.00   144.00  甲    0%        0.00",
        "静脉输液            2     9.50    19.00   甲    96%       0.00",
        "血细胞分析          3     20.00   60.00   甲    0%        0.00",
        "葡萄糖测定          4     5.00    20.00   甲    0%        0.00",
        "尿液分析            1     9.00    9.00    甲    0%        0.00",
        "床旁超声检查        1     80.00   80.00   乙    10%       8.00").ShouldBe([0, 0, 0, 0, 0, 1_000]);

    [Fact]
    public void Where_a_column_of_its_own_holds_what_is_paid_wholly_nothing_paid_means_what_the_class_says() => Shares(
        "项目名称            数量  单价    金额    类别  自付比例  自付金额  自费金额",
        "住院诊察费          9     16.00   144.00  甲    0.00      0.00      0.00",
        "床旁超声检查        1     80.00   80.00   乙    0.10      8.00      0.00",
        "静脉输液            2     9.50    19.00   甲              0.00      0.00",
        "病历复印费          1     6.00    6.00    丙    1.00      0.00      6.00",
        "陪护床费            2     10.00   20.00   丙              0.00      20.00").ShouldBe([0, 1_000, 0, 10_000, 10_000]);

    [Fact]
    public void A_lost_share_is_what_all_other_items_of_its_class_have_where_that_is_nothing_or_everything() => Shares(
        "项目名称            数量  单价    金额    类别  自付比例",
        "住院诊察费          9     16.00   144.00  甲    0%",
        "血细胞分析          3     20.00   60.00   甲    0%",
        "静脉输液            2     9.50    19.00   甲",
        "床旁超声检查        1     80.00   80.00   乙    10%",
        "肌钙蛋白测定        1     90.00   90.00   乙    10%",
        "糖化血红蛋白测定    1     50.00   50.00   乙").ShouldBe([0, 0, 0, 1_000, 1_000, null]);
}
