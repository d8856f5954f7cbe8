using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>Values with the conditions under which they apply (条件表): the first row that fits counts.</summary>
/// <remarks>Where the rows ask for level, area and status alone, which row applies is worked out once for all their combinations.</remarks>
internal sealed class Table<T>
{
    private readonly When[] whens;
    private readonly T[] values;
    private readonly sbyte[]? bySlot;

    /// <param name="ranking">Of the benefit: the statuses that may count.</param>
    public Table(When[] whens, T[] values, ulong[] ranking)
    {
        this.whens = whens;
        this.values = values;
        if (whens.Length is > 0 and <= sbyte.MaxValue && whens.All(w => w.Plain))
            bySlot = Slot.All(ranking, Find);
    }

    public static Table<T> Empty { get; } = new([], [], []);

    public int Length => values.Length;

    /// <summary>The rows' conditions, in order.</summary>
    public ReadOnlySpan<When> Whens => whens;

    public ref readonly T this[int row] => ref values[row];

    /// <summary>The row that applies, -1 where none does.</summary>
    public int Find(in Case c, in Slot slot)
    {
        if (bySlot is { } rows)
            return rows[slot.Number];
        for (var row = 0; row < whens.Length; row++)
        {
            if (whens[row].Matches(c, slot.Counting))
                return row;
        }
        return -1;
    }

    public Facts Reads()
    {
        var reads = Facts.None;
        foreach (var when in whens)
            reads |= when.Reads;
        return reads;
    }

    private sbyte Find(int level, int area, ulong counting) => (sbyte)Array.FindIndex(whens, w => w.MatchesPlain(level, area, counting));
}

/// <summary>The combination of level, area and the status that counts (条件组合), numbered within one benefit.</summary>
internal readonly record struct Slot(int Number, ulong Counting)
{
    private static readonly int Levels = Vocabulary.Levels.Length;
    private static readonly int Areas = Vocabulary.Areas.Length;

    public static Slot Of(in Case c, LayerPlan layer)
    {
        var ranking = layer.Ranking;
        var rank = ranking.Length;
        if ((c.Statuses & layer.Ranked) != 0)
        {
            for (rank = 0; (c.Statuses & ranking[rank]) == 0; rank++)
            {
            }
        }
        return new Slot((((c.Level * Areas) + c.Area) * (ranking.Length + 1)) + rank, rank == ranking.Length ? When.Ordinary : ranking[rank]);
    }

    /// <summary>One value for each combination.</summary>
    public static sbyte[] All(ulong[] ranking, Func<int, int, ulong, sbyte> value) =>
    [
        .. from level in Enumerable.Range(0, Levels)
           from area in Enumerable.Range(0, Areas)
           from counting in ranking.Append(When.Ordinary)
           select value(level, area, counting),
    ];
}
