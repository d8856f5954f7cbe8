using System.Text.RegularExpressions;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>A diagnosis text and the entries that are right for it.</summary>
sealed partial record LabelledText(string Text, IReadOnlySet<DiseaseEntry> Right, IReadOnlyList<string> Terms)
{
    /// <summary>Reads lines of text, ICD-10 categories (|) and, if there, standard terms (|), separated by tabs; lines with # are comments.</summary>
    internal static IReadOnlyList<LabelledText> Read(string file) =>
    [
        .. File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(c => c.Length > 1).Select(From),
    ];

    static LabelledText From(string[] columns)
    {
        var terms = columns.Length > 2 ? columns[2].Split('|') : [];
        var right = columns[1].Split('|')
            .Where(category => !IsMorphology(category, terms))
            .Select(DiseaseCatalogue.Default.FindByIcd10)
            .OfType<DiseaseEntry>()
            .ToHashSet();
        return new LabelledText(columns[0], right, [.. terms.Where(t => !Tissue().IsMatch(t))]);
    }

    // Tumour tissue has codes M80–M98 of its own list, which look like those of bone disease.
    static bool IsMorphology(string category, string[] terms) =>
        category is ['M', '8' or '9', _] && Array.Exists(terms, t => Tumour().IsMatch(t));

    [GeneratedRegex("癌|瘤|白血病|骨髓纤维|组织细胞|红细胞增多|痣")]
    private static partial Regex Tumour();

    [GeneratedRegex("^(癌|.*腺癌|.*细胞癌|转移性肿瘤|腺瘤|原位癌|O)$")]
    private static partial Regex Tissue();
}
