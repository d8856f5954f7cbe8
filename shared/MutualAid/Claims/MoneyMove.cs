using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>What a move of a claim does to the village's money (资金变动); at most one a move.</summary>
/// <param name="Kind">approved, corrected, paid or returned.</param>
/// <param name="Before">For a correction: what stood before.</param>
/// <param name="Amount">For a payment or a return: how much.</param>
public sealed record MoneyMove(MoneyMoveKind Kind, Award Award, Award? Before, Fen Amount, DateOnly Date, bool InCash)
{
    /// <summary>For a payment: the payment list it was made by; null where it was made by itself.</summary>
    public string? List { get; init; }

    /// <summary>The posting. Made from the move alone, so that making it again makes the same.</summary>
    /// <param name="person">Masked name.</param>
    public Posting Posting(string claim, string person, FeeTerms fee)
    {
        var account = InCash ? Account.Cash : Account.Bank;
        return Kind switch
        {
            MoneyMoveKind.Approved => AidPostings.Approved(Case(Award), Award.Amount, Date),
            MoneyMoveKind.Corrected => AidPostings.Corrected(Case(Before!), Before!.Amount, Case(Award), Award.Amount, Date),
            MoneyMoveKind.Paid => AidPostings.Paid(Case(Award), Amount, Date, fee, account, List),
            MoneyMoveKind.Returned => AidPostings.Returned(Case(Award), Amount, Date, fee, account),
        };

        // The ledger counts approvals, not papers: a claim corrected before anybody approved it comes to the ledger as its first.
        AidCase Case(Award award) => new(claim, award.Number, DiseaseGroup.Of(award.Disease, award.Serious), person, award.Plan);
    }
}

/// <summary>Kinds of <see cref="MoneyMove"/>.</summary>
public enum MoneyMoveKind
{
    /// <summary>The village owes the aid from now on.</summary>
    Approved,

    /// <summary>The village owes another amount than before.</summary>
    Corrected,

    /// <summary>Handed over.</summary>
    Paid,

    /// <summary>Given back by the person.</summary>
    Returned,
}
