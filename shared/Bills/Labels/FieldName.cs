namespace Shouwang.Shared.Bills;

/// <summary>Field names as the HTTP interface writes them (字段名).</summary>
public static class FieldName
{
    public const string Name = "name";
    public const string Sex = "sex";
    public const string Age = "age";
    public const string Born = "born";
    public const string IdNumber = "idNumber";
    public const string CreditCode = "creditCode";
    public const string Hospital = "hospital";
    public const string Department = "department";
    public const string AdmissionNumber = "admissionNumber";
    public const string BillCode = "billCode";
    public const string BillNumber = "billNumber";
    public const string SettlementNumber = "settlementNumber";
    public const string Admitted = "admitted";
    public const string Discharged = "discharged";
    public const string Days = "days";
    public const string Diagnosis = "diagnosis";

    /// <summary>What was operated on, as the paper's own line says, several joined by "；" (手术名称、手术及操作).</summary>
    public const string Operation = "operation";

    public const string Total = "total";
    public const string TotalInWords = "totalInWords";
    public const string BasicPaid = "basicPaid";
    public const string OtherPaid = "otherPaid";
    public const string CriticalPaid = "criticalPaid";
    public const string AssistancePaid = "assistancePaid";
    public const string AccountPaid = "accountPaid";
    public const string CashPaid = "cashPaid";
    public const string SelfPay = "selfPay";
    public const string SelfFunded = "selfFunded";
    public const string Deductible = "deductible";
    public const string InScope = "inScope";
    public const string SelfPayFirst = "selfPayFirst";
    public const string OverLimit = "overLimit";

    /// <summary>All funds together (基金支付合计).</summary>
    public const string FundPaid = "fundPaid";

    /// <summary>What the patient bears, from account and in cash (个人负担合计).</summary>
    public const string Borne = "borne";

    /// <summary>Paid by funds that are none of the others: supplements, civil servants, large sums (其他基金).</summary>
    public const string SupplementPaid = "supplementPaid";

    /// <summary>What the patient pays of the cost in scope, deductible included (自付一).</summary>
    public const string SelfPayInScope = "selfPayInScope";

    /// <summary>The hospital's level as printed (医院等级): "三级甲等".</summary>
    public const string HospitalLevel = "hospitalLevel";

    /// <summary>Number of a volunteer's card (代办证编号).</summary>
    public const string CardNumber = "cardNumber";

    public const string Prepaid = "prepaid";
    public const string ToppedUp = "toppedUp";
    public const string Refunded = "refunded";
}
