namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>How far a claim has come (申请进度). The numbers are stored; never renumber.</summary>
public enum ClaimState
{
    /// <summary>Came in; a person looks at it first (已收到).</summary>
    Received = 1,

    /// <summary>The papers were looked at and agree (已核对).</summary>
    Checked = 2,

    /// <summary>A second person agreed to the amount; the village owes it (已审核).</summary>
    Approved = 3,

    /// <summary>Hangs out for everybody to see; objections can be made (已公示).</summary>
    Published = 4,

    /// <summary>The money was handed over (已发放).</summary>
    Paid = 5,

    /// <summary>Something is missing; the person was told what (已退回).</summary>
    Returned = 6,

    /// <summary>Nothing is paid, for numbered reasons (不予补助).</summary>
    Refused = 7,
}

/// <summary>Names of the states.</summary>
public static class ClaimStates
{
    private static readonly ClaimState[] All = Enum.GetValues<ClaimState>();

    /// <summary>The name in rows and on the interface: "received".</summary>
    public static string Name(this ClaimState state) => state switch
    {
        ClaimState.Received => "received",
        ClaimState.Checked => "checked",
        ClaimState.Approved => "approved",
        ClaimState.Published => "published",
        ClaimState.Paid => "paid",
        ClaimState.Returned => "returned",
        ClaimState.Refused => "refused",
    };

    /// <summary>What people read: "已收到".</summary>
    public static string Chinese(this ClaimState state) => state switch
    {
        ClaimState.Received => "已收到",
        ClaimState.Checked => "已核对",
        ClaimState.Approved => "已审核",
        ClaimState.Published => "已公示",
        ClaimState.Paid => "已发放",
        ClaimState.Returned => "已退回",
        ClaimState.Refused => "不予补助",
    };

    /// <summary>Reads what <see cref="Name"/> writes.</summary>
    public static bool TryRead(string? name, out ClaimState state)
    {
        state = Array.Find(All, candidate => candidate.Name() == name);
        return state != default;
    }
}
