using Shouwang.Functions.Claims;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Counts from the claims that are kept (历史补助人次).</summary>
internal sealed class ClaimHistory(ClaimStore claims) : IClaimHistory
{
    const int LeastMonths = 3;
    const int MostMonths = 12;

    /// <summary>Claims loaded at a time.</summary>
    const int AtOnce = 20;

    public async Task<Counted?> OfAsync(Village village, DateOnly today, CancellationToken stop)
    {
        if (Months(village, today) is not { } months)
            return null;
        var (minor, serious) = (0, 0);
        foreach (var claim in await AidedAsync(village, today, months, stop))
        {
            if (claim.Disease is { } disease && DiseaseCatalogue.Default.Find(disease) is { Serious: true })
                serious++;
            else
                minor++;
        }

        return new Counted(minor, serious, months);
    }

    public async Task<OperatedStays?> OperatedAsync(Village village, VillagePlan plan, DateOnly today, CancellationToken stop)
    {
        if (Months(village, today) is not { } months)
            return null;
        List<OperatedStay> operated = [];
        foreach (var some in (await AidedAsync(village, today, months, stop)).Chunk(AtOnce))
        {
            foreach (var claim in await Task.WhenAll(some.Select(claim => claims.FindAsync(village.Code, claim.Id, stop))))
            {
                // What came to nothing by the charter brings nothing by an operation either.
                if (claim is { Disease: { } disease, Amount: { } amount } && Fen.Parse(amount) > Fen.Zero
                    && OperatedStay.Of(plan, disease, claim.Operations.Where(operation => operation.Sure).Select(operation => operation.Code), Fen.Parse(claim.Borne)) is { } stay)
                    operated.Add(stay);
            }
        }

        return new OperatedStays(operated, months);
    }

    /// <summary>Whole months up to the last one that is over, since people were told that they may claim: before that nothing could be counted. Null where there are too few.</summary>
    static int? Months(Village village, DateOnly today)
    {
        if (village.Plans.IsEmpty)
            return null;
        var (from, told) = (village.Plans.Min(version => version.Plan.From), village.Plans.Min(version => version.Published));
        var begun = from > told ? from : told;
        var months = Math.Min(MostMonths, ((today.Year - begun.Year) * 12) + today.Month - begun.Month);
        return months < LeastMonths ? null : months;
    }

    async Task<IEnumerable<ClaimSummary>> AidedAsync(Village village, DateOnly today, int months, CancellationToken stop)
    {
        var to = new DateOnly(today.Year, today.Month, 1);
        var from = to.AddMonths(-months);
        // A claim that came to nothing was refused; one without a disease waits for a person.
        return (await claims.InVillageAsync(village.Code, stop)).Where(claim => claim.Discharged >= from && claim.Discharged < to && claim.State is not ("refused" or "returned") && claim.Disease is not null);
    }
}
