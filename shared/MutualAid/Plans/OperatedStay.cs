using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>An aided stay for which the plan pays otherwise because of an operation (按手术补的一次住院).</summary>
/// <param name="ByDisease">What the disease's sum would give.</param>
/// <param name="ByOperation">What the plan gives.</param>
public sealed record OperatedStay(Fen ByDisease, Fen ByOperation)
{
    /// <summary>Null where the operation makes no difference.</summary>
    /// <param name="operations">What was done in this stay, for certain.</param>
    /// <param name="borne">No sum is above it.</param>
    public static OperatedStay? Of(VillagePlan plan, string disease, IEnumerable<string> operations, Fen borne)
    {
        if (plan.Operations.Highest(operations) is not { Sum: var operated })
            return null;
        var byDisease = Least(plan.Sums.TryGetValue(disease, out var sum) ? sum : Fen.Zero, borne);
        var byOperation = Least(operated, borne);
        if (plan.Operations.Lead == OperationLead.Higher && byDisease > byOperation)
            byOperation = byDisease;
        return byDisease == byOperation ? null : new OperatedStay(byDisease, byOperation);
    }

    private static Fen Least(Fen one, Fen other) => one < other ? one : other;
}

/// <summary>Stays for which the plan in force would pay by operation, as counted in a village's last whole months (已发生的按手术补助).</summary>
public sealed record OperatedStays(IReadOnlyList<OperatedStay> Stays, int Months);
