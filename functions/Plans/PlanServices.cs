using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Plans;

/// <summary>How plans are put together.</summary>
internal static class PlanServices
{
    public static IServiceCollection AddPlans(this IServiceCollection services) => services
        .AddSingleton(provider => new DraftStore(provider.GetRequiredService<TableServiceClient>().GetTableClient(VillageStore.Table)))
        .AddSingleton<IHeadcounts, MemberHeadcounts>()
        .AddSingleton<IClaimHistory, ClaimHistory>()
        .AddSingleton<PlanMaker>();
}
