using Shouwang.Functions.Http;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Adjudications;

/// <summary>The stay as a caller sends it (住院情况), its amounts held against each other.</summary>
internal static class StayInput
{
    private static readonly string[] Parts = ["inScope", "selfFunded", "selfPayFirst", "overLimit", "borne"];

    /// <param name="date">The governing date of the request.</param>
    public static StayFacts Read(JsonInput input, DateOnly date)
    {
        Days(input, date);
        var stay = new StayFacts
        {
            HospitalLevel = AdjudicationRequest.Word(input, "hospitalLevel", Vocabulary.Levels, "unknown-hospital-level", "医院等级"),
            Area = AdjudicationRequest.Word(input, "area", Vocabulary.Areas, "unknown-area", "就医地"),
            OrdinalInYear = AdjudicationRequest.Whole(input, "ordinalInYear", 1, 200),
            OrdinalAtLevel = AdjudicationRequest.Whole(input, "ordinalAtLevel", 1, 200),
            Transfer = AdjudicationRequest.Word(input, "transfer", Vocabulary.Transfers, "unknown-transfer", "转院情况") ?? "none",
            ChainDeductible = input.OptionalAmount("chainDeductible"),
            Total = input.Amount("total"),
            InScope = input.OptionalAmount("inScope"),
            SelfFunded = input.OptionalAmount("selfFunded"),
            SelfPayFirst = input.OptionalAmount("selfPayFirst"),
            OverLimit = input.OptionalAmount("overLimit"),
            Borne = input.OptionalAmount("borne"),
            ContinuesPrevious = AdjudicationRequest.Flag(input, "continuesPrevious"),
            DeductibleWaived = AdjudicationRequest.Flag(input, "deductibleWaived") ?? false,
            Exclusion = input.OptionalText("exclusion", 40),
            Items = AdjudicationRequest.Amounts(input, "items", null, "", input.Amount("total")),
            Disease = input.OptionalText("disease", 20),
        };
        Consistent(input, stay);
        return stay;
    }

    private static void Days(JsonInput input, DateOnly date)
    {
        var admitted = input.OptionalDate("admitted");
        var discharged = input.OptionalDate("discharged");
        if (admitted > (discharged ?? date))
            throw input.Fault(discharged is null ? "admitted" : "discharged", "discharge-before-admission", "出院日期在入院日期之前，请核对两个日期");
    }

    private static void Consistent(JsonInput input, StayFacts stay)
    {
        var above = Parts.FirstOrDefault(p => input.OptionalAmount(p) > stay.Total);
        if (above is not null)
            throw input.Fault(above, above == "inScope" ? "in-scope-above-total" : "part-above-total", "比总费用还多，请核对这个数和总费用");
        Fen?[] parts = [stay.InScope, stay.SelfFunded, stay.SelfPayFirst, stay.OverLimit];
        if (parts.Aggregate(Fen.Zero, (sum, part) => sum + (part ?? Fen.Zero)) > stay.Total)
            throw input.Fault("total", "parts-above-total", "比范围内、全自费、先行自付、超限价四部分加起来还少，请核对");
    }
}
