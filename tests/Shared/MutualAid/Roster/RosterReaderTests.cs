using Shouwang.Shared.MutualAid.Roster;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Shared.Tests.MutualAid.Roster;

public class RosterReaderTests
{
    private const string Zhou = "329901195903080082";
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static RosterReading Read(params string[][] rows) => RosterReader.Read(rows, new DateOnly(2026, 1, 1), Today);

    private static RosterReading One(string name, string number, string born = "", string sex = "", string joined = "") =>
        Read(["姓名", "身份证号", "出生日期", "性别", "入会日期"], [name, number, born, sex, joined]);

    [Theory]
    [InlineData("2024/3/5")]
    [InlineData("2024.3.5")]
    [InlineData("2024-03-05")]
    [InlineData("20240305")]
    [InlineData("45356")]
    [InlineData("45356.5416666")]
    [InlineData("2024年3月5日")]
    [InlineData("二〇二四年三月五日")]
    [InlineData("二零二四年三月五日")]
    [InlineData("２０２４．３．５")]
    [InlineData("2024/3/5 0:00:00")]
    [InlineData("'2024-3-5")]
    public void A_date_is_read_however_an_office_writes_it(string cell) => CellText.Date(cell).ShouldBe(new DateOnly(2024, 3, 5));

    [Theory]
    [InlineData("二〇二四年十月十日", "2024-10-10")]
    [InlineData("二〇二四年十二月三十一日", "2024-12-31")]
    [InlineData("二〇二四年二月二十日", "2024-02-20")]
    public void Tens_in_Chinese_numerals_are_read(string cell, string date) => CellText.Date(cell)!.Value.ToString("yyyy-MM-dd").ShouldBe(date);

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("3月5日")]
    [InlineData("去年春天")]
    [InlineData("20241305")]
    [InlineData("99999")]
    public void What_is_no_date_is_none(string cell) => CellText.Date(cell).ShouldBeNull();

    [Theory]
    [InlineData("'329901195903080082")]
    [InlineData(" 329901 19590308 0082 ")]
    [InlineData("３２９９０１１９５９０３０８００８２")]
    public void An_identity_number_is_freed_of_what_the_spreadsheet_put_around_it(string cell) =>
        One("周 桂 兰", cell).Entries.ShouldHaveSingleItem().ShouldBe(new RosterEntry(2, "周桂兰", Zhou, new DateOnly(1959, 3, 8), "女", new DateOnly(2026, 1, 1)));

    [Fact]
    public void A_small_x_is_a_large_one()
    {
        One("王示例", "11010519491231002x").Entries.ShouldHaveSingleItem().IdNumber.ShouldBe("11010519491231002X");
        One("王示例", "11010519491231002Ｘ").Entries.ShouldHaveSingleItem().IdNumber.ShouldBe("11010519491231002X");
    }

    [Theory]
    [InlineData("3.29901E+17", "id-number-eaten", "文本")]
    [InlineData("3.2990119590308E+17", "id-number-eaten", "找不回来")]
    [InlineData("329901195903080000", "id-number-eaten", "文本")]
    [InlineData("329901195903080083", "id-number-check", "应该是 2")]
    [InlineData("329901195913080082", "id-number-birth", "不是真的日期")]
    [InlineData("32990119590308008", "id-number-length", "17 位")]
    [InlineData("329901590308008", "id-number-old", "18 位")]
    [InlineData("32990119590308OO82", "id-number-letters", "数字")]
    [InlineData("", "id-number-missing", "补上")]
    public void A_wrong_identity_number_is_named_with_its_remedy(string cell, string code, string remedy)
    {
        var reading = One("周桂兰", cell);
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Code).ShouldBe((2, code));
        fault.Detail.ShouldContain(remedy);
        fault.Detail.ShouldNotContain("3299011959");
        reading.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1959-03-09", "", "", "born-differs")]
    [InlineData("1959.3", "", "", null)]
    [InlineData("", "男", "", "sex-differs")]
    [InlineData("", "女", "1950-01-01", "joined-before-birth")]
    [InlineData("", "", "2036-01-01", "joined-future")]
    [InlineData("", "", "去年", "date-malformed")]
    public void What_does_not_fit_the_identity_number_is_named(string born, string sex, string joined, string? code) =>
        One("周桂兰", Zhou, born, sex, joined).Faults.Select(fault => fault.Code).ShouldBe(code is null ? [] : [code]);

    [Fact]
    public void Title_rows_merged_headers_sums_and_blank_rows_do_no_harm()
    {
        var reading = Read(
            ["江阴市示例镇守望村医疗互助会会员名册", "", "", "", ""],
            ["填表日期：2026年1月5日", "", "", "", ""],
            ["序号", "家庭", "", "会员信息", ""],
            ["", "户号", "与户主关系", "姓  名*", "公民身份号码（18位）"],
            ["1", "7-12", "户主", "周桂兰", Zhou],
            ["2", "", "配偶", "王示例", "11010519491231002X"],
            ["", "", "", "", ""],
            ["合计", "", "", "2人", ""]);
        reading.Faults.ShouldBeEmpty();
        reading.Entries.Select(entry => (entry.Row, entry.Name, entry.Household, entry.Relation)).ShouldBe([(5, "周桂兰", "7-12", "户主"), (6, "王示例", "7-12", "配偶")]);
    }

    [Fact]
    public void Rows_that_repeat_a_person_are_told_apart_from_rows_that_contradict()
    {
        var reading = Read(["姓名", "身份证号", "入会日期"], ["周桂兰", Zhou, ""], ["周桂兰", Zhou, ""], ["周桂兰", Zhou, "2025-01-01"], ["李示例", Zhou, ""]);
        reading.Entries.ShouldHaveSingleItem();
        reading.Warnings.Select(warning => (warning.Row, warning.Code)).ShouldBe([(3, "row-twice")]);
        reading.Faults.Select(fault => (fault.Row, fault.Code)).ShouldBe([(4, "id-number-twice"), (5, "id-number-twice")]);
    }

    [Fact]
    public void A_sheet_without_the_two_columns_says_so() => Read(["名字", "电话"], ["周桂兰", "1"]).Faults.ShouldHaveSingleItem().Code.ShouldBe("header-missing");

    [Fact]
    public void Leaving_is_read_with_its_reason()
    {
        var entry = Read(["姓名", "身份证号", "退会日期", "退会原因"], ["周桂兰", Zhou, "2026/2/1", "病故去世"]).Entries.ShouldHaveSingleItem();
        (entry.Left, entry.LeftWhy).ShouldBe((new DateOnly(2026, 2, 1), "died"));
    }
}
