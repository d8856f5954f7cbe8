using System.Collections.Immutable;
using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>The costs of a long stay by settlement period, as a caller sends them (分段费用).</summary>
internal static class PartInput
{
    private const int Most = 50;

    /// <param name="total">Of the whole stay.</param>
    public static ImmutableArray<StayPart> Read(JsonInput stay, Fen total)
    {
        var parts = ImmutableArray.CreateBuilder<StayPart>();
        foreach (var input in stay.Objects("parts"))
        {
            if (parts.Count == Most)
                throw stay.Fault("parts", "too-many", $"太多了，最多 {Most} 段");
            parts.Add(One(input));
        }
        return parts.Count > 0 && parts.Aggregate(Fen.Zero, (sum, p) => sum + p.Total) != total
            ? throw stay.Fault("parts", "parts-not-the-total", "各段费用加起来不等于总费用 total，请核对")
            : parts.ToImmutable();
    }

    private static StayPart One(JsonInput input)
    {
        var (from, to) = (input.Date("from"), input.Date("to"));
        if (to < from)
            throw input.Fault("to", "ends-before-it-starts", "比开始的日期 from 还早，请核对两个日期");
        var total = input.Amount("total");
        StayInput.Consistent(input, total);
        return new StayPart(from, to, total)
        {
            InScope = input.OptionalAmount("inScope"),
            SelfFunded = input.OptionalAmount("selfFunded"),
            SelfPayFirst = input.OptionalAmount("selfPayFirst"),
            OverLimit = input.OptionalAmount("overLimit"),
            Borne = input.OptionalAmount("borne"),
            ActuallyPaid = input.Amounts("actuallyPaid", Vocabulary.Layers, "unknown-layer", total),
        };
    }
}
