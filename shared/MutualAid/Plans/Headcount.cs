namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Sex, as far as it is known (性别).</summary>
public enum Sex
{
    /// <summary>不详.</summary>
    Unknown,

    /// <summary>男.</summary>
    Male,

    /// <summary>女.</summary>
    Female,
}

/// <summary>Whole years of age, both ends included (年龄段).</summary>
public readonly record struct AgeSpan(int From, int To)
{
    /// <summary>Nobody is older for a plan.</summary>
    public const int Oldest = 120;

    /// <summary>How many years of age the span has.</summary>
    public int Years => To - From + 1;

    public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";
}

/// <summary>How many members of an age and sex there are (人数构成): all that a plan needs of the roster.</summary>
/// <param name="Ages">Null where nobody knows.</param>
public sealed record Headcount(AgeSpan? Ages, Sex Sex, int Count);
