using System.Collections.Immutable;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>One rung of a generated plan (一档补助).</summary>
/// <param name="Diseases">How many entries of the catalogue get this sum; those with a sum of their own are not counted.</param>
/// <param name="Stays">Expected aids a year.</param>
public sealed record PlanRung(Grade Grade, Fen Sum, int Diseases, StayCount Stays);

/// <summary>A disease whose sum the village set itself (单独定的病种).</summary>
/// <param name="Stays">Expected aids a year.</param>
public sealed record OwnSum(DiseaseEntry Disease, Fen Sum, StayCount Stays);

/// <summary>A plan worked out from roster and money (测算方案). Expected aid, fee and margin together are the money.</summary>
/// <param name="Sums">A sum for each entry of the catalogue.</param>
/// <param name="ExpectedAid">Average of the year's aids.</param>
/// <param name="Fee">Fee on the expected aid.</param>
/// <param name="Margin">What is left on average, against bad years; rolls into the next one. Below zero where the village's own sums come to more than the money.</param>
/// <param name="Ruin">How likely the money runs out.</param>
/// <param name="RuinIfMore">How likely it runs out if a tenth more people fall ill than assumed.</param>
/// <param name="IsFull">Every sum has reached the most it may be; more money would only be carried over.</param>
/// <param name="Bars">The distribution of the year's aids, for a chart.</param>
public sealed record GeneratedPlan(
    PlanTerms Terms,
    int Members,
    ImmutableArray<PlanRung> Rungs,
    ImmutableSortedDictionary<string, Fen> Sums,
    Fen ExpectedAid,
    Fen Fee,
    Fen Margin,
    Chance Ruin,
    Chance RuinIfMore,
    bool IsFull,
    ImmutableArray<(Fen From, Fen To, Chance Chance)> Bars)
{
    /// <summary>What several stays of one person change.</summary>
    public required RepeatedStays Repeated { get; init; }

    /// <summary>Diseases with a sum of their own, in the order of the catalogue.</summary>
    public ImmutableArray<OwnSum> Own { get; init; } = [];

    /// <summary>Sums of the village's own that may be meant for more diseases than they are given to.</summary>
    public ImmutableArray<AlikeSum> Alike => AlikeSums.Of(Own.Select(own => own.Disease.Code), Sums);

    /// <summary>Expected aids a year.</summary>
    public StayCount Stays => new(Rungs.Sum(rung => rung.Stays.Millionths) + Own.Sum(own => own.Stays.Millionths));

    /// <summary>Average of one aid; zero where none is expected.</summary>
    public Fen MeanAid => Stays.Millionths == 0 ? Fen.Zero : new Fen((long)((Int128)ExpectedAid.Value * 1_000_000 / Stays.Millionths));
}

/// <summary>No plan can be made of so little money (资金不够一档).</summary>
/// <param name="Least">With that much the smallest plan can be made.</param>
public sealed record TooLittleMoney(Fen Least);
