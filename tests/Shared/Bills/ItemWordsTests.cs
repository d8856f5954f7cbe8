using Shouwang.Shared.Bills;
using Shouwang.Shared.Bills.Items;

namespace Shouwang.Shared.Tests.Bills;

public class ItemWordsTests
{
    private const int Sure = 9_900;
    private const int Unsure = 7_000;

    private static string Mend(string read, int confidence) => ItemWords.Shipped.Mend(read, [.. Enumerable.Repeat(confidence, read.Length)]);

    [Theory]
    [InlineData("注射用洋托拉唑钠", "注射用泮托拉唑钠")]
    [InlineData("注射用洋托拉睡钠", "注射用泮托拉唑钠")]
    [InlineData("锁定接骨板系统-烧骨远端锁定板", "锁定接骨板系统-桡骨远端锁定板")]
    [InlineData("沙坦氨氯地平片(I)", "缬沙坦氨氯地平片(I)")]
    public void A_character_known_to_be_confused_is_put_right_however_surely_it_was_read(string read, string printed) => Mend(read, Sure).ShouldBe(printed);

    [Fact]
    public void Another_character_is_put_right_only_where_it_was_hardly_legible()
    {
        Mend("阿托线他汀钙片", Unsure).ShouldBe("阿托伐他汀钙片");
        Mend("阿托某他汀钙片", Sure).ShouldBe("阿托某他汀钙片");
    }

    [Theory]
    [InlineData("头孢某辛酯片")] // 头孢呋辛, but nothing says that 某 is 呋
    [InlineData("头孢地嗪")] // as near to 头孢地尼 as can be, and a word of its own
    [InlineData("头孢地某")] // may be either
    [InlineData("氯化钾注射液")]
    [InlineData("洋某拉睡")] // two that are confused, and one that is not
    public void What_may_be_another_medicine_stays_as_read(string read) => Mend(read, read.Contains("地某", StringComparison.Ordinal) ? Unsure : Sure).ShouldBe(read);

    [Fact]
    public void Every_word_of_the_list_stays_as_it_is()
    {
        var words = new ItemWords(["氯化钠注射液", "氯化钾注射液", "氯化钙注射液"], ["钠\t钾"]);
        foreach (var word in new[] { "氯化钠注射液", "氯化钾注射液", "氯化钙注射液" })
            words.Mend(word, [0, 0, 0, 0, 0, 0]).ShouldBe(word);
    }

    [Fact]
    public void A_row_says_that_its_name_was_put_right_and_how_it_was_read()
    {
        var row = BillReader.Read([Drawn.Page("住院费用清单", "姓名：周桂兰  住院号：00230446", "项目名称            单价    数量  金额", "注射用洋托拉唑钠     15.55   3   46.65", "住院诊察费          16.00   9   144.00")]).Rows[0];
        (row.Name, row.NameAsRead).ShouldBe(("注射用泮托拉唑钠", "注射用洋托拉唑钠"));
    }
}
