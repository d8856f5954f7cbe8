using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Sums that a village sets itself (村里自己定的数) instead of having them worked out from its money.</summary>
/// <param name="Ladder">The sum of every grade; null where it is worked out.</param>
/// <param name="ByDisease">Sums of single diseases, by catalogue entry code; they go before the grade's. Zero: the disease gets nothing.</param>
public sealed record OwnSums(Ladder? Ladder, ImmutableSortedDictionary<string, Fen> ByDisease)
{
    /// <summary>Everything is worked out.</summary>
    public static OwnSums None { get; } = new(null, ImmutableSortedDictionary<string, Fen>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>No sum may be larger: a slip of the pen, not a plan.</summary>
    public static Fen Most { get; } = Fen.FromYuan(1_000_000);

    /// <summary>Makes a ladder of sums that a village sets for every grade, the least severe first.</summary>
    /// <returns>What is wrong with them instead, by a stable code and in words.</returns>
    public static (Ladder? Ladder, string Code, string Chinese) LadderOf(IReadOnlyList<Fen> sums)
    {
        if (sums.Count != Grade.All.Length)
            return (null, "rungs-incomplete", $"自己定各档的数，{Grade.All.Length} 档都要写");
        if (sums.Any(sum => sum > Most))
            return (null, "sum-absurd", TooMuch);
        if (sums[0] < Plans.Ladder.Least)
            return (null, "rung-too-small", $"最低一档不能少于 {Plans.Ladder.Least.ToGroupedString()} 元");
        var ladder = new Ladder([.. sums]);
        return Grade.All.Skip(1).FirstOrDefault(grade => ladder[grade] < sums[grade.Number - 2]) is { } lower
            ? (null, "rungs-reversed", $"{lower.Name}（{ladder[lower].ToGroupedString()} 元）比前面一档还少。病重的不能比病轻的补得少，请核对")
            : (ladder, "", "");
    }

    /// <summary>What is said of a sum above <see cref="Most"/>.</summary>
    public static string TooMuch => $"有一个数超过 {Most.ToGroupedString()} 元，请核对是不是多写了零";

    public bool IsEmpty => Ladder is null && ByDisease.IsEmpty;

    /// <summary>The largest sum of all; zero where there is none.</summary>
    public Fen Highest => ByDisease.Values.Concat(Ladder?.Sums ?? []).Append(Fen.Zero).Max();

    /// <summary>Null where the disease has no sum of its own.</summary>
    public Fen? Of(string entry) => ByDisease.TryGetValue(entry, out var sum) ? sum : null;
}
