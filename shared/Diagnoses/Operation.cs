namespace Shouwang.Shared.Diagnoses;

/// <summary>An operation (手术) that a discharge text names, by its ICD-9-CM-3 category, for plans that pay by operation.</summary>
/// <param name="Code">"51.23".</param>
public sealed record Operation(string Code, string Name);
