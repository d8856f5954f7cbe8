using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Ledger;

/// <summary>How the ledger is put together.</summary>
internal static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.TryAddSingleton<ILedgerTerms, UsualLedgerTerms>();
        return services
            .AddSingleton<ReceiptCodes>()
            .AddSingleton(provider => new LedgerStore(
                provider.GetRequiredService<TableServiceClient>().GetTableClient(LedgerStore.Table),
                provider.GetRequiredService<ReceiptCodes>(), provider.GetRequiredService<ILedgerTerms>(), provider.GetRequiredService<TimeProvider>()));
    }
}
