namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>Whose turn it is with a claim (等谁办). More people may move it than it waits for: an officer may still send back what waits for the checker. Pure.</summary>
public static class ClaimTurn
{
    /// <summary>Whether the claim waits for this person now: the officer looks at the papers and asks for the cause, a checker who had no hand in it approves, anybody publishes, and anybody but who approved it pays when the days of objection are over. What the bank has on a payment list waits for the bank; the list says so itself.</summary>
    public static bool IsOf(ClaimProgress claim, Hand hand, DateOnly today) => claim.State switch
    {
        // A checker may look at it too, and could then not approve it.
        ClaimState.Received => !hand.MayApprove,
        ClaimState.Checked => WaitsForCause(claim) ? !hand.MayApprove : hand.MayApprove && !claim.Makers.Contains(hand.Id) && !claim.RefusedBy.Contains(hand.Id),
        ClaimState.Approved => true,
        ClaimState.Published => claim.Listed is null && hand.Id != claim.ApprovedBy && !(claim.ObjectionsUntil is { } until && today <= until),
        ClaimState.Refused => claim.Due.Value < 0,
        ClaimState.Returned or ClaimState.Paid => false,
    };

    /// <summary>Checked by itself, as the papers left no doubt, and nobody has said yet why the person was in hospital (还没确认住院原因).</summary>
    public static bool WaitsForCause(ClaimProgress claim) => claim.State == ClaimState.Checked && (claim.Cause is null || claim.Makers.IsEmpty);
}
