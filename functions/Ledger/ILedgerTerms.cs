using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>What each village's charter says about its ledger.</summary>
internal interface ILedgerTerms
{
    ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop);
}

/// <summary>The terms of a village whose charter says nothing else.</summary>
internal sealed class UsualLedgerTerms : ILedgerTerms
{
    public ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop) => ValueTask.FromResult(LedgerTerms.Usual);
}
