using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Calls;

/// <summary>The list of calls (来话).</summary>
internal static class CallServices
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton(provider => new CallStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(CallStore.Table)))
        .AddSingleton<ClaimCalls>()
        .AddSingleton<CallDesk>()
        .AddSingleton<IAfterTurn>(provider => provider.GetRequiredService<CallDesk>());
}
