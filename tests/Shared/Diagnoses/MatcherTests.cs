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
    [InlineData("高血压；急性阑尾炎", "I10", "高血压")]
    [InlineData("1.急性阑尾炎 2.高血压", "K35", "急性阑尾炎")]
    [InlineData("先天性心脏病 室间隔缺损", "Q21", "室间隔缺损")]
    [InlineData("脑出血；高血压病3级(很高危)", "I61", "脑出血")]
    [InlineData("车祸伤；左股骨干骨折", "S72", "左股骨干骨折")]
    [InlineData("贫血查因：慢性胃溃疡", "K25", "慢性胃溃疡")]
    public void First_diagnosis_leads_unless_it_only_names_the_family(string text, string entry, string main)
    {
        var answer = DiagnosisMatcher.Default.Match(text);
        answer.Matches[0].Entry.Code.ShouldBe(entry);
        answer.Main.ShouldBe(main);
    }

    /// <summary>中风 alone would be a stroke.</summary>
    [Theory]
    [InlineData("中医诊断：中风病(中经络)；风痰阻络证；西医诊断：急性阑尾炎；高血压病2级")]
    [InlineData("西医诊断:急性阑尾炎 中医诊断:中风病")]
    [InlineData("中医：中风病，西医：急性阑尾炎")]
    public void Western_diagnoses_lead_where_a_text_says_which_they_are(string text)
    {
        var answer = DiagnosisMatcher.Default.Match(text);
        answer.Matches[0].Entry.Code.ShouldBe("K35");
        answer.Main.ShouldBe("急性阑尾炎");
        answer.Sure.ShouldBeTrue();
    }

    [Fact]
    public void Chinese_medicine_alone_is_looked_for_and_never_sure()
    {
        var answer = DiagnosisMatcher.Default.Match("中医诊断：急性阑尾炎");
        answer.Matches[0].Entry.Code.ShouldBe("K35");
        answer.Sure.ShouldBeFalse();
    }

    [Fact]
    public void Match_says_why()
    {
        DiagnosisMatcher.Default.Match("右肺Ca").Matches[0].Reasons.ShouldContain("缩写 CA");
        DiagnosisMatcher.Default.Match("急性阑尾炎").Matches[0].Reasons.ShouldContain("名称完全一致");
    }

    [Fact]
    public void Every_match_has_a_reason() =>
        DiagnosisMatcher.Default.Match("高血压；糖尿病；肺炎；腰疼", 5).Matches.ShouldAllBe(m => m.Reasons.Count > 0);

    [Fact]
    public void Operation_is_reported_and_is_a_reason()
    {
        var answer = DiagnosisMatcher.Default.Match("急性胆囊炎，行腹腔镜下胆囊切除术");
        answer.Matches[0].Entry.Code.ShouldBe("K81");
        answer.Operations.ShouldBe([new Operation("51.23", "腹腔镜胆囊切除术")]);
        answer.Matches[0].Reasons.ShouldContain("手术：腹腔镜胆囊切除术（51.23）");
    }

    [Fact]
    public void Misread_character_is_borne() =>
        DiagnosisMatcher.Default.Match("腰椎问盘突出").Matches[0].Entry.Code.ShouldBe("M51");

    [Fact]
    public void Endless_text_is_answered_by_its_beginning() =>
        DiagnosisMatcher.Default.Match(string.Concat(Enumerable.Repeat("急性阑尾炎，", 2000))).Matches[0].Entry.Code.ShouldBe("K35");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？？？")]
    [InlineData("1.")]
    public void Text_that_says_nothing_is_never_sure(string text) =>
        DiagnosisMatcher.Default.Match(text).Sure.ShouldBeFalse();

    [Theory]
    [InlineData("急性阑尾炎；高血压病2级(高危)；2型糖尿病", true)]
    [InlineData("右侧胆囊结石；脑梗死", true)]
    [InlineData("高血压病3级(很高危)", true)]
    [InlineData("阴道炎(阴道假丝酵母菌病)", false)]
    [InlineData("急性阑尾炎？高血压病", false)]
    [InlineData("左侧股骨粗隆间粉碎性骨折", true)]
    [InlineData("左小腿皮肤挫裂伤伴软组织缺损", false)]
    public void A_name_written_first_is_sure_unless_brackets_or_doubt_say_more(string text, bool sure) =>
        DiagnosisMatcher.Default.Match(text).Sure.ShouldBe(sure);

    [Fact]
    public void No_more_matches_come_than_were_asked_for() =>
        DiagnosisMatcher.Default.Match("高血压；糖尿病；肺炎；脑梗死；胆结石", 2).Matches.Count.ShouldBe(2);
}
