namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>The figures a benefit may have (数值名称); in files in kebab case: "cap-year".</summary>
internal enum FigureName
{
    Base,
    Covers,
    EntryLine,
    SelfPayFirst,
    Deductible,
    Repeat,
    BandsOn,
    Rate,
    RateAdjust,
    Fixed,
    CapStay,
    CapYear,
    Rounding,
    Statuses,
    GlobalCap,
    VillagePlan,
    TimesAYear,
}
