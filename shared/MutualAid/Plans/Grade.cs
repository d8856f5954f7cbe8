using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>A step of severity (档次). All diseases of a grade get one sum, so that a villager can follow the plan: eight sums, not 1,296.</summary>
/// <param name="Number">1 for the least severe; every serious grade comes after every minor one.</param>
/// <param name="Below">Mean cost of a stay that is too much for this grade.</param>
/// <param name="Typical">The cost its sum is measured by.</param>
public sealed record Grade(int Number, string Name, bool Serious, Fen Below, Fen Typical)
{
    /// <summary>Least severe first. Where one grade ends is this project's choice; no published plan shows its steps.</summary>
    public static ImmutableArray<Grade> All { get; } =
    [
        Of(1, "小病一档", serious: false, 4_500, 3_000),
        Of(2, "小病二档", serious: false, 7_000, 5_000),
        Of(3, "小病三档", serious: false, 12_000, 8_000),
        Of(4, "小病四档", serious: false, long.MaxValue / 100, 14_000),
        Of(5, "大病一档", serious: true, 20_000, 15_000),
        Of(6, "大病二档", serious: true, 40_000, 28_000),
        Of(7, "大病三档", serious: true, 80_000, 55_000),
        Of(8, "大病四档", serious: true, long.MaxValue / 100, 110_000),
    ];

    /// <summary>The grade of a disease, by whether it is serious and what a stay for it costs. The village's money has no say in it.</summary>
    public static Grade For(DiseaseEntry entry, Fen cost) => All.First(grade => grade.Serious == entry.Serious && cost < grade.Below);

    static Grade Of(int number, string name, bool serious, long belowYuan, long typicalYuan) => new(number, name, serious, Fen.FromYuan(belowYuan), Fen.FromYuan(typicalYuan));
}
