namespace Shouwang.Shared.Diagnoses;

/// <summary>Words for the nature of a disease (癌, 骨折, 炎 …) and for places on the body, each with the class it belongs to.</summary>
sealed class ClinicalWords
{
    readonly List<(string Word, string Class)> _natures = [];
    readonly List<(string Word, string Class)> _places = [];

    internal static ClinicalWords Default { get; } = new(DiseaseData.Rows("words.tsv"));

    ClinicalWords(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
            (row[1] == "nature" ? _natures : _places).Add((DiagnosisText.Fold(row[0]), row[2]));
    }

    internal IEnumerable<(string Word, string Class)> Natures(string part) =>
        _natures.Where(w => part.Contains(w.Word, StringComparison.Ordinal));

    internal IReadOnlyList<string> Places(string part) =>
        _places.Where(w => part.Contains(w.Word, StringComparison.Ordinal)).Select(w => w.Class).Distinct().ToList();
}
