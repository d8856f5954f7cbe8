namespace Shouwang.Shared.Adjudication;

/// <summary>Several stays of one person taken one after another as they are (逐次核算): each takes the year's totals from those before it. <see cref="YearSettlement"/> also reads their dates.</summary>
public static class WholeYear
{
    /// <summary>The results, in the order the stays were given. What a stay itself says of the year is kept; what it leaves out comes from the stays before it.</summary>
    /// <param name="stays">Any order; they are settled by governing date.</param>
    /// <param name="adjudicate">One stay, with the rules of its own day.</param>
    public static IReadOnlyList<AdjudicationResult> Settle(IReadOnlyList<AdmissionFacts> stays, Func<AdmissionFacts, AdjudicationResult> adjudicate)
    {
        ArgumentNullException.ThrowIfNull(stays);
        ArgumentNullException.ThrowIfNull(adjudicate);
        if (stays.Count == 1)
            return [adjudicate(stays[0])];
        var results = new AdjudicationResult[stays.Count];
        foreach (var year in Enumerable.Range(0, stays.Count).OrderBy(i => stays[i].Date).ThenBy(i => i).GroupBy(i => stays[i].Date.Year))
        {
            var sofar = new YearSoFar();
            foreach (var i in year)
            {
                var facts = sofar.Complete(stays[i]);
                results[i] = adjudicate(facts);
                sofar.Take(facts, results[i]);
            }
        }
        return results;
    }
}
