using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>The two sides of an account (借、贷).</summary>
public enum Side
{
    /// <summary>借: more assets and expenses, less of what is owed or came in.</summary>
    Debit,

    /// <summary>贷: the other way round.</summary>
    Credit,
}

/// <summary>One line of a posting (分录). The amount is above zero; the side says which way.</summary>
/// <param name="Detail">Purpose, claim or disease group, as the account asks; else empty.</param>
public sealed record Line(Side Side, Account Account, string Detail, Fen Amount)
{
    /// <summary>A debit (借).</summary>
    public static Line Debit(Account account, Fen amount, string detail = "") => new(Side.Debit, account, detail, amount);

    /// <summary>A credit (贷).</summary>
    public static Line Credit(Account account, Fen amount, string detail = "") => new(Side.Credit, account, detail, amount);

    /// <summary>The same amount on the other side.</summary>
    public Line Turned => this with { Side = Side == Side.Debit ? Side.Credit : Side.Debit };

    /// <summary>The amount as a balance counts it: debits up, credits down.</summary>
    public Fen Signed => Side == Side.Debit ? Amount : -Amount;
}
