namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>What a posting is about, as far as the public may know (摘要). Names are masked before they come here.</summary>
public sealed record About
{
    /// <summary>Nothing to say.</summary>
    public static About Nothing { get; } = new();

    /// <summary>The claim whose aid this is.</summary>
    public string? Claim { get; init; }

    /// <summary>The claim's revision.</summary>
    public int? Revision { get; init; }

    /// <summary>Masked name: "周**".</summary>
    public string? Person { get; init; }

    /// <summary>The plan the sum comes from.</summary>
    public string? Plan { get; init; }

    /// <summary>The year a contribution is for.</summary>
    public int? Year { get; init; }

    /// <summary>Who gave, where that may be said: a body's name, a giver who agreed, "热心村民".</summary>
    public string? Payer { get; init; }

    /// <summary>Why, in words: the reason of a reversal, the giver's own words.</summary>
    public string? Note { get; init; }

    /// <summary>Key of the posting that this one takes back.</summary>
    public string? Reverses { get; init; }
}
