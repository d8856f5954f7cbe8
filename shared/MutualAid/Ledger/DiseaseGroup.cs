namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>What illness aid was for, as coarsely as the public reads it (病种大类): a chapter of ICD-10, and whether the catalogue calls the disease serious.</summary>
/// <param name="Chapter">First category of the chapter: "K00".</param>
public readonly record struct DiseaseGroup(string Chapter, bool Serious)
{
    // Chapters of ICD-10 in the words villagers use; the first category of each.
    private static readonly (string First, string Name)[] Chapters =
    [
        ("A00", "传染病和寄生虫病"), ("C00", "肿瘤"), ("D50", "血液病"), ("E00", "内分泌和代谢病"), ("F00", "精神心理疾病"), ("G00", "神经系统疾病"),
        ("H00", "眼病"), ("H60", "耳病"), ("I00", "心脑血管病"), ("J00", "呼吸系统疾病"), ("K00", "消化系统疾病"), ("L00", "皮肤病"),
        ("M00", "骨骼和肌肉疾病"), ("N00", "泌尿生殖系统疾病"), ("O00", "怀孕和分娩"), ("P00", "新生儿疾病"), ("Q00", "先天性疾病"), ("R00", "症状待查"),
        ("S00", "受伤和中毒"), ("V01", "意外伤害"), ("Z00", "检查和康复"),
    ];

    /// <summary>The chapters and their names.</summary>
    public static IReadOnlyList<(string Chapter, string Name)> All => Chapters;

    /// <summary>The group of a catalogue entry.</summary>
    /// <param name="entry">Code of the entry, an ICD-10 category: "K35".</param>
    public static DiseaseGroup Of(string entry, bool serious)
    {
        var category = entry.ToUpperInvariant();
        // U holds provisional codes (COVID-19 and the like): infections.
        var at = category.StartsWith('U') ? 0 : Array.FindLastIndex(Chapters, chapter => string.CompareOrdinal(chapter.First, category) <= 0);
        return new DiseaseGroup(Chapters[Math.Max(at, 0)].First, serious);
    }

    /// <summary>As the detail of a line: "K00.serious".</summary>
    public string Detail => $"{Chapter}.{(Serious ? "serious" : "minor")}";

    /// <summary>The chapter's name: "消化系统疾病".</summary>
    public string Name => NameOf(Chapter);

    /// <summary>Reads what <see cref="Detail"/> writes.</summary>
    public static bool TryRead(string detail, out DiseaseGroup group)
    {
        group = detail.Split('.') is [var chapter, "serious" or "minor"] ? new DiseaseGroup(chapter, detail.EndsWith(".serious", StringComparison.Ordinal)) : default;
        return group.Chapter is { } known && Chapters.Any(one => one.First == known);
    }

    private static string NameOf(string code) => Chapters.FirstOrDefault(chapter => chapter.First == code).Name ?? "其他疾病";
}
