using Shouwang.Shared.Bills.Checks;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills;

/// <summary>What the three papers of a claim say of one stay (一次住院的材料所载). What no paper says is null.</summary>
public sealed record StayPapers
{
    public string? Name { get; init; }
    public string? IdNumber { get; init; }
    public string? Sex { get; init; }

    /// <summary>Full years on the day of discharge.</summary>
    public int? Age { get; init; }

    public string? Hospital { get; init; }

    /// <summary>The hospital's level as printed: "三级甲等".</summary>
    public string? HospitalLevel { get; init; }

    public DateOnly? Admitted { get; init; }
    public DateOnly? Discharged { get; init; }
    public int? Days { get; init; }

    /// <summary>The discharge diagnosis as written, several joined by "；".</summary>
    public string? Diagnosis { get; init; }

    /// <summary>What was operated on, as the record's own line 手术名称 says, several joined by "；".</summary>
    public string? Operation { get; init; }

    public Fen? Total { get; init; }
    public Fen? BasicPaid { get; init; }
    public Fen? CriticalPaid { get; init; }
    public Fen? AssistancePaid { get; init; }
    public Fen? OtherPaid { get; init; }
    public Fen? AccountPaid { get; init; }
    public Fen? CashPaid { get; init; }

    /// <summary>What the patient bore in all (个人负担合计), where a paper says it in one.</summary>
    public Fen? Borne { get; init; }

    public Fen? SelfPay { get; init; }
    public Fen? SelfFunded { get; init; }
    public Fen? InScope { get; init; }
    public Fen? SelfPayFirst { get; init; }
    public Fen? OverLimit { get; init; }
    public Fen? Deductible { get; init; }
    public string? SettlementNumber { get; init; }
    public string? BillCode { get; init; }
    public string? BillNumber { get; init; }

    /// <summary>The least sure of the values an amount of aid rests on: person, dates, diagnosis, total, what was paid.</summary>
    public BasisPoints LowestConfidence { get; init; }

    /// <summary>The fields behind <see cref="LowestConfidence"/> that are not sure, and the operation where it is not, least sure first.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>What money rests on as well where a paper says it.</summary>
    private static readonly string[] Beside = [FieldName.Operation, FieldName.CashPaid, FieldName.AccountPaid];

    private static readonly string[] Decisive = [FieldName.Name, FieldName.Discharged, FieldName.Diagnosis, FieldName.Total, FieldName.BasicPaid];
    private static readonly BasisPoints Sure = new(9_000);

    /// <param name="discharge">Says most reliably who was ill of what.</param>
    /// <param name="settlement">Says most reliably who paid what.</param>
    /// <param name="bill">Says what none of the others does; null where none was sent.</param>
    internal static StayPapers Of(PaperReading discharge, PaperReading list, PaperReading settlement, PaperReading? bill = null)
    {
        FieldReading? Best(string field) => new[] { settlement, discharge, list }.Select(p => p.Fields.GetValueOrDefault(field)).OfType<FieldReading>().MaxBy(f => f.Confidence) ?? bill?.Fields.GetValueOrDefault(field);
        FieldReading? Field(string field) => field is FieldName.Diagnosis or FieldName.Operation ? discharge.Fields.GetValueOrDefault(field) ?? Best(field) : Best(field);
        string? Text(string field) => Field(field)?.Value;
        Fen? Money(string field) => Field(field) is { } reading && Fen.TryParse(reading.Value, out var amount) ? amount : null;
        var dates = new[] { FieldName.Admitted, FieldName.Discharged }.Where(f => Field(f) is not null).ToDictionary(f => f, f => Field(f)!);
        var discharged = TextChecks.Date(dates, FieldName.Discharged);
        var confidences = Decisive.ToDictionary(f => f, f => Field(f)?.Confidence ?? new BasisPoints(0));
        IEnumerable<KeyValuePair<string, BasisPoints>> Read(string[] fields) => fields.Where(f => Field(f) is not null).Select(f => KeyValuePair.Create(f, Field(f)!.Confidence));
        return new StayPapers
        {
            Name = Text(FieldName.Name),
            IdNumber = Text(FieldName.IdNumber) is { } number && !IdentityNumber.IsMasked(number) ? number : null,
            Sex = Text(FieldName.Sex),
            Age = AgeOn(discharged, Text(FieldName.IdNumber)) ?? (int.TryParse(Text(FieldName.Age), out var age) ? age : null),
            Hospital = Text(FieldName.Hospital),
            HospitalLevel = Best(FieldName.HospitalLevel) is { } level && level.Confidence >= Sure ? level.Value : null,
            Admitted = TextChecks.Date(dates, FieldName.Admitted),
            Discharged = discharged,
            Days = int.TryParse(Text(FieldName.Days), out var days) ? days : null,
            Diagnosis = Text(FieldName.Diagnosis),
            Operation = Text(FieldName.Operation),
            Total = Money(FieldName.Total),
            BasicPaid = Money(FieldName.BasicPaid),
            CriticalPaid = Money(FieldName.CriticalPaid),
            AssistancePaid = Money(FieldName.AssistancePaid),
            // 公务员补助, 大额补助 and the like, where the paper has no sum of what others paid.
            OtherPaid = Money(FieldName.OtherPaid) ?? Money(FieldName.SupplementPaid),
            AccountPaid = Money(FieldName.AccountPaid),
            CashPaid = Money(FieldName.CashPaid),
            Borne = Money(FieldName.Borne),
            SelfPay = Money(FieldName.SelfPay),
            SelfFunded = Money(FieldName.SelfFunded),
            InScope = Money(FieldName.InScope),
            SelfPayFirst = Money(FieldName.SelfPayFirst),
            OverLimit = Money(FieldName.OverLimit),
            Deductible = Money(FieldName.Deductible),
            SettlementNumber = Text(FieldName.SettlementNumber),
            BillCode = Text(FieldName.BillCode),
            BillNumber = Text(FieldName.BillNumber),
            LowestConfidence = confidences.Values.Min(),
            Unsure = [.. confidences.Concat(Read(Beside)).Where(c => c.Value < Sure).OrderBy(c => c.Value).Select(c => c.Key)],
        };
    }

    private static int? AgeOn(DateOnly? day, string? idNumber)
    {
        if (day is not { } on || idNumber is null || !IdentityNumber.IsValid(idNumber) || IdentityNumber.BirthDate(idNumber) is not { } born || born > on)
            return null;
        var years = on.Year - born.Year;
        return on < born.AddYears(years) ? years - 1 : years;
    }
}
