using System.Collections.Concurrent;
using Shouwang.Bot;
using Shouwang.Bot.Schema;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Tests.Channels;

/// <summary>A bot of five sentences with everything it touches kept in memory, so that the channel is what is tested.</summary>
sealed class ScriptedBot : IKnowledge, IEffects, IPictureIntake
{
    public const string Village = "320281105203";
    public const string Welcome = "您好，我是村里的小助手。";

    public ConcurrentQueue<(string Turn, Effect Effect)> Applied { get; } = new();

    public ConcurrentDictionary<string, BinaryData> Kept { get; } = new();

    /// <summary>No turn is decided before this.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public async Task<Knowledge> LoadAsync(string conversationId, ConversationState state, CancellationToken cancellationToken)
    {
        if (Hold is { } hold) await hold.Task.WaitAsync(cancellationToken);
        return new Knowledge { Now = DateTimeOffset.UnixEpoch, Villages = [new(Village, "青禾村", "钱会计", "0510-00000000", "")] };
    }

    public Task<Happening?> ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken)
    {
        Applied.Enqueue((context.TurnId, effect));
        return Task.FromResult<Happening?>(effect is MoveClaim move ? new ClaimMoveAnswered(null, move.To, move.Claim) : null);
    }

    public Task<Picture> LookAsync(string conversationId, ConversationState state, BinaryData bytes, string fileName, CancellationToken cancellationToken)
    {
        var hash = Originals.HashOf(bytes);
        if (state.ConsentedAt is not null) Kept[$"{conversationId}/{hash}"] = bytes;
        return Task.FromResult(new Picture(hash, fileName, PictureVerdict.Fine));
    }

    public Task<BinaryData?> OpenAsync(string conversationId, string hash, CancellationToken cancellationToken) =>
        Task.FromResult(Kept.GetValueOrDefault($"{conversationId}/{hash}"));

    public static Turn Decide(ConversationState state, Happening happening, Knowledge knowledge) => happening switch
    {
        PersonArrived => new(state, [Says(Welcome) with { SuggestedActions = new([], [new("imBack", "同意", "同意"), new("imBack", "报销进度", "报销进度"), new("imBack", "人工", "人工")]) }], []),
        PersonSent { Activity.Text: "同意" } => new(state with { ConsentedAt = knowledge.Now, Early = [] }, [Says("好的，请发照片。")], state.Early.Count > 0 ? [new HearAgain([.. state.Early.Select(it => it.Message)])] : []),
        PersonSent { Pictures: [{ Verdict: PictureVerdict.Recording or PictureVerdict.NoPaper or PictureVerdict.NotDelivered } unseen, ..] } => new(state, [Says($"看不了：{unseen.Verdict}")], []),
        PersonSent { Pictures: { Count: > 0 } pictures } sent when state.ConsentedAt is null && sent.Activity.Attachments is [{ ContentUrl: not null }, ..] =>
            new(state with { Early = [.. state.Early, new(sent.Activity.Id!, CanBeFetched: true)] }, [Says($"先不收{pictures.Count}张照片。")], []),
        PersonSent { Activity.Text: "人工" } => new(state, [Says("已经告诉村里的工作人员。")], [new CallOfficer("asked")]),
        PersonSent { Activity.Text: "全部删除" } => new(new ConversationState(), [Says("已经删除。")], [new DeleteEverything()]),
        PersonSent { Activity.Text: "批准" } => new(state, [], [new MoveClaim("c-1", "approved", null)]),
        ClaimMoveAnswered moved => new(state with { NotUnderstood = state.NotUnderstood + 1 }, [Says($"没有办成：{moved.Refusal}")], []),
        PersonSent { Activity.Text: "出错" } => throw new InvalidOperationException("stumbled"),
        PersonSent { Pictures: { Count: > 0 } pictures } => new(state, [Says($"收到{pictures.Count}张照片。")], [.. pictures.Select(picture => new SubmitPaper(picture.Hash, 1))]),
        PersonSent sent => new(state with { NotUnderstood = state.NotUnderstood + 1 }, [new Activity { Type = "typing" }, Says($"您说的是：{sent.Activity.Text}")], []),
        PaperRead read => new(state, [Says($"读好了：{read.Paper.Hash}")], []),
        _ => new(state, [], []),
    };

    static Activity Says(string text) => new() { Type = "message", Text = text };
}
