using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Counts a village's members by age and sex (会员人数构成).</summary>
internal interface IHeadcounts
{
    /// <summary>Members on that day; none where the village has none.</summary>
    Task<IReadOnlyList<Headcount>> OfAsync(string village, DateOnly day, CancellationToken stop);
}

/// <summary>Counts a village's aids of the last year (历史补助人次).</summary>
internal interface IClaimHistory
{
    /// <summary>Null where there is less than a quarter of a year to go by.</summary>
    Task<Counted?> OfAsync(Villages.Village village, DateOnly today, CancellationToken stop);

    /// <summary>Of the same claims those for which the plan would pay by operation; null where there is less than a quarter of a year to go by.</summary>
    Task<OperatedStays?> OperatedAsync(Villages.Village village, VillagePlan plan, DateOnly today, CancellationToken stop);
}
