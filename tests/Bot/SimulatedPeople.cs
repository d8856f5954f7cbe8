namespace Shouwang.Bot.Tests;

/// <summary>People with something to get done (模拟村民), each saying it in a way of their own; offered choices, they take the one that fits, answered past the point they say it again, then in the menu's words.</summary>
internal static class SimulatedPeople
{
    /// <summary>So many messages beyond the least and the person gives up.</summary>
    private const int Patience = 3;

    public static readonly IReadOnlyList<Errand> Errands =
    [
        new("why", ["为什么", "为什么只有这么点", "这个数怎么算出来的", "咋才补这么些钱啊"], "为什么是这个数"),
        new("progress", ["进度", "我的补助办到哪一步了", "批下来没有啊", "等了好久了怎么没消息"], "看进度"),
        new("payment", ["什么时候发钱", "钱啥时候到账", "补助几号能打到卡里", "公示完了多久给钱"], "什么时候发钱"),
        new("papers", ["要哪些纸", "报这个要带什么材料", "要交哪几张单子", "需要准备什么资料"], "要哪些纸"),
        new("rules", ["规则", "村里的补助是什么规定", "门诊能不能补", "一年能补几次"], "补助规则"),
        new("CallOfficer", ["人工", "我要找人说", "叫会计给我打电话", "跟机器说不清，找个干部"], "人工"),
        new("fraud", ["有人打电话要我先交手续费", "收到短信叫我点链接领补助", "他问我要验证码"], "骗子要验证码"),
        new("LookUpDisease", ["能补多少", "阑尾炎能补多少", "我得了肺炎村里能补多少钱"], "能补多少") { Asked = "how-much", Then = "阑尾炎" },
        new("bank-card", ["换银行卡", "我的卡丢了怎么办", "卡号填错了想改一下"], "换银行卡"),
        new("send-papers", ["交住院资料", "我出院了想报补助", "住院的单子怎么交", "要申请补助"], "交住院资料") { Asked = "consent", Then = "同意", IsNew = true, Least = 2 },
        new("CallOfficer", ["不服", "这个结果我不服要申诉", "补得太少了不公平我有意见"], "有意见") { Asked = "objection", Then = "我交了五年会费，不该这么少", Least = 2 },
        new("DeleteEverything", ["删除我的资料", "把我的照片都删掉", "我的信息请你们清空"], "删除我的资料") { Asked = "delete", Then = "对", Least = 2 },
        new("not-mine", ["明天下不下雨", "养老金什么时候发", "给我唱个戏"], "天气怎么样"),
    ];

    /// <summary>As it is, politely, insistently, shyly.</summary>
    public static IEnumerable<string> Voices(string words) => [words, $"麻烦问一下，{words}啊", $"{words}？？", $"哎呀我年纪大了不太懂，{words}"];

    /// <summary>How many messages it took; null where the person gave up.</summary>
    public static int? Run(Errand errand, string first)
    {
        var state = errand.IsNew ? new ConversationState() : Sample.Consented;
        var known = Sample.Known with { Claims = errand.IsNew ? [] : [Sample.Claim with { Confirmed = true }] };
        var say = first;
        for (var turns = 1; turns <= errand.Least + Patience; turns++)
        {
            var turn = Conversation.Take(state, Sample.Says(say), known);
            if (turns >= errand.Least && (Sample.Kinds(turn).Contains(errand.Goal) || turn.Effects.Any(e => e.GetType().Name == errand.Goal)))
                return turns;
            state = turn.State;
            say = state.Waiting == errand.Asked && errand.Then is { } then ? then
                : state.Choices.Contains(errand.Plainly) ? errand.Plainly
                : turns == 1 ? errand.Words[1] : errand.Plainly;
        }
        return null;
    }
}

/// <summary>What somebody wants to get done.</summary>
/// <param name="Goal">The kind of message or the effect that does it.</param>
/// <param name="Words">Ways to say it.</param>
/// <param name="Plainly">The menu's words for it.</param>
internal sealed record Errand(string Goal, IReadOnlyList<string> Words, string Plainly)
{
    /// <summary>The bot's question on the way, and the answer to it.</summary>
    public string? Asked { get; init; }
    public string? Then { get; init; }

    /// <summary>Has not agreed to anything yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The fewest messages it takes.</summary>
    public int Least { get; init; } = 1;
}
