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

    /// <summary>A number that depends on the text alone, to split a file the same way each time.</summary>
    internal uint Bucket(uint of)
    {
        var hash = 2166136261u;
        unchecked
        {
            foreach (var b in System.Text.Encoding.UTF8.GetBytes(Text))
                hash = (hash ^ b) * 16777619u;
            hash = (hash ^ hash >> 16) * 0x85ebca6b;
            hash ^= hash >> 13;
        }

        return hash % of;
    }
}
