using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Golden;

/// <summary>Runs worked examples through the engine (运行样例).</summary>
internal static class GoldenRun
{
    /// <param name="rulesFor">The rules that govern a stay, by its place, scheme and date.</param>
    public static IEnumerable<GoldenFailure> Failures(GoldenCase golden, Func<AdmissionFacts, PolicySnapshot> rulesFor)
    {
        var results = Results(golden, facts => golden.Plan is { } plan ? rulesFor(facts).With(plan) : rulesFor(facts));
        foreach (var expected in golden.Expected)
        {
            var result = results.GetValueOrDefault((expected.Stay, expected.Part));
            foreach (var (what, value) in expected.Values)
            {
                var actual = result is null ? "not settled like this: see whether the place cuts the stay so" : Actual(result, what);
                if (actual != Normal(value))
                    yield return new GoldenFailure(golden, expected, what, value, actual);
            }
        }
    }

    /// <summary>One stay alone is what the interface answers for it; several are a year.</summary>
    private static Dictionary<(int Stay, int? Part), AdjudicationResult> Results(GoldenCase golden, Func<AdmissionFacts, PolicySnapshot> rulesFor)
    {
        if (golden.Stays is [{ Parts.IsEmpty: true, Admitted: null } one])
            return new() { [(0, null)] = Adjudicator.Adjudicate(rulesFor(one), one) };
        var results = new Dictionary<(int, int?), AdjudicationResult>();
        foreach (var stay in YearSettlement.Settle(golden.Stays, rulesFor).GroupBy(p => p.Stay))
        {
            var parts = stay.Where(p => !p.Whole).ToList();
            for (var k = 0; k < parts.Count && parts.Count > 1; k++)
                results[(stay.Key, k)] = parts[k].Result;
            if (stay.FirstOrDefault(p => p.Whole) is { } whole)
                results[(stay.Key, null)] = whole.Result;
            else if (parts.Count == 1)
                results[(stay.Key, null)] = parts[0].Result;
        }
        return results;
    }

    private static string Actual(AdjudicationResult result, string what)
    {
        switch (what)
        {
            case "patientPays": return result.PatientPays.ToString();
            case "verified": return result.Verified;
            case "counterfactual": return result.Counterfactual ?? "none";
            case "needs": return string.Join(",", result.Needs.Select(n => n.Name));
        }
        var (layer, property) = (what[..what.LastIndexOf('.')], what[(what.LastIndexOf('.') + 1)..]);
        var found = result.Layers.FirstOrDefault(l => l.Layer == layer);
        return property switch
        {
            _ when found is null => "no such layer",
            "amount" => found.Amount.ToString(),
            "recomputed" => found.Recomputed?.ToString() ?? "unknown",
            "deductible" => found.Deductible?.ToString() ?? "none",
            "outcome" => ResultJson.Name(found.Outcome),
            "needs" => string.Join(",", found.Needs.Select(n => n.Name)),
            _ => "no such property",
        };
    }

    private static string Normal(string expected) => Fen.TryParse(expected, out var amount) ? amount.ToString() : expected;
}
