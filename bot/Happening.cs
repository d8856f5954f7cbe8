using Shouwang.Bot.Schema;
using Shouwang.Shared.Pictures;

namespace Shouwang.Bot;

/// <summary>What happened (事件).</summary>
public abstract record Happening
{
    /// <summary>The folder it is about; null for the one that is open now.</summary>
    public int? Folder { get; init; }
}

/// <summary>The person sent something: text, a button, or pictures (already looked at by the intake, one verdict each).</summary>
public sealed record PersonSent(Activity Activity, IReadOnlyList<Picture> Pictures) : Happening;

/// <summary>The person opened the conversation.</summary>
public sealed record PersonArrived : Happening
{
    /// <summary>Village of the QR code they came by; one that is not served is no village.</summary>
    public string? Village { get; init; }
}

/// <summary>A paper has been read, or could not be.</summary>
public sealed record PaperRead(PaperView Paper) : Happening;

/// <summary>All papers of the folder have been read and told of, and they do not belong together.</summary>
public sealed record PapersDisagree : Happening;

/// <summary>Reading takes longer than it should: the recogniser is down and will be tried again.</summary>
public sealed record ReadingDelayed : Happening;

/// <summary>The folder is complete and the claim has been worked out, or it was claimed before.</summary>
public sealed record ClaimDecided(ClaimView Claim, bool Before) : Happening;

/// <summary>A claim moved on: approved, published, paid, returned, refused.</summary>
public sealed record ClaimMoved(ClaimView Claim) : Happening;

/// <summary>The answer to <see cref="LookUpDisease"/>.</summary>
/// <param name="Asked">What the person called the illness.</param>
/// <param name="Matches">Catalogue entries it may mean, best first, with the village's sum for each.</param>
/// <param name="Sure">Whether the first one is meant beyond doubt.</param>
public sealed record DiseaseLookedUp(string Asked, IReadOnlyList<DiseaseView> Matches, bool Sure) : Happening
{
    /// <summary>Other entries that are called by the same word, for which the plan gives another sum; the most frequent first.</summary>
    public IReadOnlyList<DiseaseView> Kinds { get; init; } = [];
}

/// <summary>The answer to <see cref="LookIntoFolders"/>.</summary>
public sealed record FoldersSeen(IReadOnlyList<FolderView> Folders) : Happening;

/// <summary>The folder has waited for papers for some days.</summary>
public sealed record FolderWaits(int Days) : Happening;

/// <summary>The folder has waited too long: it is closed and its papers are gone.</summary>
public sealed record FolderExpired(int Days) : Happening;

/// <summary>The answer to <see cref="TieMyself"/>: who the person has shown to be, or why not.</summary>
/// <param name="Role">officer, checker or volunteer.</param>
/// <param name="Refusal">Why it did not work, in Chinese; null where it did.</param>
public sealed record TieAnswered(string? Name, string? Role, string? Village, string? Refusal) : Happening;

/// <summary>The answer to <see cref="Untie"/>.</summary>
/// <param name="WasTied">Whether there was anything to undo.</param>
public sealed record Untied(bool WasTied) : Happening;

/// <summary>The answer to <see cref="MoveClaim"/>.</summary>
/// <param name="Claim">As it is now; null where it was not found.</param>
/// <param name="To">Where it was to go.</param>
/// <param name="Refusal">Why it did not go there, in Chinese; null where it did.</param>
public sealed record ClaimMoveAnswered(ClaimView? Claim, string To, string? Refusal) : Happening;

/// <summary>The answer to <see cref="AppealClaim"/>.</summary>
/// <param name="Refusal">Why it was not taken, in Chinese; null where it was.</param>
public sealed record AppealAnswered(string? Refusal) : Happening;

/// <summary>Something the village's officers should know at once (给经办人的消息).</summary>
/// <param name="Kind">claim, call or objection.</param>
/// <param name="Words">What the person said, where they said something.</param>
public sealed record OfficerNews(string Kind, string? Words, ClaimView? Claim) : Happening;

/// <summary>An officer answers the person who asked for one.</summary>
public sealed record OfficerSaid(string Name, string Words) : Happening;

/// <summary>One picture as the intake saw it (照片).</summary>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="Verdict">Whether it will do.</param>
public sealed record Picture(string Hash, string Name, PictureVerdict Verdict)
{
    /// <summary>What could be better about a picture that was taken in, seen before anything is read on it.</summary>
    public IReadOnlyList<PictureFault> Faults { get; init => field = value ?? []; } = []; // rows written before there were faults have none
}

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

    /// <summary>The same bytes are already in this folder.</summary>
    SentBefore,

    /// <summary>The channel tells of a file and does not hand it over.</summary>
    NotDelivered,

    /// <summary>Speech or a film (语音、视频): nobody here listens to it.</summary>
    Recording,

    /// <summary>What never holds a paper (表情、位置、名片、链接).</summary>
    NoPaper,
}
