using System.Collections.Concurrent;
using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;

namespace Shouwang.Browser.Tests;

/// <summary>The road behind the chat, shortened: the n-th picture is the n-th paper of one stay, and after three the claim is decided.</summary>
sealed class Road : IKnowledge, IEffects, IPictureIntake
{
    public const string Village = "320281105203";

    static readonly string[] s_kinds = ["discharge-record", "fee-list", "settlement-sheet"];

    static readonly ClaimView s_claim = new(
        "c-1", "吕海金", "江阴市人民医院", "2026年2月20日", "2026年3月1日", "急性阑尾炎", "13,245.95", "1,200.00", "壹仟贰佰元整", "4,474.20",
        [new("医保报销", "8,771.75"), new("大病保险", "0.00"), new("医疗救助", "0.00"), new("村里互助", "1,200.00")],
        ["这次住院一共花了13,245.95元，医保等已经报了8,771.75元，您自己出了4,474.20元。", "村里的规矩：自己出的满3,000.00元，急性阑尾炎补1,200.00元。", "补的钱不超过您自己出的钱。"],
        [], "received");

    readonly ConcurrentDictionary<string, ConcurrentDictionary<string, PaperView>> _papers = new();
    readonly ConcurrentDictionary<string, BinaryData> _kept = new();

    /// <summary>One paper after the other, as a queue would.</summary>
    Task _reading = Task.CompletedTask;

    readonly Lock _order = new();

    public TurnEngine? Turns { get; set; }

    public Task<Knowledge> LoadAsync(string conversationId, ConversationState state, CancellationToken cancellationToken) => Task.FromResult(new Knowledge
    {
        Now = DateTimeOffset.UtcNow,
        Villages = [new(Village, "青禾村", "钱会计", "0510-00000000", "3,000.00")],
        Papers = [.. Papers(conversationId).Values],
    });

    public Task<Happening?> ApplyAsync(EffectContext context, Effect effect, CancellationToken cancellationToken)
    {
        if (effect is SubmitPaper paper)
            lock (_order)
                _reading = After(_reading, () => ReadAsync(context.ConversationId, paper.Hash));
        return Task.FromResult<Happening?>(null);
    }

    public Task<Picture> LookAsync(string conversationId, ConversationState state, BinaryData bytes, string fileName, CancellationToken cancellationToken)
    {
        var hash = Originals.HashOf(bytes);
        _kept[hash] = bytes;
        return Task.FromResult(new Picture(hash, fileName, PictureFile.Look(bytes)));
    }

    public Task<BinaryData?> OpenAsync(string conversationId, string hash, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault(hash));

    static async Task After(Task earlier, Func<Task> next)
    {
        await earlier;
        await Task.Yield();
        await next();
    }

    async Task ReadAsync(string conversation, string hash)
    {
        var papers = Papers(conversation);
        var paper = papers[hash] = new PaperView(hash, "read", s_kinds[papers.Count % 3], null, "吕海金", "江阴市人民医院", "13,245.95", []);
        await Turns!.TakeAsync(conversation, $"read-{hash}", new PaperRead(paper), default);
        if (papers.Count == 3) await Turns.TakeAsync(conversation, "claim-c-1", new ClaimDecided(s_claim, Before: false), default);
    }

    ConcurrentDictionary<string, PaperView> Papers(string conversation) => _papers.GetOrAdd(conversation, _ => new());
}
