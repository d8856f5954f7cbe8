using Shouwang.Shared.Money;

namespace Shouwang.Functions.Claims;

/// <summary>Something that happened to a claim (办理记录). Appended, never changed.</summary>
/// <param name="Version">Its number, from 1 without gaps.</param>
/// <param name="By">Id of who did it: staff, "administrator", "villager" or "system".</param>
/// <param name="Kind">received, moved, edited, disease, cause, recomputed, appealed, reopened, listed, unlisted or undone.</param>
/// <param name="Amount">The aid as it was then worked out or approved; for a payment what was handed over.</param>
/// <param name="Key">Idempotency key of whoever asked.</param>
internal sealed record ClaimEvent(int Version, DateTimeOffset At, string By, string Name, string Kind, string From, string To)
{
    public int Revision { get; init; } = 1;
    public IReadOnlyList<int> Reasons { get; init; } = [];
    public string? Words { get; init; }
    public Fen? Amount { get; init; }
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];
    public string? Key { get; init; }

    /// <summary>The payment list it was put on, taken off or paid by.</summary>
    public string? List { get; init; }
}

/// <summary>A value that was changed (改动).</summary>
/// <param name="Label">What people call the field.</param>
internal sealed record FieldChange(string Field, string Label, string? Before, string? After);
