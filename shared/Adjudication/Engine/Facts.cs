namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Facts a rule may read (事实), as a set.</summary>
[Flags]
internal enum Facts
{
    None = 0,
    Level = 1 << 0,
    Area = 1 << 1,
    Age = 1 << 2,
    Ordinal = 1 << 3,
    Statuses = 1 << 4,
    InScope = 1 << 5,
    SelfPayFirst = 1 << 6,
    OverLimit = 1 << 7,
    SelfFunded = 1 << 8,
    Disease = 1 << 9,
    Member = 1 << 10,
    Village = 1 << 11,
    Borne = 1 << 12,
    BasicPaid = 1 << 13,
    InScopeBorne = 1 << 14,
    CriticalPaid = 1 << 15,
    AssistancePaid = 1 << 16,
    MutualAidPaid = 1 << 17,
    OtherPaid = 1 << 18,
    DeductibleTaken = 1 << 19,
    Transfer = 1 << 20,
    OrdinalAtLevel = 1 << 21,
    ChainDeductible = 1 << 22,
}

/// <summary>Questions to sets of flags.</summary>
internal static class Flags
{
    public static bool Has(this Facts all, Facts any) => (all & any) != Facts.None;

    public static bool Has(this CostTerms all, CostTerms any) => (all & any) != CostTerms.None;
}
