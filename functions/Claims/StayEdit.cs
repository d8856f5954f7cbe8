using Shouwang.Functions.Http;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Claims;

/// <summary>Corrects what was misread off a paper (改正识别错误), field by field, and says what was changed.</summary>
internal static class StayEdit
{
    /// <summary>Every field that a person may correct: its name, what people call it, how it reads, how it is set.</summary>
    static readonly Field[] Fields =
    [
        new("name", "姓名", stay => stay.Name, (stay, body, name) => stay with { Name = body.Text(name, 40) }),
        new("idNumber", "身份证号", stay => stay.IdNumber is { Length: > 4 } number ? $"**************{number[^4..]}" : stay.IdNumber, (stay, body, name) => stay with { IdNumber = IdNumber(body, name) }),
        new("hospital", "医院", stay => stay.Hospital, (stay, body, name) => stay with { Hospital = body.Text(name, 60) }),
        new("hospitalLevel", "医院等级", stay => stay.HospitalLevel, (stay, body, name) => stay with { HospitalLevel = Level(body, name) }),
        new("admitted", "入院日期", stay => Text(stay.Admitted), (stay, body, name) => stay with { Admitted = body.Date(name) }),
        new("discharged", "出院日期", stay => Text(stay.Discharged), (stay, body, name) => stay with { Discharged = body.Date(name) }),
        new("diagnosis", "出院诊断", stay => stay.Diagnosis, (stay, body, name) => stay with { Diagnosis = body.Text(name, 300) }),
        new("operation", "手术名称", stay => stay.Operation, (stay, body, name) => stay with { Operation = body.OptionalText(name, 300) }),
        new("total", "总费用", stay => Text(stay.Total), (stay, body, name) => stay with { Total = body.Amount(name) }),
        new("basicPaid", "基本医保支付", stay => Text(stay.BasicPaid), (stay, body, name) => stay with { BasicPaid = body.OptionalAmount(name) }),
        new("criticalPaid", "大病保险支付", stay => Text(stay.CriticalPaid), (stay, body, name) => stay with { CriticalPaid = body.OptionalAmount(name) }),
        new("assistancePaid", "医疗救助支付", stay => Text(stay.AssistancePaid), (stay, body, name) => stay with { AssistancePaid = body.OptionalAmount(name) }),
        new("otherPaid", "其他支付", stay => Text(stay.OtherPaid), (stay, body, name) => stay with { OtherPaid = body.OptionalAmount(name) }),
        new("accountPaid", "个人账户支付", stay => Text(stay.AccountPaid), (stay, body, name) => stay with { AccountPaid = body.OptionalAmount(name) }),
        new("cashPaid", "个人现金支付", stay => Text(stay.CashPaid), (stay, body, name) => stay with { CashPaid = body.OptionalAmount(name) }),
        new("inScope", "政策范围内金额", stay => Text(stay.InScope), (stay, body, name) => stay with { InScope = body.OptionalAmount(name) }),
        new("selfFunded", "全自费", stay => Text(stay.SelfFunded), (stay, body, name) => stay with { SelfFunded = body.OptionalAmount(name) }),
        new("selfPayFirst", "先行自付", stay => Text(stay.SelfPayFirst), (stay, body, name) => stay with { SelfPayFirst = body.OptionalAmount(name) }),
        new("overLimit", "超限价自费", stay => Text(stay.OverLimit), (stay, body, name) => stay with { OverLimit = body.OptionalAmount(name) }),
        new("settlementNumber", "结算单号", stay => stay.SettlementNumber, (stay, body, name) => stay with { SettlementNumber = body.OptionalText(name, 60) }),
        new("billCode", "票据代码", stay => stay.BillCode, (stay, body, name) => stay with { BillCode = body.OptionalText(name, 60) }),
        new("billNumber", "票据号码", stay => stay.BillNumber, (stay, body, name) => stay with { BillNumber = body.OptionalText(name, 60) }),
    ];

    /// <summary>The stay with the fields of the body; a field given or confirmed counts as sure.</summary>
    public static StayPapers Apply(StayPapers stay, JsonInput fields, IReadOnlyCollection<string> confirmed)
    {
        foreach (var property in fields.Element.EnumerateObject())
        {
            var field = Array.Find(Fields, candidate => candidate.Name == property.Name)
                ?? throw fields.Fault(property.Name, "field-unknown", $"不能改这一项。可以改：{string.Join("、", Fields.Select(known => $"{known.Name}（{known.Label}）"))}");
            stay = field.Set(stay, fields, property.Name);
        }

        if (stay.Discharged < stay.Admitted)
            throw new ProblemException(Problem.BadRequest("dates-reversed", "出院日期早于入院日期，请核对。", "fields.discharged"));
        if (stay.InScope > stay.Total)
            throw new ProblemException(Problem.BadRequest("above-total", "政策范围内金额大于总费用，请核对。", "fields.inScope"));
        var paid = new[] { stay.BasicPaid, stay.CriticalPaid, stay.AssistancePaid, stay.OtherPaid, stay.AccountPaid, stay.CashPaid }.Aggregate(Fen.Zero, (sum, part) => sum + (part ?? Fen.Zero));
        if (paid > stay.Total)
            throw new ProblemException(Problem.BadRequest("above-total", "各项支付加起来大于总费用，请核对。", "fields.total"));
        var sure = fields.Element.EnumerateObject().Select(property => property.Name).Concat(confirmed).ToHashSet(StringComparer.Ordinal);
        return stay with { Unsure = [.. stay.Unsure.Where(name => !sure.Contains(name))] };
    }

    /// <summary>What is different, in words that may stand in a record: an identity number shows its last four characters.</summary>
    public static IReadOnlyList<FieldChange> Differences(StayPapers before, StayPapers after) =>
        [.. Fields.Select(field => new FieldChange(field.Name, field.Label, field.Get(before), field.Get(after))).Where(change => change.Before != change.After)];

    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    static string? Text(Fen? amount) => amount?.ToString();

    static string? Level(JsonInput body, string name)
    {
        var level = body.OptionalText(name, 10);
        return level is null || level is ['一' or '二' or '三', '级', ..] or "乡镇" ? level : throw body.Fault(name, "hospital-level-wrong", "医院等级请写一级、二级、三级，乡镇卫生院写“乡镇”");
    }

    static string? IdNumber(JsonInput body, string name)
    {
        var number = body.OptionalText(name, 18)?.ToUpperInvariant();
        return number is null || IdentityNumber.IsValid(number) ? number : throw body.Fault(name, "id-number-wrong", "身份证号不对，请对照原件再看一遍");
    }

    sealed record Field(string Name, string Label, Func<StayPapers, string?> Get, Func<StayPapers, JsonInput, string, StayPapers> Set);
}
