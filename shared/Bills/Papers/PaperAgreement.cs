using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Whether the papers of a claim speak of the same person and the same stay (材料一致).</summary>
static class PaperAgreement
{
    /// <summary>What is read less surely than this is no ground for a conflict.</summary>
    private static readonly BasisPoints Legible = new(7_500);

    /// <summary>A name read less surely than <see cref="Legible"/> still tells one person from quite another.</summary>
    private static readonly BasisPoints HardlyLegible = new(3_000);

    public static IEnumerable<PaperConflict> Conflicts(IReadOnlyList<ClaimPaper> papers)
    {
        // A volunteer's card is somebody else's, and a visit is another occasion than the stay.
        List<ClaimPaper> persons = [.. papers.Where(p => p.Reading.Kind is not (PaperKind.Other or PaperKind.VolunteerCard))];
        List<ClaimPaper> stay = [.. persons.Where(p => p.Reading.Kind is not PaperKind.OutpatientBill)];
        return new[]
        {
            Names(persons),
            Differ(persons, IdNumber, "identity-numbers-differ", "几份材料上的身份证号码不一样，请核对。"),
            Differ(stay, Hospital, "hospitals-differ", "几份材料上的医院不一样（{0}），请看看是不是两次住院的单子。"),
            Differ(stay, AdmissionNumber, "admission-numbers-differ", "几份材料上的住院号不一样（{0}），请看看是不是两次住院的单子。"),
            Differ(stay, Admitted, "admission-dates-differ", "几份材料上的入院日期不一样（{0}），请核对。"),
            Differ(stay, Discharged, "discharge-dates-differ", "几份材料上的出院日期不一样（{0}），请核对。"),
            Differ(stay, Days, "days-differ", "几份材料上的住院天数不一样（{0}），请核对。"),
            Differ(stay, Total, "totals-differ", "几份材料上的总金额不一样（{0}），请核对。"),
        }.OfType<PaperConflict>();
    }

    /// <summary>Numbers that two papers of one kind share only where they are one.</summary>
    private static readonly string[] Numbers = [BillNumber, SettlementNumber];

    /// <summary>Two papers of one kind and not two pages of one: they differ in more than what may have been misread once.</summary>
    public static bool AreTwo(PaperReading a, PaperReading b) => Differences(a, b) >= 2;

    /// <summary>Anything that both say, they say otherwise.</summary>
    public static bool Disagree(PaperReading a, PaperReading b) => Differences(a, b) > 0;

    private static int Differences(PaperReading a, PaperReading b)
    {
        List<ClaimPaper> both = [new("a", a), new("b", b)];
        return Conflicts(both).Count() + Numbers.Count(number => Differ(both, number, number, number) is not null);
    }

    private static PaperConflict? Names(List<ClaimPaper> papers)
    {
        var said = papers.Where(p => p.Reading.Fields.TryGetValue(Name, out var f) && f.Confidence >= HardlyLegible).Select(p => (Paper: p, Field: p.Reading.Fields[Name])).ToList();
        var pairs = said.SelectMany((a, i) => said.Skip(i + 1).Select(b => (a, b)));
        if (!pairs.Any(p => !PersonNames.Same(p.a.Field.Value, p.b.Field.Value, p.a.Field.Confidence >= Legible && p.b.Field.Confidence >= Legible) && !SameNumber(p.a.Paper, p.b.Paper)))
            return null;
        return Conflict("names-differ", "几份材料上的姓名不一样（{0}），请看看是不是拿错了别人的单子。", [.. said.Select(s => (s.Paper, s.Field.Value))]);
    }

    /// <summary>Both papers bear one and the same valid identity number: then a name that differs was misread.</summary>
    private static bool SameNumber(ClaimPaper a, ClaimPaper b) =>
        a.Reading.Fields.TryGetValue(IdNumber, out var x) && b.Reading.Fields.TryGetValue(IdNumber, out var y) && x.Value == y.Value && IdentityNumber.IsValid(x.Value)
        && a.Reading.Fields[Name].Value is { Length: > 0 } m && b.Reading.Fields[Name].Value is { Length: > 0 } n && PersonNames.Same(m, n, sure: false);

    private static PaperConflict? Differ(List<ClaimPaper> papers, string field, string code, string sentence)
    {
        var said = papers.Where(p => p.Reading.Fields.TryGetValue(field, out var f) && f.Source != FieldSource.Derived && f.Confidence >= Legible)
            .Select(p => (p, p.Reading.Fields[field].Value)).ToList();
        var first = said.FirstOrDefault();
        return said.Count < 2 || said.TrueForAll(s => Same(field, s.Value, first.Value)) ? null : Conflict(code, sentence, said);
    }

    private static PaperConflict Conflict(string code, string sentence, List<(ClaimPaper Paper, string Value)> said)
    {
        // Each value once with the papers that say it; a second paper of the same kind is told apart.
        var (values, named) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var same in said.GroupBy(s => s.Value, StringComparer.Ordinal))
        {
            var kinds = same.Select(s => PaperSet.ChineseName(s.Paper.Reading.Kind)).Distinct(StringComparer.Ordinal).Select(kind => named.Add(kind) ? kind : $"另一张{kind}");
            values.Add($"{string.Join("、", kinds)}写的是{InWords(same.Key)}");
        }

        return new PaperConflict(code, string.Format(sentence, string.Join("，", values)), [.. said.Select(s => s.Paper.Id)]);
    }

    private static string InWords(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? day.InWords() : value;

    private static bool Same(string field, string a, string b) => field switch
    {
        // One paper writes the hospital's full name, another its short one; a character may have been misread.
        Hospital => HospitalName.Same(a, b),
        IdNumber => IdentityNumber.Agree(a, b),
        AdmissionNumber => a.TrimStart('0') == b.TrimStart('0'),
        Total => Fen.TryParse(a, out var x) && Fen.TryParse(b, out var y) && Math.Abs((x - y).Value) <= 5,
        // Admission and discharge count as one day or as two.
        Days => int.TryParse(a, out var m) && int.TryParse(b, out var n) && Math.Abs(m - n) <= 1,
        _ => a == b,
    };
}
