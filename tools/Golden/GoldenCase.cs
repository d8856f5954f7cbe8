using Shouwang.Shared.Adjudication;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Tools.Golden;

/// <summary>A worked example (样例): the stays of one year, and what must come out, line by line.</summary>
/// <param name="Name">What it shows, as the officer wrote it.</param>
/// <param name="Origin">The published example or the text it comes from.</param>
/// <param name="Stays">In any order; with several, each takes the year's totals from those before.</param>
/// <param name="Plan">The village's own plan, where the example has one.</param>
internal sealed record GoldenCase(string File, int Line, string Name, string Origin, IReadOnlyList<AdmissionFacts> Stays, IReadOnlyList<Expectation> Expected, VillagePlan? Plan = null)
{
    public override string ToString() => $"{Name} ({Origin})";
}

/// <summary>What must come out of one settlement (预期结果).</summary>
/// <param name="Stay">Position of the stay.</param>
/// <param name="Part">Position of the part of a cut stay; null for a stay as a whole.</param>
/// <param name="Values">By "layer.property": "basic.amount".</param>
internal sealed record Expectation(int Stay, int? Part, IReadOnlyDictionary<string, string> Values);

/// <summary>One expectation that was not met.</summary>
internal sealed record GoldenFailure(GoldenCase Case, Expectation Of, string What, string Expected, string Actual)
{
    public override string ToString() =>
        $"{Case.File}:{Case.Line}: {Case.Name}{(Case.Stays.Count > 1 ? $", stay {Of.Stay + 1}" : "")}{(Of.Part is { } part ? $", part {part + 1}" : "")}: {What} should be {Expected} but is {Actual} → correct the example, or the rule it shows to be wrong";
}
