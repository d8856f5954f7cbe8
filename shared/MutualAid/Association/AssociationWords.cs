namespace Shouwang.Shared.MutualAid.Association;

/// <summary>The steps of the association in Chinese (议事程序用语).</summary>
public static class AssociationWords
{
    /// <summary>A step's name.</summary>
    public static string Name(Step step) => step switch
    {
        Step.Proposal => "两委会提议",
        Step.Consultation => "征求意见",
        Step.Letter => "告全体村民书",
        Step.Assembly => "村民代表和村民小组长会议",
        Step.Resolution => "形成决议",
        Step.Withdrawal => "撤回提议",
    };

    /// <summary>What an officer does in that step.</summary>
    public static string Advice(Step step) => step switch
    {
        Step.Proposal => "村“两委会”开会，就章程和补助方案形成提议。",
        Step.Consultation => "张贴征求意见公告，收集村民意见。",
        Step.Letter => "把《告全体村民书》发到每户。",
        Step.Assembly => "召开村民代表和村民小组长会议，签到、讨论、表决。",
        Step.Withdrawal => "写明为什么撤回；方案仍是草案，可以重新提议。",
        Step.Resolution => "写成决议，参会人员签名，扫描存档，登记票数。",
    };

    /// <summary>A step's name in the interface.</summary>
    public static string Key(Step step) => step switch
    {
        Step.Proposal => "proposal",
        Step.Consultation => "consultation",
        Step.Letter => "letter",
        Step.Assembly => "assembly",
        Step.Resolution => "resolution",
        Step.Withdrawal => "withdrawal",
    };

    /// <summary>A share in Chinese.</summary>
    public static string Share(Fraction share) => CharterWords.Words(share);

    /// <summary>The resolution in one sentence, as a plan names it.</summary>
    public static string Sentence(RecordedStep resolution) =>
        $"{resolution.Date:yyyy} 年 {resolution.Date.Month} 月 {resolution.Date.Day} 日村民代表和村民小组长会议通过（应到 {resolution.Votes!.Eligible} 人，实到 {resolution.Votes.Present} 人，赞成 {resolution.Votes.For} 票，反对 {resolution.Votes.Against} 票，弃权 {resolution.Votes.Abstained} 票）";
}
