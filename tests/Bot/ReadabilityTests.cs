using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Tests;

/// <summary>What the bot says can be read by a person of seventy, and read aloud to one who cannot read.</summary>
public sealed partial class ReadabilityTests
{
    private const int LongestSentence = 45;
    private const int LongestChoice = 14;

    /// <summary>Words of offices and computers, and what has to stand in the same message to make them plain; nothing helps the others.</summary>
    private static readonly Dictionary<string, string[]> Jargon = new()
    {
        ["统筹"] = [],
        ["核算"] = [],
        ["受理"] = [],
        ["系统"] = [],
        ["用户"] = [],
        ["登录"] = [],
        ["提交"] = [],
        ["上传"] = [],
        ["链接"] = [],
        ["验证"] = ["不要", "不问"],
        ["数据"] = [],
        ["识别"] = [],
        ["甲类"] = [],
        ["乙类"] = [],
        ["目录外"] = [],
        ["自付"] = [],
        ["自费"] = [],
        ["先行自付"] = [],
        ["补偿"] = [],
        ["赔付"] = [],
        ["待遇"] = [],
        ["给付"] = [],
        ["异议"] = [],
        ["复议"] = [],
        ["时限"] = [],
        ["授权"] = [],
    };

    private static IEnumerable<KeyValuePair<string, Phrase>> Told =>
        Catalogue.Phrases.Where(p => !p.Key.StartsWith("label.", StringComparison.Ordinal) && !p.Key.StartsWith("intent.", StringComparison.Ordinal) && !p.Key.StartsWith("paper-kind.", StringComparison.Ordinal));

    [Fact]
    public void No_sentence_is_too_long_to_follow()
    {
        foreach (var (key, phrase) in Told)
        {
            foreach (var sentence in Ends().Split(Places().Replace(phrase.Text, "某某")))
                sentence.Length.ShouldBeLessThanOrEqualTo(LongestSentence, $"{key}: {sentence}");
        }
    }

    [Fact]
    public void No_word_of_offices_or_computers_stands_without_its_everyday_word()
    {
        foreach (var (key, phrase) in Told)
        {
            foreach (var (word, plain) in Jargon.Where(j => phrase.Text.Contains(j.Key, StringComparison.Ordinal)))
                plain.Any(p => phrase.Text.Contains(p, StringComparison.Ordinal)).ShouldBeTrue($"{key}: {word}");
        }
    }

    [Fact]
    public void No_choice_is_a_bare_number_or_too_long_for_a_button()
    {
        foreach (var (key, phrase) in Catalogue.Phrases)
        {
            foreach (var choice in phrase.Choices)
            {
                choice.ShouldContain(c => char.IsLetter(c), key);
                choice.Length.ShouldBeLessThanOrEqualTo(LongestChoice, $"{key}: {choice}");
            }
        }
    }

    [Fact]
    public void Nothing_asks_for_a_password_a_code_or_a_card_number()
    {
        foreach (var (key, phrase) in Told)
            Asks().IsMatch(phrase.Text).ShouldBeFalse(key);
    }

    [Theory]
    [InlineData("把密码发给我")]
    [InlineData("请告诉我验证码")]
    [InlineData("请输入卡号")]
    public void The_rule_against_asking_knows_a_question_when_it_sees_one(string text) => Asks().IsMatch(text).ShouldBeTrue();

    [GeneratedRegex("[。？！；：\n]")]
    private static partial Regex Ends();

    [GeneratedRegex("\\{[a-z-]+\\}")]
    private static partial Regex Places();

    [GeneratedRegex("(?<!不要在这里|不要|不)(?:发|告诉|报|填|输入|念)[^。，不]{0,6}(?:密码|验证码|卡号|身份证号)|(?:密码|验证码|卡号|身份证号)(?:发|告诉|报|念)(?:来|给)")]
    private static partial Regex Asks();
}
