using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Adjudications;

/// <summary>Finds the plan (补助方案) of a village that is in force on a day. Without it registered, the mutual-aid layer answers that the plan is missing.</summary>
public interface IVillagePlans
{
    ValueTask<VillagePlan?> FindAsync(string village, DateOnly date, CancellationToken stop);
}
