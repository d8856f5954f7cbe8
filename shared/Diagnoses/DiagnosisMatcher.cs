using System.Collections.Frozen;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Finds the catalogue entries that a clinician's diagnosis text (诊断) may mean.</summary>
public sealed class DiagnosisMatcher(DiseaseCatalogue catalogue)
{
    static readonly Lazy<DiagnosisMatcher> Embedded = new(() => new DiagnosisMatcher(DiseaseCatalogue.Default));

    readonly Lazy<FrozenDictionary<string, DiseaseEntry>> _names = new(() => catalogue.Entries
        .SelectMany(e => e.Aliases.Prepend(e.Name), (e, name) => KeyValuePair.Create(DiagnosisText.Fold(name), e))
        .DistinctBy(p => p.Key)
        .ToFrozenDictionary());

    /// <summary>The matcher over the catalogue that comes with the program.</summary>
    public static DiagnosisMatcher Default => Embedded.Value;

    /// <summary>The entries that <paramref name="text"/> may mean, best first, at most <paramref name="most"/>.</summary>
    public DiagnosisAnswer Match(string text, int most = 3)
    {
        var parts = DiagnosisParts.Split(DiagnosisText.Fold(text));
        var matches = new List<DiagnosisMatch>();
        var main = parts[0];
        foreach (var part in parts)
        {
            foreach (var match in InPart(part))
            {
                if (matches.Count == 0)
                    main = part;
                if (!matches.Exists(m => m.Entry.Code == match.Entry.Code))
                    matches.Add(match);
            }
        }

        return new DiagnosisAnswer(main, matches.Take(most).ToList(), matches.Count > 0 && matches[0].Score == BasisPoints.Whole);
    }

    IEnumerable<DiagnosisMatch> InPart(string part) => _names.Value.TryGetValue(part, out var entry)
        ? [new DiagnosisMatch(entry, BasisPoints.Whole, ["exact name"])]
        : _names.Value
            .Where(name => name.Key.Length > 1 && part.Contains(name.Key, StringComparison.Ordinal))
            .Select(name => new DiagnosisMatch(name.Value, new BasisPoints(9_000 * name.Key.Length / part.Length), [$"name “{name.Key}” in the text"]))
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Entry.Code, StringComparer.Ordinal);
}
