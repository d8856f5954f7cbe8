using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Shared.MutualAid.Claims;

/// <summary>Why the person was in hospital, as somebody asked and confirmed (住院原因). "illness" is every cause that no charter excludes.</summary>
public static class Cause
{
    public const string Illness = "illness";

    /// <summary>The causes to choose from under a charter: illness, and what the charter excludes.</summary>
    public static IEnumerable<(string Name, string Chinese, bool Excluded)> Choices(Charter charter) =>
        [(Illness, "一般生病，没有下面这些情况", false), .. charter.Exclusions.Select(exclusion => (Name(exclusion), CharterWords.Words(exclusion), true))];

    /// <summary>Whether that is a cause at all.</summary>
    public static bool IsCause(string name) => name == Illness || Enum.GetValues<Exclusion>().Any(exclusion => Name(exclusion) == name);

    /// <summary>The charter's word for the cause, where the charter excludes it; else null.</summary>
    public static string? Excluding(Charter charter, string? name) =>
        charter.Exclusions.Where(exclusion => Name(exclusion) == name).Select(CharterWords.Words).FirstOrDefault();

    /// <summary>"work-injury".</summary>
    public static string Name(Exclusion exclusion) => exclusion switch
    {
        Exclusion.Traffic => "traffic",
        Exclusion.WorkInjury => "work-injury",
        Exclusion.ThirdParty => "third-party",
        Exclusion.Cosmetic => "cosmetic",
        Exclusion.CheckUp => "check-up",
        Exclusion.Crime => "crime",
        Exclusion.SelfHarm => "self-harm",
        Exclusion.Childbirth => "childbirth",
        Exclusion.Abroad => "abroad",
    };
}
