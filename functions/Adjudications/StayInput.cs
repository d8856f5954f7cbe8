using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>The stay as a caller sends it (住院情况), its amounts held against each other.</summary>
internal static class StayInput
{
    private static readonly string[] Parts = ["inScope", "selfFunded", "selfPayFirst", "overLimit", "borne"];

    /// <param name="date">The governing date of the request.</param>
    /// <param name="place">Whose rules apply.</param>
    public static StayFacts Read(JsonInput input, DateOnly date, string place)
    {
        Days(input, date);
        var total = input.Amount("total");
        Consistent(input, total);
        return new StayFacts
        {
            HospitalLevel = input.Word("hospitalLevel", Vocabulary.Levels, "unknown-hospital-level", "医院等级") ?? Level(input, place)?.Level,
            Area = input.Word("area", Vocabulary.Areas, "unknown-area", "就医地"),
            OrdinalInYear = input.Whole("ordinalInYear", 1, 200),
            OrdinalAtLevel = input.Whole("ordinalAtLevel", 1, 200),
            Transfer = input.Word("transfer", Vocabulary.Transfers, "unknown-transfer", "转院情况") ?? "none",
            ChainDeductible = input.OptionalAmount("chainDeductible"),
            Total = total,
            InScope = input.OptionalAmount("inScope"),
            SelfFunded = input.OptionalAmount("selfFunded"),
            SelfPayFirst = input.OptionalAmount("selfPayFirst"),
            OverLimit = input.OptionalAmount("overLimit"),
            Borne = input.OptionalAmount("borne"),
            ContinuesPrevious = input.Flag("continuesPrevious"),
            DeductibleWaived = input.Flag("deductibleWaived") ?? false,
            Exclusion = input.OptionalText("exclusion", 40),
            Items = input.Amounts("items", null, "", total),
            Disease = input.OptionalText("disease", 20),
        };
    }

    /// <summary>The level of the hospital that is named where its level is not told; null where nothing is to find.</summary>
    public static LevelFinding? Level(JsonInput input, string place) =>
        !input.Has("hospitalLevel") && input.OptionalText("hospital", 60) is { } hospital ? LevelFinding.Of(null, hospital, HospitalList.Shipped, place) : null;

    /// <summary>No part is more than the total, nor are the four together.</summary>
    public static void Consistent(JsonInput input, Fen total)
    {
        var above = Parts.FirstOrDefault(p => input.OptionalAmount(p) > total);
        if (above is not null)
            throw input.Fault(above, above == "inScope" ? "in-scope-above-total" : "part-above-total", "比总费用还多，请核对这个数和总费用");
        if (Parts[..4].Aggregate(Fen.Zero, (sum, part) => sum + (input.OptionalAmount(part) ?? Fen.Zero)) > total)
            throw input.Fault("total", "parts-above-total", "比范围内、全自费、先行自付、超限价四部分加起来还少，请核对");
    }

    private static void Days(JsonInput input, DateOnly date)
    {
        var admitted = input.OptionalDate("admitted");
        var discharged = input.OptionalDate("discharged");
        if (admitted > (discharged ?? date))
            throw input.Fault(discharged is null ? "admitted" : "discharged", "discharge-before-admission", "出院日期在入院日期之前，请核对两个日期");
        if ((discharged ?? date).DayNumber - admitted?.DayNumber > LongestStay)
            throw input.Fault("admitted", "stay-absurd", "到出院超过十年了，请核对入院和出院日期");
    }

    private const int LongestStay = 3660;
}
