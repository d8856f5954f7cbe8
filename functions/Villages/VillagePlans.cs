using Shouwang.Functions.Adjudications;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Villages;

/// <summary>The plan a village published here, where one is in force on the day.</summary>
internal sealed class VillagePlans(VillageStore villages) : IVillagePlans
{
    public async ValueTask<VillagePlan?> FindAsync(string village, DateOnly date, CancellationToken stop) =>
        (await villages.FindAsync(village, stop))?.PlanOn(date);
}
