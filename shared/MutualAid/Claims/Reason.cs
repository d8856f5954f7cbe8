using System.Collections.Immutable;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>Why a claim is refused or sent back (不予补助、退回的理由): numbered, in everyday words. The numbers are stored and told to people; never renumber.</summary>
/// <param name="Number">1 to 49 refuse, 51 to 99 send back.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Chinese">One sentence.</param>
/// <param name="Remedy">What the person can do, one sentence.</param>
public sealed record Reason(int Number, string Code, string Chinese, string Remedy)
{
    public const int NotAMember = 1;
    public const int Waiting = 2;
    public const int BelowEntryLine = 3;
    public const int Late = 4;
    public const int ExcludedCause = 5;
    public const int PaidElsewhere = 6;
    public const int SameIllness = 7;
    public const int YearlyCap = 8;
    public const int NothingBorne = 9;
    public const int NotInPlan = 10;
    public const int NotGenuine = 11;
    public const int GivenUp = 12;
    public const int OtherRefusal = 49;
    public const int OtherReturn = 99;

    /// <summary>Reasons to refuse.</summary>
    public static ImmutableArray<Reason> Refusals { get; } =
    [
        new(NotAMember, "not-a-member", "出院那天不是村互助会的会员。", "如果当时已经入会，请带缴费收据来核对。"),
        new(Waiting, "waiting", "出院那天还在入会后的等待期里。", "等待期过了以后出院的，可以申请。"),
        new(BelowEntryLine, "below-entry-line", "这次住院的总费用没到起补线。", "请核对费用清单，看有没有漏掉的费用。"),
        new(Late, "late", "过了申请的期限。", "如果有特殊原因没能按时申请，可以申诉时说明。"),
        new(ExcludedCause, "excluded-cause", "这次住院的原因，章程规定不补助。", "如果原因记错了，请带证明来更正。"),
        new(PaidElsewhere, "paid-elsewhere", "这张结算单已经领过补助。", "一张结算单只能领一次。如果不是同一张，请带原件来核对。"),
        new(SameIllness, "same-illness", "同一种病短时间里再次住院，合起来算，已经补过了。", "如果不是同一种病，请带出院记录来核对。"),
        new(YearlyCap, "yearly-cap", "今年的补助已经到了个人封顶数。", "明年出院的可以再申请。"),
        new(NothingBorne, "nothing-borne", "报销以后，自己没有再出钱。", "如果自己另外付过钱，请带收据来核对。"),
        new(NotInPlan, "not-in-plan", "出院那天村里没有生效的补助方案，或者方案里没有这个病。", "请问村里的工作人员。"),
        new(NotGenuine, "not-genuine", "材料前后对不上，或者不是真的。", "请带全部原件来核对。"),
        new(GivenUp, "given-up", "本人说了不申请。", "改变主意的话，可以在期限内再申请。"),
        new(OtherRefusal, "other", "其他原因。", "请问村里的工作人员。"),
    ];

    /// <summary>Reasons to send a claim back for something that is missing.</summary>
    public static ImmutableArray<Reason> Returns { get; } =
    [
        new(51, "papers-missing", "材料不全。", "请把缺的材料拍照补来。"),
        new(52, "not-readable", "照片看不清。", "请在亮处重拍，把整张纸拍进去。"),
        new(53, "person-differs", "几份材料上的姓名或者身份证号对不上。", "请补拍同一个人的材料。"),
        new(54, "money-differs", "几份材料上的金额对不上。", "请补拍完整的费用清单和结算单。"),
        new(55, "dates-differ", "几份材料上的日期对不上。", "请补拍同一次住院的材料。"),
        new(56, "proof-missing", "缺证明。", "请按工作人员写的，把证明补来。"),
        new(OtherReturn, "other", "其他原因。", "请按工作人员写的补来。"),
    ];

    /// <summary>Null where no reason has that number.</summary>
    public static Reason? Of(int number) => Refusals.Concat(Returns).FirstOrDefault(reason => reason.Number == number);
}
