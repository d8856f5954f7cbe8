using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>A letter or decision of the insurance that tells one person all amounts of a stay (报销告知书): by its title another paper, by what it says a settlement sheet.</summary>
static partial class ToldAmounts
{
    /// <summary>Less sure than a sheet that calls itself one.</summary>
    public static readonly BasisPoints MostSure = new(8_000);

    private const int FewestAmounts = 5;

    private static readonly string[] Funds = [FieldName.BasicPaid, FieldName.FundPaid];

    private static readonly string[] Parts = [FieldName.SelfFunded, FieldName.SelfPayFirst, FieldName.InScope, FieldName.Deductible, FieldName.Borne, FieldName.CashPaid];

    /// <summary>What is the patient's, in any word.</summary>
    private static readonly string[] Left = [FieldName.Borne, FieldName.CashPaid, FieldName.SelfPay, LabelTable.OwnShare];

    private const int FewestOfNotice = 3;

    private static readonly string[] Notice = [FieldName.Name, FieldName.SettlementNumber, FieldName.Admitted, FieldName.Discharged, FieldName.Total, FieldName.CashPaid];

    [GeneratedRegex("(?:告知|通知|决定|答复|回复)[书单函]|审批表")]
    private static partial Regex Told();

    [GeneratedRegex(@"\d\.\d\d(?!\d|%)")]
    private static partial Regex Amount();

    /// <summary>Nothing is decided yet, or nobody's: what is owed, thought to come, or an example.</summary>
    [GeneratedRegex("预计|预估|预结算|试算|估算|欠费|欠款|催[缴交款]|拟[报补支]|例如|假如|举例|申请(?:报销|补偿|救助)金额|公示")]
    private static partial Regex Open();

    public static bool Are(string text, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits) => Told().IsMatch(text) && All(text, rows, hits);

    /// <summary>Whatever the paper is called: what a stay of one person cost, what a fund paid of it and what was left.</summary>
    public static bool OfAStay(string text, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits) =>
        text.Contains("住院", StringComparison.Ordinal) && !text.Contains("门诊", StringComparison.Ordinal) && !text.Contains("票据", StringComparison.Ordinal) && (All(text, rows, hits) || IsNotice(text, hits) || IsScreen(text, hits));

    /// <summary>A phone's page on how a stay was settled, under whatever title: whose stay it was, what it cost, what a fund paid and what the patient.</summary>
    private static bool IsScreen(string text, IReadOnlyList<LabelHit> hits) =>
        !Open().IsMatch(text) && text.Contains("结算", StringComparison.Ordinal) && (Has(hits, FieldName.Name) || Has(hits, FieldName.AdmissionNumber)) && Has(hits, FieldName.Total)
        && (Has(hits, FieldName.AdmissionNumber) || Has(hits, LabelTable.Period) || (Has(hits, FieldName.Admitted) && Has(hits, FieldName.Discharged)))
        && Funds.Any(f => Has(hits, f)) && Left.Any(f => Has(hits, f)) && Amount().Count(text) >= FewestOfNotice;

    /// <summary>A notice on a phone says less: the settlement by its number, the stay by its days, what it cost, what a fund paid and what was paid in cash.</summary>
    private static bool IsNotice(string text, IReadOnlyList<LabelHit> hits) =>
        !Open().IsMatch(text) && Array.TrueForAll(Notice, field => Has(hits, field)) && Funds.Any(f => Has(hits, f)) && Amount().Count(text) >= FewestOfNotice;

    private static bool All(string text, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits) =>
        !Open().IsMatch(text) && Amount().Count(text) >= FewestAmounts
        && Has(hits, FieldName.Total) && Funds.Any(f => Has(hits, f)) && Parts.Count(f => Has(hits, f)) >= 2
        && (Has(hits, FieldName.IdNumber) || Has(hits, FieldName.AdmissionNumber) || Has(hits, FieldName.Name) || AddressedPerson.Names(rows));

    private static bool Has(IReadOnlyList<LabelHit> hits, string field) => hits.Any(h => h.Field == field);
}
