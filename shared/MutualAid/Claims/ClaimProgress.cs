using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>Where a claim stands and who did what, as far as later moves depend on it (办理情况).</summary>
public sealed record ClaimProgress
{
    public ClaimState State { get; init; } = ClaimState.Received;

    /// <summary>Events so far; one more with each.</summary>
    public int Version { get; init; }

    /// <summary>Everybody who entered, checked, corrected it, chose the disease or the cause: none of them can approve it (经手人).</summary>
    public ImmutableArray<string> Makers { get; init; } = [];

    /// <summary>Confirmed by a person; null until then. See <see cref="Claims.Cause"/>.</summary>
    public string? Cause { get; init; }

    /// <summary>What was approved last, whether or not it was paid; null before the first approval.</summary>
    public Award? Award { get; init; }

    /// <summary>Handed over so far, less what was given back.</summary>
    public Fen PaidOut { get; init; }

    /// <summary>What the last settling brought back (退回的钱); nothing where it paid out.</summary>
    public Fen BroughtBack { get; init; }

    /// <summary>Who approved what is in force; null while nothing is.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Last day on which objections can be made.</summary>
    public DateOnly? ObjectionsUntil { get; init; }

    /// <summary>The payment list it stands on, of which nobody has said yet what became of it (代发清单): "2026-3". Meanwhile it is paid through that list alone, and stays as it was handed over.</summary>
    public string? Listed { get; init; }

    /// <summary>Whoever refused it: none of them decides the appeal.</summary>
    public ImmutableArray<string> RefusedBy { get; init; } = [];

    /// <summary>Last day to appeal against the refusal in force; null where it is final or there is none.</summary>
    public DateOnly? AppealUntil { get; init; }

    public int Appeals { get; init; }

    /// <summary>Reasons of the refusal or return in force, by number.</summary>
    public ImmutableArray<int> Reasons { get; init; } = [];

    /// <summary>In the words of whoever refused or sent it back: what is missing.</summary>
    public string? Words { get; init; }

    /// <summary>What is still to be handed over; below zero: to be given back.</summary>
    public Fen Due => (Award?.Amount ?? Fen.Zero) - PaidOut;

    /// <summary>All that was approved has been handed over (钱发过了): taken up again and decided as before, no money moves any more.</summary>
    public bool IsPaidUp => PaidOut > Fen.Zero && Due == Fen.Zero;

    public ClaimProgress MadeBy(string maker) => Makers.Contains(maker) ? this : this with { Makers = Makers.Add(maker) };
}

/// <summary>What was approved (审核通过的补助).</summary>
/// <param name="Number">1 for the first approval; each correction of the amount adds one.</param>
/// <param name="Disease">Catalogue entry.</param>
/// <param name="Plan">The plan's name within the village: "2026-1".</param>
public sealed record Award(int Number, Fen Amount, string Disease, bool Serious, string Plan)
{
    /// <summary>Whether the ledger would say the same of both.</summary>
    public bool SaysTheSame(Award other) => Amount == other.Amount && Disease == other.Disease && Plan == other.Plan;
}
