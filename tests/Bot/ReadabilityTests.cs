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
        ["像素"] = [],
        ["缩略图"] = [],
        ["校验"] = [],
        ["定点"] = [],
        ["申诉"] = ["重新看", "申诉了", "替您申诉"],
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

    /// <summary>Everything that is said in all transcripts, with what papers, plan, rules and officers fill in.</summary>
    [Fact]
    public void No_message_has_a_sign_or_a_form_of_number_that_nobody_can_read_aloud()
    {
        foreach (var reply in Everything.Value)
        {
            Unreadable().Match(reply.Text!).Value.ShouldBeEmpty(reply.Text!);
            Unspoken().Match(reply.Speak!).Value.ShouldBeEmpty(reply.Speak!);
            reply.Text!.Length.ShouldBeLessThanOrEqualTo(600);
        }
    }

    /// <summary>One idea a message: what one message asks is one thing, and a menu is never longer than nine.</summary>
    [Fact]
    public void No_message_asks_two_things_or_offers_more_than_nine()
    {
        foreach (var reply in Everything.Value)
        {
            reply.Text!.Split("\n\n1 ")[0].Count(c => c == '？').ShouldBeLessThanOrEqualTo(1, reply.Text!);
            (reply.SuggestedActions?.Actions.Count ?? 0).ShouldBeLessThanOrEqualTo(9, reply.Text!);
        }
    }

    [Theory]
    [InlineData("申诉要在 2026-12-22 以前提出。", "申诉要在2026年12月22日以前提出。")]
    [InlineData("这次住院总共花了 5,000.00 元，每 100 元报 70 元。", "这次住院总共花了5,000.00元，每100元报70元。")]
    [InlineData("三级医院，报67.5%", "三级医院，报百分之67.5")]
    [InlineData("统一社会信用代码的校验位不对，请对着原件核对。", "医院的代码看着不对，请对着纸看一看。")]
    public void What_other_parts_write_is_told_in_everyday_words(string written, string told) => Plain.Told(written, 200).ShouldBe(told);

    [Theory]
    [InlineData("村里能补助1,200.00元。", "村里能补助1200元。")]
    [InlineData("总费用：8,245.17元", "总费用：8245元1角7分。")]
    [InlineData("4,100.50元，0.05元，10.05元", "4100元5角，5分，10元零5分。")]
    [InlineData("报70%", "报百分之70。")]
    [InlineData("算式：1,000.00 × 70%", "算式：1000.00，乘，百分之70。")]
    [InlineData("电话0510-00001234", "电话051000001234。")]
    public void Numbers_are_read_aloud_as_people_say_them(string text, string spoken) => Speech.Of(text).ShouldBe(spoken);

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

    private static readonly Lazy<IReadOnlyList<Schema.Activity>> Everything = new(() =>
    [
        .. Transcript.All.SelectMany(transcript =>
        {
            var rehearsal = new Rehearsal(transcript);
            rehearsal.Play();
            return rehearsal.Turns.SelectMany(turn => turn.Replies);
        }),
        .. Conversation.Take(Sample.Consented, new ClaimDecided(Sample.Claim with { Amount = null, Layers = [new("医疗救助", "还不能算")], Why = ["要在 2026-12-22 以前办。算式：5,000.00 × 70%。"], Missing = ["出院诊断对应的病种"] }, false), Sample.Known with { Cards = false }).Replies,
    ]);

    /// <summary>¥, %, slashes, days with dashes, 元 behind what is no number.</summary>
    [GeneratedRegex(@"[¥￥%/@#&<>{}]|20[0-9]{2}-[0-9]{2}|算元|[0-9] 元")]
    private static partial Regex Unreadable();

    /// <summary>Signs that a voice skips or spells, and hundredths as figures behind a point.</summary>
    [GeneratedRegex("[%×=−¥/]|\\.[0-9]{2}元")]
    private static partial Regex Unspoken();

    [GeneratedRegex("[。？！；：\n]")]
    private static partial Regex Ends();

    [GeneratedRegex("\\{[a-z-]+\\}")]
    private static partial Regex Places();

    [GeneratedRegex("(?<!不要在这里|不要|不)(?:发|告诉|报|填|输入|念)[^。，不]{0,6}(?:密码|验证码|卡号|身份证号)|(?:密码|验证码|卡号|身份证号)(?:发|告诉|报|念)(?:来|给)")]
    private static partial Regex Asks();
}
