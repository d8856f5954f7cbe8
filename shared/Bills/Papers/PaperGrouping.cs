namespace Shouwang.Shared.Bills.Papers;

/// <summary>Puts the photos of one paper together: two photos of a fee list are one list, and so are the two halves of a record.</summary>
static class PaperGrouping
{
    public static IReadOnlyDictionary<PaperKind, PaperReading> ByKind(IReadOnlyList<ClaimPaper> papers) =>
        papers.Where(p => p.Reading.Kind != PaperKind.Other).GroupBy(p => p.Reading.Kind).ToDictionary(g => g.Key, g => Together([.. g.Select(p => p.Reading)]));

    private static PaperReading Together(List<PaperReading> readings)
    {
        var pages = new List<PaperReading>();
        // A paper taken whole goes before a half of it, however sure the half is of its kind.
        foreach (var reading in readings.OrderBy(r => PaperSet.Lacking(r).Count).ThenByDescending(r => r.Confidence))
        {
            if (pages.Count == 0 || (reading.Kind == PaperKind.FeeList ? !pages.Exists(p => SharedRows.Same(p, reading)) : pages.TrueForAll(p => GoesOn(p, reading))))
                pages.Add(reading);
        }
        return PageMerge.Merge(pages, []);
    }

    /// <summary>Each says what the other does not, and nothing otherwise: not the same photographed twice, nor another stay's.</summary>
    private static bool GoesOn(PaperReading a, PaperReading b) =>
        a.Fields.Keys.Except(b.Fields.Keys).Any() && b.Fields.Keys.Except(a.Fields.Keys).Any() && !PaperAgreement.Disagree(a, b);
}
