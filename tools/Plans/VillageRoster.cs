using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Tools.Plans;

/// <summary>A village of a file (一个村的名册): its people, and its own money where the file has it.</summary>
/// <param name="Name">Code or name, as the file has it; empty for a file of one village.</param>
internal sealed record VillageRoster(string Name, IReadOnlyList<Headcount> People, Fen? Budget, Fen? PerHead)
{
    public int Members => People.Sum(people => people.Count);

    /// <summary>The village's own money, else what is given for all; null where neither says any.</summary>
    public Fen? Money(Fen? budget, Fen? perHead) => Budget ?? Each(PerHead) ?? budget ?? Each(perHead);

    Fen? Each(Fen? perHead) => perHead is { } each ? new Fen(checked(each.Value * Members)) : null;
}
