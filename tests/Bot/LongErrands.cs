namespace Shouwang.Bot.Tests;

/// <summary>Long errands and the people who run them (长差事): each errand is a list of steps with what must come of each; each person goes about it in their own messy way.</summary>
internal static class LongErrands
{
    private static readonly string[] Stay = ["discharge-record", "fee-list", "settlement-sheet"];

    public static readonly IReadOnlyList<LongErrand> All =
    [
        new("a whole claim with a wrong paper between", [
            Say("我要报住院补助", w => w.State.Waiting == "consent", "俺想把住院的单子报一报", "我要报小住院费"),
            Say("同意", w => w.State.ConsentedAt is not null, "我同意", "同意同意"),
            Photo("discharge-record"), Photo("other", w => w.Heard("paper-wrong")), Photo("fee-list"), Photo("settlement-sheet", w => w.Claims.Count == 1),
            Say("对", w => w.Did<ConfirmClaim>(), "对头", "对滴"),
            Say("为什么", w => w.Heard("why"), "为啥子", "为森么"), Say("什么时候发钱", w => w.Heard("payment"), "几时发钞票", "什么时后发钱"),
        ]),
        new("two stays one after the other", [
            .. Stay.Select(kind => Photo(kind)), Say("对", w => w.Did<ConfirmClaim>()),
            .. Stay.Select(kind => Photo(kind)), Say("对", w => w.Claims.Count == 2 && w.Claims.All(c => c.Confirmed == true)),
            Say("进度", w => w.Heard("progress"), "办到啥程度了", "进读"),
        ]) { Consented = true },
        new("three neighbours on one phone", [
            .. Neighbour("陆根生"), .. Neighbour("孙阿大"), .. Neighbour("钱桂英"),
            Say("进度", w => w.Claims.Count == 3 && w.Heard("progress")),
        ]) { Consented = true, Volunteer = true },
        new("a question before going to hospital", [
            Say("能补多少", w => w.Heard("how-much"), "能补几钿", "能补多少前"),
            Say("阑尾炎", w => w.Heard("how-much") && w.State.Waiting is null),
            Say("要哪些纸", w => w.Heard("papers"), "要带啥单据", "要哪些指"),
            Say("多久之内要交", w => w.Heard("deadlines"), "多少辰光之内要交", "多久之内要教"),
            Say("人工", w => w.Did<CallOfficer>(), "找人", "转人工"),
        ]) { Consented = true },
        new("an objection", [
            Say("为什么", w => w.Heard("why"), "为啥", "为什么啊"),
            Say("不同意这个数", w => w.State.Waiting == "objection", "我弗服气，要申诉", "我不服要申素"),
            Say("我交了五年会费，不该这么少", w => w.Effects.OfType<CallOfficer>().Any(c => c.Kind == "objection")),
            Say("进度", w => w.Heard("progress")),
        ]) { Consented = true, Decided = true },
        new("everything deleted", [
            Say("删除我的资料", w => w.State.Waiting == "delete", "把我的资料删掉", "山除我的资料"),
            Say("删除", w => w.Did<DeleteEverything>()),
        ]) { Consented = true, Decided = true },
        new("consent taken back and given again", [
            Say("撤回同意", w => w.State.Waiting == "withdraw-consent", "我不同意了", "撤回同义"),
            Say("撤回", w => w.State.ConsentedAt is null),
            Say("同意", w => w.State.ConsentedAt is not null),
            Photo("fee-list"),
        ]) { Consented = true },
        new("a name misread", [
            Say("不对", w => w.State.Waiting is "correct" or "no" || w.Heard("no") || w.Heard("correct"), "不对头", "不对不对"),
            Say("名字不对", w => w.Effects.OfType<CallOfficer>().Any(c => c.Kind == "correct"), "名字错了", "名字不对啊"),
        ]) { Consented = true, Decided = true },
        new("an officer's morning", [
            Say("待办", w => w.Heard("officer-pending")),
            Say("退回1", w => w.State.Waiting == "officer-return-why"), Say("照片看不清", w => w.State.Waiting == "officer-confirm"),
            Say("对", w => w.Effects.OfType<MoveClaim>().Any(m => m is { To: "returned", Number: 52 })),
            Say("批准2", w => w.State.Waiting == "officer-confirm"), Say("对", w => w.Effects.OfType<MoveClaim>().Any(m => m is { To: "approved", Claim: "c-2" })),
            Say("公示3", w => w.State.Waiting == "officer-confirm"), Say("不对", w => w.State.Waiting is null),
        ]) { Consented = true, Officer = true },
    ];

    /// <summary>Ways to go about it: what is said between the steps.</summary>
    public static readonly IReadOnlyList<Persona> People =
    [
        new("goes straight", []), new("speaks dialect", []) { Wording = 1 }, new("mistypes", []) { Wording = 2 },
        new("asks other things between", ["什么时候发钱", "肺炎能补多少钱", "要哪些纸"]), new("gives up and goes on", ["算了"]), new("gets lost", ["返回", "菜单"]),
        new("calls for a person", ["人工"]), new("is hard of hearing", ["再说一遍"]), new("chats", ["谢谢你啊", "今天天气真好"]), new("sends everything twice", []) { Twice = true },
        new("asks about medicine and fraud", ["这个药能停吗", "有人叫我先交手续费"]), new("types nonsense", ["asdf", "嗯嗯那个这个", "？？？"]),
    ];

    private static ErrandStep[] Neighbour(string name) =>
    [
        Say("替别人办", w => w.State.Waiting is "for-other" or "for-other.name" or "for-other.known", "帮人家办", "替别人办啊"),
        Say(name, w => w.State.Waiting == "for-other.agreed" || w.State.ActingFor == name),
        Say("答应了", w => w.State.ActingFor == name),
        .. Stay.Select(kind => Photo(kind, person: name)),
        Say("对", w => w.Claims.Any(c => c.Person == name && c.Confirmed == true)),
    ];

    private static ErrandStep Say(string words, Func<LongErrandWorld, bool> reached, params string[] otherwise) => new(words, null, null, reached, otherwise);

    private static ErrandStep Photo(string kind, Func<LongErrandWorld, bool>? reached = null, string? person = null) => new(null, kind, person, reached ?? (w => w.Did<SubmitPaper>()), []);
}

/// <summary>An errand of several steps.</summary>
internal sealed record LongErrand(string Name, IReadOnlyList<ErrandStep> Steps)
{
    public bool Consented { get; init; }
    public bool Decided { get; init; }
    public bool Volunteer { get; init; }
    public bool Officer { get; init; }
}

/// <summary>One step: words or a photo, and whether it has come to what it should.</summary>
internal sealed record ErrandStep(string? Words, string? Photo, string? Person, Func<LongErrandWorld, bool> Reached, IReadOnlyList<string> Otherwise);

/// <summary>Somebody with a way of their own.</summary>
/// <param name="Between">What they say between steps.</param>
internal sealed record Persona(string Name, IReadOnlyList<string> Between)
{
    /// <summary>0 plain, 1 dialect, 2 misspelt.</summary>
    public int Wording { get; init; }
    public bool Twice { get; init; }
}
