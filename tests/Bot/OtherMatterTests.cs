using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Tests;

/// <summary>Errands at other counters: nobody is sent home for hospital papers who asked what to bring to the police station.</summary>
public sealed class OtherMatterTests
{
    [Theory]
    [InlineData("上户口要带什么")]
    [InlineData("给孙子上户口要哪些材料")]
    [InlineData("落户要带什么东西")]
    [InlineData("迁户口要什么手续")]
    [InlineData("户口迁移要带啥")]
    [InlineData("销户要带什么")]
    [InlineData("身份证补办要带什么")]
    [InlineData("办身份证要哪些材料")]
    [InlineData("结婚登记要带什么")]
    [InlineData("去派出所要带什么")]
    [InlineData("孩子上学报名要带什么")]
    [InlineData("办老年证要带什么")]
    [InlineData("申请低保要哪些材料")]
    [InlineData("房子过户要什么材料")]
    [InlineData("办营业执照要带啥材料")]
    [InlineData("打疫苗要带什么")]
    [InlineData("明天开会要带什么")]
    public void What_to_bring_elsewhere_is_not_answered_with_hospital_papers(string said)
    {
        var turn = Conversation.Take(Sample.Consented, Sample.Says(said), Sample.Known);
        var answer = string.Join('\n', turn.Replies.Select(reply => reply.Text));
        answer.ShouldNotContain("出院记录");
        answer.ShouldContain("我只管村里的医疗补助");
    }

    [Theory]
    [InlineData("要带什么")]
    [InlineData("来村里要带点啥")]
    [InlineData("交补助要带什么材料")]
    [InlineData("户口不在村里，报补助要带什么")]
    [InlineData("要带户口本和身份证吗，住院的要哪些单子")]
    [InlineData("去办公室要带什么东西")]
    public void What_to_bring_for_a_claim_is_answered_with_its_papers(string said) => Terms.Find(said).ShouldBeOneOf(Intent.WhichPapers, null);

    [Theory]
    [InlineData("户口迁走了还能补吗")]
    [InlineData("我户口不在村里能参加吗")]
    [InlineData("我是低保户补多少")]
    [InlineData("体检能报销吗")]
    public void Whoever_asks_of_aid_with_such_a_word_in_it_asks_of_aid(string said) => Terms.Find(said).ShouldNotBe(Intent.OutOfScope);
}
