namespace Shouwang.Shared.Diagnoses;

/// <summary>An operation (手术) that a discharge text names or a person confirmed, by its ICD-9-CM-3 category, for plans that pay by operation.</summary>
/// <param name="Code">"51.23".</param>
public sealed record Operation(string Code, string Name)
{
    /// <summary>Whether it was done in this stay; false where the text only says that it was done before (术后), planned or doubted.</summary>
    public bool Sure { get; init; } = true;

    /// <summary>Where it is said.</summary>
    public OperationSource Source { get; init; } = OperationSource.Diagnosis;
}

/// <summary>Where an operation is said (手术的来源).</summary>
public enum OperationSource
{
    /// <summary>In the text of the discharge diagnosis (出院诊断).</summary>
    Diagnosis,

    /// <summary>In the record's own line 手术名称.</summary>
    Record,

    /// <summary>A person confirmed it (工作人员核对).</summary>
    Person,
}
