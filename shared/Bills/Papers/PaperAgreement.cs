using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Whether the papers of a claim speak of the same person and the same stay (材料一致).</summary>
static class PaperAgreement
{
    /// <summary>What is read less surely than this is no ground for a conflict.</summary>
    private static readonly BasisPoints Legible = new(7_500);

    public static IEnumerable<PaperConflict> Conflicts(IReadOnlyList<ClaimPaper> papers)
    {
        List<ClaimPaper> own = [.. papers.Where(p => p.Reading.Kind != PaperKind.Other)];
        return new[]
        {
            Differ(own, Name, "names-differ", "几份材料上的姓名不一样（{0}），请看看是不是拿错了别人的单子。"),
            Differ(own, IdNumber, "identity-numbers-differ", "几份材料上的身份证号码不一样，请核对。"),
            Differ(own, Hospital, "hospitals-differ", "几份材料上的医院不一样（{0}），请看看是不是两次住院的单子。"),
            Differ(own, AdmissionNumber, "admission-numbers-differ", "几份材料上的住院号不一样（{0}），请看看是不是两次住院的单子。"),
            Differ(own, Admitted, "admission-dates-differ", "几份材料上的入院日期不一样（{0}），请核对。"),
            Differ(own, Discharged, "discharge-dates-differ", "几份材料上的出院日期不一样（{0}），请核对。"),
            Differ(own, Total, "totals-differ", "几份材料上的总金额不一样（{0}），请核对。"),
        }.OfType<PaperConflict>();
    }

    private static PaperConflict? Differ(List<ClaimPaper> papers, string field, string code, string sentence)
    {
        var said = papers.Where(p => p.Reading.Fields.TryGetValue(field, out var f) && f.Source != FieldSource.Derived && f.Confidence >= Legible)
            .Select(p => (p, Value: p.Reading.Fields[field].Value)).ToList();
        var first = said.FirstOrDefault();
        if (said.Count < 2 || said.TrueForAll(s => Same(field, s.Value, first.Value)))
            return null;
        var values = string.Join("、", said.Select(s => $"{PaperSet.ChineseName(s.p.Reading.Kind)}写的是{s.Value}").Distinct(StringComparer.Ordinal));
        return new PaperConflict(code, string.Format(sentence, values), [.. said.Select(s => s.p.Id)]);
    }

    private static bool Same(string field, string a, string b) => field switch
    {
        // One paper writes the hospital's full name, another its short one.
        Hospital => a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal),
        AdmissionNumber => a.TrimStart('0') == b.TrimStart('0'),
        Total => Fen.TryParse(a, out var x) && Fen.TryParse(b, out var y) && Math.Abs((x - y).Value) <= 5,
        _ => a == b,
    };
}
