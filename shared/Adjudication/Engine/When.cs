namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>To whom and what a row of a table applies (适用条件). Everything not asked is allowed.</summary>
internal sealed record When
{
    /// <summary>Bit for a person with none of the benefit's statuses.</summary>
    public const ulong Ordinary = 1UL << 63;

    public uint Levels { get; init; } = uint.MaxValue;
    public uint Areas { get; init; } = uint.MaxValue;
    public uint Transfers { get; init; } = uint.MaxValue;

    /// <summary>The one status that counts, or <see cref="Ordinary"/>.</summary>
    public ulong Status { get; init; } = ulong.MaxValue;

    /// <summary>At least one of these, 0 for no question.</summary>
    public ulong Has { get; init; }

    /// <summary>None of these.</summary>
    public ulong HasNot { get; init; }

    public int AgeFrom { get; init; } = int.MinValue;
    public int AgeTo { get; init; } = int.MaxValue;
    public int StayFrom { get; init; } = int.MinValue;
    public int StayAtLevelFrom { get; init; } = int.MinValue;
    public int StayTo { get; init; } = int.MaxValue;

    /// <summary>Total cost of the stay, this much included.</summary>
    public long TotalFrom { get; init; } = long.MinValue;
    public long TotalTo { get; init; } = long.MaxValue;

    /// <summary>Facts the questions need.</summary>
    public Facts Reads { get; init; }

    /// <summary>Only level, area and the status that counts are asked: the common row.</summary>
    public bool Plain { get; init; }

    public bool Matches(in Case c, ulong counting) => MatchesPlain(c.Level, c.Area, counting) && (Plain || MatchesRest(c));

    /// <summary>The questions of the common row.</summary>
    public bool MatchesPlain(int level, int area, ulong counting) =>
        (Levels & (1u << level)) != 0 && (Areas & (1u << area)) != 0 && (Status & counting) != 0;

    private bool MatchesRest(in Case c) =>
        (Transfers & (1u << c.Transfer)) != 0
        && (Has == 0 || (Has & c.Statuses) != 0)
        && (HasNot & c.Statuses) == 0
        && c.Age >= AgeFrom && c.Age <= AgeTo
        && c.Ordinal >= StayFrom && c.Ordinal <= StayTo
        && c.OrdinalAtLevel >= StayAtLevelFrom
        && c.Total >= TotalFrom && c.Total <= TotalTo;
}
