using Shouwang.Shared.Bills.Checks;
using Shouwang.Shared.Bills.Papers;

namespace Shouwang.Shared.Bills;

/// <summary>One paper of a claim.</summary>
/// <param name="Id">The sender's name for it: a document id or a file name.</param>
public sealed record ClaimPaper(string Id, PaperReading Reading);

/// <summary>Something two papers say differently (矛盾).</summary>
/// <param name="Code">Stable name: "names-differ".</param>
/// <param name="Sentence">One Chinese sentence for a person.</param>
/// <param name="Papers">Ids of the papers that disagree.</param>
public sealed record PaperConflict(string Code, string Sentence, IReadOnlyList<string> Papers);

/// <summary>The papers of one claim taken together (三份材料): which are there, whether they agree, and what they say.</summary>
/// <param name="Present">The required kinds that are there.</param>
/// <param name="Missing">Chinese names of the required kinds that are not: "出院记录".</param>
/// <param name="NotUsed">Ids of papers that are none of the required kinds.</param>
/// <param name="Stay">What the papers say of the stay, once all three are there.</param>
public sealed record PaperSet(
    IReadOnlyList<PaperKind> Present,
    IReadOnlyList<string> Missing,
    IReadOnlyList<PaperConflict> Conflicts,
    IReadOnlyList<string> NotUsed,
    IReadOnlyList<PaperCheck> Checks,
    StayPapers? Stay)
{
    /// <summary>What a Jiangyin claim needs: discharge record, fee list, settlement sheet.</summary>
    public static readonly IReadOnlyList<PaperKind> Required = [PaperKind.DischargeRecord, PaperKind.FeeList, PaperKind.SettlementSheet];

    /// <summary>What a paper of its kind says and this one does not, so that another photo may hold the rest of it.</summary>
    internal static IReadOnlyList<string> Lacking(PaperReading paper)
    {
        string[] says = paper.Kind switch
        {
            PaperKind.DischargeRecord => [FieldName.Name, FieldName.Discharged, FieldName.Diagnosis],
            PaperKind.SettlementSheet => [FieldName.Name, FieldName.Total, FieldName.BasicPaid],
            PaperKind.InpatientBill => [FieldName.Name, FieldName.Total],
            _ => [],
        };
        return [.. says.Except(paper.Fields.Keys)];
    }

    /// <summary>A photo may hold the rest of this paper (没拍全).</summary>
    public static bool IsUnfinished(PaperReading paper) => Lacking(paper).Count > 0;

    /// <summary>What a required paper does not say and no other does for it, by Chinese names (没拍全).</summary>
    public IReadOnlyDictionary<PaperKind, IReadOnlyList<string>> Unfinished { get; private init; } = new Dictionary<PaperKind, IReadOnlyList<string>>();

    public bool IsComplete => Missing.Count == 0;

    /// <summary>All required papers are there, they agree, and every check on them passed.</summary>
    public bool IsClear => IsComplete && Conflicts.Count == 0 && Checks.All(c => c.Passed);

    public static PaperSet Of(IReadOnlyList<ClaimPaper> papers)
    {
        var merged = PaperGrouping.ByKind(papers);
        var present = Required.Where(merged.ContainsKey).ToList();
        List<PaperCheck> checks = [.. Required.Where(merged.ContainsKey).SelectMany(k => merged[k].Checks)];
        var stay = present.Count == Required.Count ? StayPapers.Of(merged[PaperKind.DischargeRecord], merged[PaperKind.FeeList], merged[PaperKind.SettlementSheet], merged.GetValueOrDefault(PaperKind.InpatientBill)) : null;
        if (stay is not null && !checks.Exists(c => c.Code == "list-dates-within-stay") && ListDates.Within(merged[PaperKind.FeeList].Rows, stay.Admitted, stay.Discharged) is { } within)
            checks.Add(within);
        return new PaperSet(
            present,
            [.. Required.Except(present).Select(ChineseName)],
            [.. PaperAgreement.Conflicts(papers)],
            [.. papers.Where(p => !Required.Contains(p.Reading.Kind)).Select(p => p.Id)],
            checks,
            stay)
        {
            Unfinished = present
                .Select(kind => (kind, Lacks: Lacking(merged[kind]).Where(field => !merged.Values.Any(paper => paper.Fields.ContainsKey(field))).Select(ChineseName).ToList()))
                .Where(paper => paper.Lacks.Count > 0)
                .ToDictionary(paper => paper.kind, paper => (IReadOnlyList<string>)paper.Lacks),
        };
    }

    private static string ChineseName(string field) => field switch
    {
        FieldName.Name => "姓名",
        FieldName.Discharged => "出院日期",
        FieldName.Diagnosis => "出院诊断",
        FieldName.Total => "总费用",
        FieldName.BasicPaid => "医保报了多少",
        _ => field,
    };

    /// <summary>What villagers call the paper.</summary>
    public static string ChineseName(PaperKind kind) => kind switch
    {
        PaperKind.Other => "其他",
        PaperKind.InpatientBill => "住院发票",
        PaperKind.SettlementSheet => "医保结算单",
        PaperKind.FeeList => "费用清单",
        PaperKind.DischargeRecord => "出院记录",
        PaperKind.OutpatientBill => "门诊发票",
        PaperKind.IdentityCard => "身份证",
        PaperKind.VolunteerCard => "代办证",
    };
}
