using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Ledger;

/// <summary>How the ledger is put together.</summary>
internal static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<ILedgerTerms, CharterTerms>()
        .AddSingleton<ReceiptCodes>()
        .AddSingleton<LedgerAudit>()
        .AddSingleton(provider => new LedgerStore(
            provider.GetRequiredService<TableServiceClient>().GetTableClient(LedgerStore.Table),
            provider.GetRequiredService<ReceiptCodes>(), provider.GetRequiredService<ILedgerTerms>(), provider.GetRequiredService<TimeProvider>()));
}
