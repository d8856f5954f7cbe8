namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>What a posting is about (记账事由). Each kind may move money between certain accounts and no others: <see cref="ClosedPurpose"/>.</summary>
public enum PostingKind
{
    /// <summary>Money the association had before it kept its books here (期初结余).</summary>
    Opening,

    /// <summary>Money that comes in: from a member, the collective, a giver, or for a poor member (出资).</summary>
    Contribution,

    /// <summary>Interest that the bank credited (利息).</summary>
    Interest,

    /// <summary>Notes taken to the bank (现金存入专户).</summary>
    Deposit,

    /// <summary>Notes drawn from the bank (从专户提取现金).</summary>
    Withdrawal,

    /// <summary>A claim was approved: the aid is owed (补助审核通过).</summary>
    AidApproved,

    /// <summary>A claim's amount was changed: the old approval is reversed and the new one stands (补助更正).</summary>
    AidCorrected,

    /// <summary>Aid was handed over, and the fee on it is owed (补助发放).</summary>
    AidPaid,

    /// <summary>Aid came back from the person, and the fee on it with it (补助退回).</summary>
    AidReturned,

    /// <summary>The fee was paid (支付运行维护费).</summary>
    FeePaid,

    /// <summary>An earlier entry is taken back (冲销).</summary>
    Reversal,

    /// <summary>The year is closed and what is left is carried forward (年终结转).</summary>
    YearEnd,
}

/// <summary>Names of the kinds.</summary>
public static class PostingKinds
{
    private static readonly PostingKind[] All = Enum.GetValues<PostingKind>();

    /// <summary>The name in the ledger and on the interface: "aid-paid".</summary>
    public static string Name(this PostingKind kind) => kind switch
    {
        PostingKind.Opening => "opening",
        PostingKind.Contribution => "contribution",
        PostingKind.Interest => "interest",
        PostingKind.Deposit => "deposit",
        PostingKind.Withdrawal => "withdrawal",
        PostingKind.AidApproved => "aid-approved",
        PostingKind.AidCorrected => "aid-corrected",
        PostingKind.AidPaid => "aid-paid",
        PostingKind.AidReturned => "aid-returned",
        PostingKind.FeePaid => "fee-paid",
        PostingKind.Reversal => "reversal",
        PostingKind.YearEnd => "year-end",
    };

    /// <summary>Reads what <see cref="Name"/> writes.</summary>
    public static bool TryRead(string? name, out PostingKind kind)
    {
        kind = All.FirstOrDefault(candidate => candidate.Name() == name);
        return kind.Name() == name;
    }
}
