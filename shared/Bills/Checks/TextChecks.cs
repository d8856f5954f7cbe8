using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>Checks on one paper that are no sums: dates, days, identity numbers.</summary>
static class TextChecks
{
    public static IEnumerable<PaperCheck> Of(IReadOnlyDictionary<string, FieldReading> fields)
    {
        if (fields.TryGetValue(IdNumber, out var id) && !IdentityNumber.IsMasked(id.Value))
        {
            yield return Check("identity-number-check-digit", IdentityNumber.IsValid(id.Value), "身份证号码的校验位不对，请对着原件核对。");
            if (fields.TryGetValue(Sex, out var sex) && IdentityNumber.IsValid(id.Value))
                yield return Check("identity-number-agrees-with-sex", IdentityNumber.Sex(id.Value) == sex.Value, "身份证号码和性别对不上，请核对。");
        }
        if (fields.TryGetValue(FieldName.CreditCode, out var code) && code.Value.Length == 18 && !IdentityNumber.IsMasked(code.Value) && code.Value != id?.Value)
            yield return Check("credit-code-check-digit", Shouwang.Shared.Bills.CreditCode.IsValid(code.Value) || IdentityNumber.IsValid(code.Value), "统一社会信用代码的校验位不对，请对着原件核对。");
        if (Date(fields, Admitted) is not { } admitted || Date(fields, Discharged) is not { } discharged)
            yield break;
        yield return Check("discharge-after-admission", discharged >= admitted, "出院日期比入院日期还早，请核对。");
        if (fields.TryGetValue(Days, out var days) && days.Source == FieldSource.Read && int.TryParse(days.Value, out var count))
            yield return Check("days-equal-dates", Math.Abs(discharged.DayNumber - admitted.DayNumber - count) <= 1, "住院天数和入院、出院日期对不上，请核对。");
    }

    public static DateOnly? Date(IReadOnlyDictionary<string, FieldReading> fields, string field) =>
        fields.TryGetValue(field, out var reading) && DateOnly.TryParseExact(reading.Value, "yyyy-MM-dd", out var date) ? date : null;

    private static PaperCheck Check(string code, bool passed, string sentence) => new(code, passed, passed ? null : sentence);
}
