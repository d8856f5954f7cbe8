using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Chooses one value for each field that is no amount.</summary>
static class TextFields
{
    public static IReadOnlyDictionary<string, FieldReading> Read(PaperKind kind, IReadOnlyList<Finding> findings)
    {
        var fields = findings.Where(f => f.Amounts is null).GroupBy(f => f.Field).ToDictionary(g => g.Key, g => Best(kind, g.Key, [.. g]), StringComparer.Ordinal);
        // NO. on a settlement sheet numbers the settlement, 发票号 the bill that was handed in.
        if (kind == PaperKind.SettlementSheet && !fields.ContainsKey(SettlementNumber) && !fields.ContainsKey(BillCode) && !findings.Any(f => f.Field == BillNumber && f.LabelWrong == 0 && LabelTable.NamesBill(f.Rank)) && fields.Remove(BillNumber, out var number))
            fields[SettlementNumber] = number with { Confidence = new BasisPoints(Math.Min(number.Confidence.Value, 9_000)) };
        fields.Remove(LabelTable.BusinessNumber, out var business);
        if (kind == PaperKind.SettlementSheet && business is not null && !fields.ContainsKey(SettlementNumber) && !fields.ContainsKey(BillNumber) && !fields.ContainsKey(BillCode))
            fields[SettlementNumber] = business with { Confidence = new BasisPoints(Math.Min(business.Confidence.Value, 9_000)) };
        Prove(fields, findings);
        DeriveDays(fields);
        DerivePerson(kind, fields);
        return fields;
    }

    private static FieldReading Best(PaperKind kind, string field, IReadOnlyList<Finding> findings)
    {
        var best = field switch
        {
            IdNumber => findings.OrderByDescending(f => IdentityNumber.IsValid(f.Value)).ThenBy(f => f.LabelWrong).First(),
            // The certificate's and the stay's own numbers stand first; a later one belongs to a signature.
            _ => findings.OrderBy(f => f.LabelWrong).ThenBy(f => f.Rank).ThenByDescending(f => findings.Count(o => o.Value == f.Value)).First(),
        };
        var confidence = Math.Min(best.Confidence - (best.LabelWrong * 300), WordSureness.Limit(field, best));
        if (field == IdNumber && !IdentityNumber.IsValid(best.Value))
            confidence = Math.Min(confidence, IdentityNumber.IsMasked(best.Value) ? WordSureness.Doubtful : 5_000);
        if (field == FieldName.CreditCode && !HasCheckCharacter(best.Value))
            confidence = Math.Min(confidence, WordSureness.Doubtful);
        if (findings.Any(f => f.LabelWrong == 0 && f.Value != best.Value) && best.LabelWrong == 0 && field is Name or IdNumber or Admitted or Discharged or Sex)
            confidence = Math.Min(confidence, 7_000);
        return new FieldReading(best.Value, new BasisPoints(Math.Max(0, confidence)), best.Where, best.Mended ? FieldSource.Repaired : FieldSource.Read) { ProvedBy = best.Mended ? ItemWords.Proof : null };
    }

    /// <summary>A code whose check character holds.</summary>
    private static bool HasCheckCharacter(string code) => Shouwang.Shared.Bills.CreditCode.IsValid(code) || IdentityNumber.IsValid(code);

    /// <summary>Dates out of a sentence are as sure as their characters where the days read make them so; where the days contradict them, all three are doubtful.</summary>
    private static void Prove(Dictionary<string, FieldReading> fields, IReadOnlyList<Finding> findings)
    {
        if (!TryDate(fields, Admitted, out var admitted) || !TryDate(fields, Discharged, out var discharged) || !fields.TryGetValue(Days, out var days) || !int.TryParse(days.Value, out var said))
            return;
        // One of the three was misread.
        if (Math.Abs(said - (discharged.DayNumber - admitted.DayNumber)) > 1)
        {
            foreach (var field in new[] { Admitted, Discharged, Days })
                fields[field] = fields[field] with { Confidence = new BasisPoints(Math.Min(fields[field].Confidence.Value, WordSureness.Doubtful)) };
        }
        if (said != discharged.DayNumber - admitted.DayNumber || said < 1)
            return;
        foreach (var field in new[] { Admitted, Discharged })
        {
            var read = findings.Where(f => f.Field == field && f.Value == fields[field].Value).Select(f => f.Confidence - (f.LabelWrong * 300)).Max();
            if (read > fields[field].Confidence.Value && fields[field].Confidence.Value == WordSureness.Doubtful)
                fields[field] = fields[field] with { Confidence = new BasisPoints(read) };
        }
    }

    /// <summary>A lone digit is easily lost: the days follow from the two dates.</summary>
    private static void DeriveDays(Dictionary<string, FieldReading> fields)
    {
        if (fields.ContainsKey(Days) || !TryDate(fields, Admitted, out var admitted) || !TryDate(fields, Discharged, out var discharged) || discharged < admitted)
            return;
        var days = Math.Max(1, discharged.DayNumber - admitted.DayNumber);
        fields[Days] = new FieldReading($"{days}", new BasisPoints(9_000), null, FieldSource.Derived);
    }

    private static void DerivePerson(PaperKind kind, Dictionary<string, FieldReading> fields)
    {
        // A private person has no credit code: electronic bills print the identity number in its place.
        if (!fields.ContainsKey(IdNumber) && fields.TryGetValue(FieldName.CreditCode, out var code) && (IdentityNumber.IsValid(code.Value) || IdentityNumber.IsMasked(code.Value)))
            fields[IdNumber] = code;
        if (fields.TryGetValue(IdNumber, out var id) && IdentityNumber.IsValid(id.Value) && !fields.ContainsKey(Sex) && IdentityNumber.Sex(id.Value) is { } sex)
            fields[Sex] = new FieldReading(sex, id.Confidence, null, FieldSource.Derived);
        // Every identity card prints the day that its number holds.
        if (kind == PaperKind.IdentityCard && IdentityNumber.IsValid(id?.Value ?? "") && !fields.ContainsKey(Born) && IdentityNumber.BirthDate(id!.Value) is { } born)
            fields[Born] = new FieldReading($"{born:yyyy-MM-dd}", id.Confidence, null, FieldSource.Derived);
    }

    private static bool TryDate(Dictionary<string, FieldReading> fields, string field, out DateOnly date)
    {
        date = default;
        return fields.TryGetValue(field, out var reading) && DateOnly.TryParseExact(reading.Value, "yyyy-MM-dd", out date);
    }
}
