using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.Golden;

/// <summary>A worked example (样例): the stays of one year, and what must come out, line by line.</summary>
/// <param name="Name">What it shows, as the officer wrote it.</param>
/// <param name="Origin">The published example or the text it comes from.</param>
/// <param name="Stays">In order; with several, each takes the year's totals from those before.</param>
/// <param name="Expected">What is expected of each stay, by "layer.property": "basic.amount".</param>
internal sealed record GoldenCase(string File, int Line, string Name, string Origin, IReadOnlyList<AdmissionFacts> Stays, IReadOnlyList<IReadOnlyDictionary<string, string>> Expected)
{
    public override string ToString() => $"{Name} ({Origin})";
}

/// <summary>One expectation that was not met.</summary>
internal sealed record GoldenFailure(GoldenCase Case, int Stay, string What, string Expected, string Actual)
{
    public override string ToString() =>
        $"{Case.File}:{Case.Line}: {Case.Name}{(Case.Stays.Count > 1 ? $", stay {Stay + 1}" : "")}: {What} should be {Expected} but is {Actual}";
}

/// <summary>Runs worked examples through the engine.</summary>
internal static class GoldenRun
{
    public static IEnumerable<GoldenFailure> Failures(GoldenCase golden, Func<AdmissionFacts, AdjudicationResult> adjudicate)
    {
        var results = WholeYear.Settle(golden.Stays, adjudicate);
        for (var i = 0; i < golden.Stays.Count; i++)
        {
            foreach (var (what, expected) in golden.Expected[i])
            {
                var actual = Actual(results[i], what);
                if (actual != Normal(expected))
                    yield return new GoldenFailure(golden, i, what, expected, actual);
            }
        }
    }

    private static string Actual(AdjudicationResult result, string what)
    {
        if (what == "patientPays")
            return result.PatientPays.ToString();
        if (what == "verified")
            return result.Verified;
        if (what == "needs")
            return string.Join(",", result.Needs.Select(n => n.Name));
        var (layer, property) = (what[..what.LastIndexOf('.')], what[(what.LastIndexOf('.') + 1)..]);
        var found = result.Layers.FirstOrDefault(l => l.Layer == layer);
        return property switch
        {
            _ when found is null => "no such layer",
            "amount" => found.Amount.ToString(),
            "recomputed" => found.Recomputed?.ToString() ?? "unknown",
            "deductible" => found.Deductible?.ToString() ?? "none",
            "outcome" => Shared.Explanation.ResultJson.Name(found.Outcome),
            "needs" => string.Join(",", found.Needs.Select(n => n.Name)),
            _ => "no such property",
        };
    }

    private static string Normal(string expected) => Fen.TryParse(expected, out var amount) ? amount.ToString() : expected;
}
