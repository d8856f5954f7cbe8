using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("１", 1)]
    [InlineData("一", 1)]
    [InlineData("①", 1)]
    [InlineData("1️⃣", 1)]
    [InlineData("选1", 1)]
    [InlineData("第一个", 1)]
    [InlineData("我选第二个", 2)]
    [InlineData("回复 2。", 2)]
    [InlineData("❷", 2)]
    [InlineData("叁", 3)]
    [InlineData("第3项吧", 3)]
    public void A_number_is_a_choice_however_it_is_written(string text, int number) => Commands.Choice(text).ShouldBe(number);

    [Theory]
    [InlineData("12")]
    [InlineData("一万")]
    [InlineData("第一次")]
    [InlineData("10号")]
    public void A_number_that_is_something_else_is_no_choice(string text) => Commands.Choice(text).ShouldBeNull();

    [Theory]
    [InlineData("人 工！", "Human")]
    [InlineData("轉人工", "Human")]
    [InlineData("返回吧", "Back")]
    [InlineData("ＯＫ", "Yes")]
    [InlineData("👌", "Yes")]
    [InlineData("弗对", "No")]
    [InlineData("不同意", "Refuse")]
    [InlineData("同意。", "Consent")]
    [InlineData("听不清", "Repeat")]
    [InlineData("停止", "Stop")]
    [InlineData("嗯嗯嗯", "Yes")]
    [InlineData("ok的", "Yes")]
    [InlineData("❌", "No")]
    [InlineData("后退", "Back")]
    [InlineData("我拒绝", "Refuse")]
    public void A_command_is_understood_in_any_dress(string text, string intent) => Commands.Find(text).ToString().ShouldBe(intent);

    [Fact]
    public void The_words_of_every_likely_meaning_are_a_command()
    {
        var meanings = Catalogue.Phrases.Where(p => p.Key.StartsWith("intent.", StringComparison.Ordinal)).ToList();
        meanings.ShouldNotBeEmpty();
        foreach (var (key, phrase) in meanings)
            Commands.Find(phrase.Text).ToString().ShouldBe(key["intent.".Length..]);
    }

    [Fact]
    public void Every_choice_of_the_menu_is_a_command() =>
        Catalogue.Phrases["menu"].Choices.ShouldAllBe(c => Commands.Find(c) != Intent.Unknown);
}
