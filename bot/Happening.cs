using Shouwang.Bot.Schema;

namespace Shouwang.Bot;

/// <summary>What happened (事件).</summary>
public abstract record Happening;

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
public sealed record DiseaseLookedUp(string Asked, IReadOnlyList<DiseaseView> Matches, bool Sure) : Happening;

/// <summary>The open folder has waited for papers for some days.</summary>
public sealed record FolderWaits(int Days) : Happening;

/// <summary>One picture as the intake saw it (照片).</summary>
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
