using System.Collections.Immutable;
using Shouwang.Bot.Schema;

namespace Shouwang.Bot;

/// <summary>One step of a conversation: what the bot remembers, what happened, what it knows → what it remembers then, says and asks to be done.</summary>
/// <param name="Replies">Activities without id, conversation or timestamp; the channel adds them.</param>
public sealed record Turn(ConversationState State, IReadOnlyList<Activity> Replies, IReadOnlyList<Effect> Effects);

/// <summary>What the bot remembers of one conversation. Durable; keep it small and free of medical facts.</summary>
public sealed record ConversationState
{
    /// <summary>Twelve-digit village code, once known.</summary>
    public string? Village { get; init; }

    /// <summary>When the person agreed to the papers being read; null until then and after withdrawal.</summary>
    public DateTimeOffset? ConsentedAt { get; init; }

    /// <summary>How many folders (资料袋) this conversation has opened: papers go into the latest.</summary>
    public int Folder { get; init; }

    /// <summary>The dialog that waits for an answer, and what it has so far.</summary>
    public string? Waiting { get; init; }

    /// <summary>Answers collected by the waiting dialog.</summary>
    public ImmutableSortedDictionary<string, string> Slots { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How often in a row nothing was understood.</summary>
    public int NotUnderstood { get; init; }
}

/// <summary>What happened.</summary>
public abstract record Happening;

/// <summary>The person sent something: text, a button, or pictures (already looked at by the intake, one verdict each).</summary>
public sealed record PersonSent(Activity Activity, IReadOnlyList<Picture> Pictures) : Happening;

/// <summary>The person opened the conversation.</summary>
public sealed record PersonArrived : Happening;

/// <summary>A paper has been read, or could not be.</summary>
public sealed record PaperRead(PaperView Paper) : Happening;

/// <summary>Reading takes longer than it should: the recogniser is down and will be tried again.</summary>
public sealed record ReadingDelayed : Happening;

/// <summary>The folder is complete and the claim has been worked out, or it was claimed before.</summary>
public sealed record ClaimDecided(ClaimView Claim, bool Before) : Happening;

/// <summary>One picture as the intake saw it.</summary>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Verdict">Whether it will do.</param>
public sealed record Picture(string Hash, string Name, PictureVerdict Verdict);

/// <summary>What the intake makes of a file from its bytes alone.</summary>
public enum PictureVerdict
{
    Fine,
    Empty,
    NotAPicture,
    Damaged,
    TooLarge,
    TooManyPixels,
    TooSmall,
    Pdf,
    Heic,

    /// <summary>The same bytes are already in this folder.</summary>
    SentBefore,
}

/// <summary>What the bot knows when it answers; loaded by the shell for this conversation alone.</summary>
public sealed record Knowledge
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Villages this instance serves: code and name.</summary>
    public IReadOnlyList<VillageView> Villages { get; init; } = [];

    /// <summary>The open folder's papers, oldest first.</summary>
    public IReadOnlyList<PaperView> Papers { get; init; } = [];

    /// <summary>What is wrong with the folder as a whole, in Chinese sentences: two people's papers, totals that differ.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Claims made from this conversation, newest first.</summary>
    public IReadOnlyList<ClaimView> Claims { get; init; } = [];
}

/// <summary>A village as the conversation shows it.</summary>
public sealed record VillageView(string Code, string Name, string OfficerName, string OfficerPhone, string EntryLine);

/// <summary>A paper as the conversation shows it.</summary>
/// <param name="Kind">Name of <c>PaperKind</c> in kebab case: "discharge-record".</param>
/// <param name="State">waiting, read, unreadable.</param>
/// <param name="Advice">For an unreadable one: what to do better, in Chinese.</param>
/// <param name="Person">Name on the paper.</param>
public sealed record PaperView(string Hash, string State, string? Kind, string? Advice, string? Person, string? Hospital, string? Total, IReadOnlyList<string> Doubts);

/// <summary>A claim as the conversation shows it: amounts "12,345.67", sentences ready to say.</summary>
/// <param name="Amount">What the village pays; null where it cannot be said yet.</param>
/// <param name="AmountInCapitals">The same in capitals: 壹仟贰佰元整.</param>
/// <param name="Layers">Every layer: its everyday name and its amount.</param>
/// <param name="Why">The explanation, one sentence an element.</param>
/// <param name="State">received, checked, approved, published, paid, returned or refused.</param>
public sealed record ClaimView(
    string Id,
    string Person,
    string Hospital,
    string Admitted,
    string Discharged,
    string Disease,
    string Total,
    string? Amount,
    string? AmountInCapitals,
    string Borne,
    IReadOnlyList<LayerView> Layers,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> Missing,
    string State);

/// <summary>One line of the amounts table.</summary>
public sealed record LayerView(string Name, string Amount);

/// <summary>What the bot asks the shell to do. Each is idempotent.</summary>
public abstract record Effect;

/// <summary>Take this picture into the folder and have it read.</summary>
public sealed record SubmitPaper(string Hash, int Folder) : Effect;

/// <summary>Forget a paper of the open folder that turned out to be somebody else's or the wrong one.</summary>
public sealed record WithdrawPaper(string Hash, int Folder) : Effect;

/// <summary>The person wants a human: tell the village officer.</summary>
public sealed record CallOfficer(string Reason) : Effect;

/// <summary>The person asks for everything of this conversation to be deleted.</summary>
public sealed record DeleteEverything : Effect;
