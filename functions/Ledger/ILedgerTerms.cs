using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Ledger;

/// <summary>What each village's charter says about its ledger.</summary>
internal interface ILedgerTerms
{
    ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop);
}

/// <summary>As the village's charter says now.</summary>
internal sealed class CharterTerms(VillageStore villages) : ILedgerTerms
{
    public async ValueTask<LedgerTerms> OfAsync(string village, CancellationToken stop) =>
        await villages.FindAsync(village, stop) is { } found ? LedgerTerms.Of(found.Charter) : LedgerTerms.Usual;
}
