using Shouwang.Functions.Claims;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Functions.Plans;

/// <summary>Counts from the claims that are kept (历史补助人次).</summary>
internal sealed class ClaimHistory(ClaimStore claims) : IClaimHistory
{
    const int LeastMonths = 3;
    const int MostMonths = 12;

    public async Task<Counted?> OfAsync(Village village, DateOnly today, CancellationToken stop)
    {
        if (village.Plans.IsEmpty)
            return null;
        var begun = village.Plans.Min(version => version.Plan.From);
        var months = Math.Min(MostMonths, ((today.Year - begun.Year) * 12) + today.Month - begun.Month);
        if (months < LeastMonths)
            return null;
        // Whole months up to the last one that is over.
        var to = new DateOnly(today.Year, today.Month, 1);
        var from = to.AddMonths(-months);
        var (minor, serious) = (0, 0);
        foreach (var claim in await claims.InVillageAsync(village.Code, stop))
        {
            // A claim that came to nothing was refused; one without a disease waits for a person.
            if (claim.Discharged < from || claim.Discharged >= to || claim.State is "refused" or "returned" || claim.Disease is null)
                continue;
            if (DiseaseCatalogue.Default.Entries.FirstOrDefault(entry => entry.Code == claim.Disease) is { Serious: true })
                serious++;
            else
                minor++;
        }

        return new Counted(minor, serious, months);
    }
}
