using System.Collections.Immutable;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Shared.MutualAid.Board;

/// <summary>Aid of one year for one group of illness as the public reads it (分病种补助).</summary>
/// <param name="Group">The group; null for those that are shown together.</param>
public sealed record PublicAid(int Year, DiseaseGroup? Group, bool Serious, Tally Tally)
{
    /// <summary>Kinds of illness that a neighbour must not guess from a masked name: infections, the mind, childbirth.</summary>
    private static readonly string[] Delicate = ["A00", "F00", "O00"];

    /// <summary>What delicate and rare groups are shown as.</summary>
    public const string Together = "其他疾病";

    /// <summary>The name that is shown: "肿瘤".</summary>
    public string Name => Group?.Name ?? Together;

    /// <summary>Aid by year and group. Delicate groups, and those with fewer aids in the year than <paramref name="least"/>, are shown together.</summary>
    public static ImmutableArray<PublicAid> Of(BoardFigures figures, int least) =>
        [.. figures.Sums.Where(sum => sum.Key.Account == Account.Aid)
            .GroupBy(sum => (sum.Key.Year, Shown: Shown(sum.Key.Detail, sum.Value.Count, least), Serious: sum.Key.Detail.EndsWith(".serious", StringComparison.Ordinal)))
            .Select(group => new PublicAid(group.Key.Year, group.Key.Shown, group.Key.Serious, group.Aggregate(default(Tally), (sum, one) => sum + one.Value)))
            .OrderBy(aid => aid.Year).ThenByDescending(aid => aid.Tally.Amount)];

    /// <summary>The name beside a payment of that group.</summary>
    public static string NameOf(BoardFigures figures, string group, int year, int least) =>
        Shown(group, figures.Sums.GetValueOrDefault(new Slot(Account.Aid, year, group)).Count, least)?.Name ?? Together;

    private static DiseaseGroup? Shown(string detail, int count, int least) =>
        DiseaseGroup.TryRead(detail, out var group) && count >= least && !Delicate.Contains(group.Chapter) ? group : null;
}
