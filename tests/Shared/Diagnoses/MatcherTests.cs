using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Tests.Diagnoses;

public class MatcherTests
{
    [Theory]
    [InlineData("急性阑尾炎", "K35")]
    [InlineData("１．急性阑尾炎；２．高血压", "K35")]
    [InlineData("2型糖尿病", "E11")]
    [InlineData("COPD", "J44")]
    public void Plain_name_finds_its_entry_first(string text, string entry) =>
        DiagnosisMatcher.Default.Match(text).Matches[0].Entry.Code.ShouldBe(entry);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？？？")]
    [InlineData("1.")]
    public void Text_that_says_nothing_is_never_sure(string text) =>
        DiagnosisMatcher.Default.Match(text).Sure.ShouldBeFalse();

    [Fact]
    public void No_more_matches_come_than_were_asked_for() =>
        DiagnosisMatcher.Default.Match("高血压；糖尿病；肺炎；脑梗死；胆结石", 2).Matches.Count.ShouldBe(2);
}
