using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Shared.MutualAid.Roster;

/// <summary>A good row of a roster file (名册行).</summary>
/// <param name="Row">Row number as the spreadsheet shows it, from 1.</param>
/// <param name="Sex">"男" or "女", by the identity number.</param>
/// <param name="Left">Last day of membership; null while the person is a member.</param>
/// <param name="LeftWhy">left, moved or died.</param>
public sealed record RosterEntry(int Row, string Name, string IdNumber, DateOnly Born, string Sex, DateOnly Joined)
{
    public string? Household { get; init; }
    public string? Relation { get; init; }
    public DateOnly? Left { get; init; }
    public string? LeftWhy { get; init; }

    /// <summary>Whether another row says the same of the person.</summary>
    public bool SaysTheSame(RosterEntry other) => this with { Row = 0 } == other with { Row = 0 };
}

/// <summary>A roster file, read (读入的名册): good rows, bad rows with their remedies, and warnings on good ones.</summary>
public sealed record RosterReading(IReadOnlyList<RosterEntry> Entries, IReadOnlyList<SheetFault> Faults, IReadOnlyList<SheetFault> Warnings);
