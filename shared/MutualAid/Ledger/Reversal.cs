namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>Taking an entry back (冲销): the same amounts on the other sides, with a link to what is taken back. Aid is not taken back here but corrected: <see cref="AidPostings.Corrected"/>.</summary>
public static class Reversal
{
    /// <summary>Key of the posting that takes another back; so each can be taken back once.</summary>
    public static string KeyOf(string key) => $"reversal|{key}";

    /// <summary>The posting that takes an entry back.</summary>
    /// <param name="date">A day of a year that is open.</param>
    /// <param name="reason">In words, for everybody to read; names nobody.</param>
    /// <exception cref="LedgerRefusedException">Entries of this kind are not taken back.</exception>
    public static Posting Of(Posting original, DateOnly date, string reason) =>
        original.Kind is PostingKind.Opening or PostingKind.Contribution or PostingKind.Interest or PostingKind.Deposit or PostingKind.Withdrawal or PostingKind.FeePaid
            ? Posting.Of(KeyOf(original.Key), date, PostingKind.Reversal, original.About with { Reverses = original.Key, Note = reason }, [.. original.Lines.Select(line => line.Turned)])
            : throw new LedgerRefusedException("reversal-kind", "这类账不能直接冲销。补助请在申请里更正，年终结转和冲销不能再冲销。");
}
