using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.Tests.MutualAid.Association;

/// <summary>Every number is invented; the district 329901 does not exist.</summary>
public class PersonalDataTests
{
    [Theory]
    [InlineData("请周某（329901195903080082）先发言", "身份证号", "请周某（******************）先发言")]
    [InlineData("身份证３２９９０１１９５９０３０８００８２", "身份证号", "身份证******************")]
    [InlineData("329901 19590308 008x", "身份证号", "********************")]
    [InlineData("有事打 13900000000。", "电话号码", "有事打 ***********。")]
    [InlineData("有事打 139-0000-0000", "电话号码", "有事打 *************")]
    [InlineData("村委会 0510-86000000", "电话号码", "村委会 *************")]
    [InlineData("存到 6217 0000 0000 0000 123 这张卡", "银行卡号", "存到 *********************** 这张卡")]
    [InlineData("卡号6217000000000000", "银行卡号", "卡号****************")]
    public void Numbers_that_give_a_person_away_are_found_and_made_unreadable(string text, string what, string masked)
    {
        PersonalData.Find(text).ShouldBe(what);
        PersonalData.Mask(text).ShouldBe(masked);
        PersonalData.Find(masked).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-10-20 在村委会会议室，应到 30 人，实到 20 人，赞成 18 票。")]
    [InlineData("全年资金 329,000.00 元，每人 108 元，1296 个病种。")]
    [InlineData("方案 2027-1 从 2027-01-01 执行，2027 01 01 2027 12 31")]
    [InlineData("村代码 320281105203")]
    [InlineData("")]
    public void Days_votes_and_amounts_are_left_alone(string text)
    {
        PersonalData.Find(text).ShouldBeNull();
        PersonalData.Mask(text).ShouldBe(text);
    }
}
