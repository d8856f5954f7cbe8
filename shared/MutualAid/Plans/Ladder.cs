using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>The sums of all grades (补助阶梯), each a round number, none less than that of a grade below.</summary>
public sealed record Ladder(ImmutableArray<Fen> Sums)
{
    /// <summary>Sums are multiples of this, and none is smaller.</summary>
    public static Fen Least { get; } = Fen.FromYuan(50);

    /// <summary>The smallest there is.</summary>
    public static Ladder Lowest { get; } = new([.. Grade.All.Select(_ => Least)]);

    /// <summary>What a stay of that grade gets.</summary>
    public Fen this[Grade grade] => Sums[grade.Number - 1];

    /// <summary>The largest round number that is not more: fifties below 1,000 yuan, hundreds below 5,000, five hundreds below 20,000, then thousands.</summary>
    public static Fen Round(Fen sum)
    {
        var step = Fen.FromYuan(sum.Value < 100_000 ? 50 : sum.Value < 500_000 ? 100 : sum.Value < 2_000_000 ? 500 : 1000).Value;
        return new Fen(sum.Value / step * step);
    }

    /// <summary>The next larger round number.</summary>
    public static Fen Next(Fen sum) => new[] { 50L, 100, 500, 1000 }.Select(step => Round(sum + Fen.FromYuan(step))).First(next => next > sum);
}

/// <summary>Every ladder a plan can have, from the smallest to the largest, each one rung above the one before (阶梯序列). More money moves further along it, so nobody ever gets less from a larger budget.</summary>
public sealed class LadderChain
{
    readonly ImmutableArray<(int Grade, Fen Sum)> _rises;

    /// <param name="emphasis">What serious grades get of their cost beside what minor ones get; at least 100 %.</param>
    /// <param name="most">Share of what is typically borne that a sum may reach.</param>
    /// <param name="cap">Most a person gets in a year; no sum is larger.</param>
    public LadderChain(BasisPoints emphasis, BasisPoints borne, BasisPoints most, Fen? cap)
    {
        var rises = new List<(Int128 When, int Grade, Fen Sum)>();
        foreach (var grade in Grade.All)
        {
            var pull = (Int128)grade.Typical.Value * (grade.Serious ? emphasis : BasisPoints.Whole).Value;
            var top = Ladder.Round(most.Of(borne.Of(grade.Typical, Rounding.DownFen), Rounding.DownFen));
            top = cap is { } limit ? Fen.Min(top, Ladder.Round(limit)) : top;
            for (var sum = Ladder.Next(Ladder.Least); sum <= top; sum = Ladder.Next(sum))
                rises.Add(((((Int128)sum.Value * 1_000_000_000_000) + pull - 1) / pull, grade.Number, sum));
        }

        // Of two rises at once the more severe comes first, so that no ladder gives less for more.
        _rises = [.. rises.OrderBy(rise => rise.When).ThenByDescending(rise => rise.Grade).Select(rise => (rise.Grade, rise.Sum))];
    }

    /// <summary>How many ladders there are.</summary>
    public int Count => _rises.Length + 1;

    public Ladder this[int index]
    {
        get
        {
            var sums = Ladder.Lowest.Sums.ToArray();
            foreach (var (grade, sum) in _rises.AsSpan(0, index))
                sums[grade - 1] = sum;
            return new Ladder([.. sums]);
        }
    }
}
