namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>The ledger does not take a posting (拒绝记账).</summary>
/// <param name="code">Stable, for programs: "funds-short".</param>
/// <param name="detail">Chinese, for people: what is wrong and what to do. It names nobody.</param>
public sealed class LedgerRefusedException(string code, string detail) : Exception(code)
{
    /// <summary>Stable, for programs.</summary>
    public string Code { get; } = code;

    /// <summary>Chinese, for people.</summary>
    public string Detail { get; } = detail;
}
