using Shouwang.Shared.Money;

namespace Shouwang.Shared.Diagnoses;

/// <summary>One entry of the disease catalogue (病种): a group of ICD-10 categories that a village plan gives one sum for.</summary>
/// <param name="Code">Stable id, the first ICD-10 category it covers: "K35".</param>
/// <param name="Serious">大病 or 小病.</param>
public sealed record DiseaseEntry(string Code, string Name, bool Serious, IReadOnlyList<string> Icd10, IReadOnlyList<string> Aliases)
{
    /// <summary>Why the entry is serious, a short English phrase; null for a minor one.</summary>
    public string? Why { get; init; }
}

/// <summary>A catalogue entry that a diagnosis text may mean.</summary>
/// <param name="Score">How well it fits; comparable within one call.</param>
/// <param name="Reasons">In everyday Chinese: 名称完全一致, 缩写 CA, 关键词：阑尾.</param>
public sealed record DiagnosisMatch(DiseaseEntry Entry, BasisPoints Score, IReadOnlyList<string> Reasons);

/// <summary>The answer for one text.</summary>
/// <param name="Main">The part of the text taken for the main diagnosis.</param>
/// <param name="Matches">Best first.</param>
/// <param name="Sure">False: a person chooses among the first three.</param>
public sealed record DiagnosisAnswer(string Main, IReadOnlyList<DiagnosisMatch> Matches, bool Sure)
{
    /// <summary>The operations that the text names.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = [];
}
