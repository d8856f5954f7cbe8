using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;
using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>The amounts of a paper with the checks that prove or doubt them.</summary>
sealed record MoneyFields(IReadOnlyDictionary<string, FieldReading> Fields, IReadOnlyList<FeeRow> Rows, IReadOnlyList<PaperCheck> Checks)
{
    /// <summary>Most that an amount gets which no check supports.</summary>
    private const int Unsupported = 9_400;

    /// <summary>Most that an amount gets which a failed check speaks against.</summary>
    private const int Doubted = 6_000;

    /// <summary>An amount read surer than this is not put right by sums.</summary>
    private const int Legible = 9_000;

    /// <summary>What an amount gets that sums replaced.</summary>
    private const int Mended = 9_000;

    public static MoneyFields Read(PaperKind kind, IReadOnlyList<Finding> findings, IReadOnlyList<LabelHit> hits, IReadOnlyList<TableRow> table, IReadOnlyList<FeeRow> rows)
    {
        // Two pages on one photo, each with its sum: the items are those of both.
        if (findings.Where(f => f.Field == Identity.PageTotal).DistinctBy(f => f.Value).Count() > 1)
            findings = [.. findings.Where(f => f.Field != Identity.PageTotal)];
        List<Fen> totals = [.. findings.Where(f => f.Field is Total or Identity.PageTotal && f.Amounts is not null).SelectMany(f => f.Amounts!).Where(a => a.Cost <= 1).Select(a => a.Amount)];
        rows = RowRepair.Mend(rows, totals);
        var given = Items(kind, rows, totals);
        var choices = OfTotal(MoneySolver.Solve(findings, given));
        var amounts = choices.ToDictionary(c => c.Key, c => c.Value.Amount, StringComparer.Ordinal);
        foreach (var (field, amount) in given)
            amounts[field] = amount;
        var mended = Mend(choices, amounts, Unread(hits, amounts));
        var shared = SharedPlaces(choices);
        // Capitals alone are the total too: nothing confirms them, but the other amounts may.
        var inWords = !amounts.ContainsKey(Total) && choices.TryGetValue(TotalInWords, out var words) && words.Finding.Confidence >= Legible && words.Cost == 0 ? words.Amount : (Fen?)null;
        if (inWords is { } alone)
            amounts[Total] = alone;
        HashSet<string> illegible = [.. choices.Where(c => !mended.ContainsKey(c.Key) && c.Value.IsIllegible).Select(c => c.Key)];
        if (UnreadRows.Spoil(table, rows, given, amounts))
            illegible.Add(Identity.Items);
        var outcomes = TriedSum.All(kind, amounts, shared, Unread(hits, amounts), illegible);
        if (inWords is not null)
        {
            amounts.Remove(Total);
            outcomes.RemoveAll(o => o.Code == "capital-equals-figures");
        }
        var fields = choices.ToDictionary(c => c.Key, c => Field(c.Key, c.Value, amounts, outcomes, mended.Keys), StringComparer.Ordinal);
        foreach (var field in shared)
            fields[field] = fields[field] with { Confidence = new BasisPoints(Math.Min(Mended, fields[field].Confidence.Value)) };
        foreach (var (field, check) in mended)
            fields[field] = fields[field] with { Confidence = new BasisPoints(Mended), Source = FieldSource.Repaired, ProvedBy = check };
        Derive(fields, amounts, hits);
        LoneShare.Read(fields, amounts, hits);
        fields.Remove(FieldFinder.BorneInWords);
        fields.Remove(Identity.PageTotal);
        fields.Remove(Identity.FamilyAccount);
        var checks = outcomes.Where(o => o.Passed || o.IsLegible).Select(o => new PaperCheck(o.Code, o.Passed, o.Passed ? null : o.Sentence)).Concat(TableChecks.Of(table, rows)).ToList();
        return new MoneyFields(fields, Proved(rows, given, outcomes), checks);
    }

    /// <summary>Capitals in the cell behind what the patient bears that say the total to the fen (个人负担总金额 | 3210.91 | 大写 | 陆仟…) are the total's.</summary>
    private static IReadOnlyDictionary<string, MoneySolver.Choice> OfTotal(IReadOnlyDictionary<string, MoneySolver.Choice> choices)
    {
        // Or what all funds paid, where that is what they say and not the total.
        if (choices.TryGetValue(TotalInWords, out var words) && choices.TryGetValue(FundPaid, out var funds) && choices.TryGetValue(Total, out var whole) && words.Amount == funds.Amount && words.Amount != whole.Amount)
            return choices.Where(c => c.Key != TotalInWords).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        if (choices.ContainsKey(TotalInWords) || !choices.TryGetValue(FieldFinder.BorneInWords, out var written) || !choices.TryGetValue(Total, out var total) || written.Amount != total.Amount)
            return choices;
        var moved = choices.Where(c => c.Key != FieldFinder.BorneInWords).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        moved[TotalInWords] = written with { Finding = written.Finding with { Field = TotalInWords } };
        return moved;
    }

    /// <summary>Puts right an amount that was hardly legible, where every sum it stands in asks for the same other value and the figures read are part of it. Totals and capitals are never touched: they may have been altered.</summary>
    private static Dictionary<string, string> Mend(IReadOnlyDictionary<string, MoneySolver.Choice> choices, Dictionary<string, Fen> amounts, HashSet<string> unread)
    {
        var mended = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, choice) in choices.Where(c => c.Key is not (Total or TotalInWords or FundPaid or Borne or FieldFinder.BorneInWords or Identity.PageTotal)))
        {
            if (choice.Cost == 0 && choice.Finding.Confidence >= Legible)
                continue;
            // A sum that may lack an amount which was seen and not read asks for nothing, nor does one with another that was guessed.
            var asked = Identity.All.Where(i => i.Terms.Contains(field) && !i.Terms.Any(t => t != field && choices.TryGetValue(t, out var other) && other.IsIllegible) && i.Code != "deposit-equals-cash" && !Identity.All.Any(v => v.Code == i.Code && v.Terms.Any(unread.Contains))).Select(i => Asked(i, field, amounts)).OfType<Fen>().ToList();
            var values = asked.Distinct().ToList();
            if (values is not [var value] || value == choice.Amount || value < Fen.Zero || !((asked.Count >= 2 && Alike(choice.Amount, value)) || IsPart(choice.Amount, value)))
                continue;
            amounts[field] = value;
            mended[field] = Identity.All.First(i => i.Terms.Contains(field) && i.Difference(amounts) is { Value: 0 }).Code;
        }
        return mended;
    }

    /// <summary>The value an identity asks of one of its fields, all others as read.</summary>
    private static Fen? Asked(Identity identity, string field, Dictionary<string, Fen> amounts)
    {
        if (identity.Difference(amounts) is not { } off)
            return null;
        var more = new Dictionary<string, Fen>(amounts, StringComparer.Ordinal) { [field] = amounts[field] + new Fen(1) };
        return identity.Difference(more) is { } moved && moved != off ? amounts[field] - new Fen((moved - off).Value * off.Value) : null;
    }

    /// <summary>Half of the figures of one stand in the other in their order: anything else is no misreading of it.</summary>
    private static bool Alike(Fen read, Fen asked)
    {
        var (a, b) = ($"{read.Value}", $"{asked.Value}");
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
                common[i, j] = a[i - 1] == b[j - 1] ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
        }
        return common[a.Length, b.Length] * 2 >= Math.Max(a.Length, b.Length);
    }

    private static bool IsPart(Fen read, Fen whole)
    {
        var digits = read.ToString().Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var at = 0;
        foreach (var c in whole.ToString())
            at += at < digits.Length && digits[at] == c ? 1 : 0;
        return digits.Length >= 2 && at == digits.Length;
    }

    private static Dictionary<string, Fen> Items(PaperKind kind, IReadOnlyList<FeeRow> rows, List<Fen> totals)
    {
        if (rows.Count < 2 || kind is PaperKind.DischargeRecord or PaperKind.IdentityCard)
            return [];
        return new Dictionary<string, Fen>(StringComparer.Ordinal) { [Identity.Items] = ItemSums.Of(rows, totals) };
    }

    /// <summary>Amounts that the paper prints, as their labels show, and that were not read.</summary>
    private static HashSet<string> Unread(IReadOnlyList<LabelHit> hits, Dictionary<string, Fen> amounts) =>
        [.. hits.Where(h => h.Wrong == 0 && LabelTable.IsMoney(h.Field) && !amounts.ContainsKey(h.Field)).Select(h => h.Field)];

    /// <summary>Amounts whose figures stand at a place that another label claims too.</summary>
    private static HashSet<string> SharedPlaces(IReadOnlyDictionary<string, MoneySolver.Choice> choices) =>
        [.. choices.Where(c => c.Value.Finding.Where is not null).GroupBy(c => c.Value.Finding.Where!.Value).Where(g => g.Count() > 1).SelectMany(g => g.Select(c => c.Key))];

    private static FieldReading Field(string field, MoneySolver.Choice choice, Dictionary<string, Fen> amounts, List<TriedSum> outcomes, IReadOnlyCollection<string> mended)
    {
        var about = outcomes.Where(o => o.Terms.Contains(field)).ToList();
        // Where another amount was put right by a sum, that sum proves nothing that was itself hardly read.
        var supported = about.Exists(o => o.Exact && !(choice.IsIllegible && o.Terms.Overlaps(mended)));
        var confidence = choice.Finding.Confidence - (choice.Finding.LabelWrong * 500);
        if (!supported)
            confidence = Math.Min(Math.Min(confidence, choice.Finding.MostSure), choice.Cost switch { 0 => Unsupported, 1 => 9_000, _ => 5_000 });
        // Capitals that disagree with figures may be an altered bill: nothing is mended, both stay doubtful.
        if (about.Exists(o => !o.Passed) && (!supported || about.Exists(o => !o.Passed && o.Code.EndsWith("capital-equals-figures", StringComparison.Ordinal))))
            confidence = Math.Min(confidence, Doubted);
        var value = field is TotalInWords ? choice.Finding.Value : amounts[field].ToString();
        var source = supported && (choice.Chosen || choice.Cost > 0) ? FieldSource.Repaired : FieldSource.Read;
        return new FieldReading(value, new BasisPoints(Math.Clamp(confidence, 0, 9_990)), choice.Finding.Where, source)
        {
            ProvedBy = source == FieldSource.Repaired ? about.First(o => o.Exact).Code : null,
        };
    }

    /// <summary>An amount whose label was seen and whose figures were not follows from the others, when one sum leaves it as the only unknown.</summary>
    private static void Derive(Dictionary<string, FieldReading> fields, Dictionary<string, Fen> amounts, IReadOnlyList<LabelHit> hits)
    {
        // Capitals alone are the total too, only nothing confirms them.
        if (!amounts.ContainsKey(Total) && amounts.TryGetValue(TotalInWords, out var written))
        {
            amounts[Total] = written;
            fields[Total] = new FieldReading(written.ToString(), new BasisPoints(Math.Min(9_000, fields[TotalInWords].Confidence.Value)), fields[TotalInWords].Where, FieldSource.Derived);
        }
        LoneFund.Read(fields, amounts, hits);
        var seen = hits.Where(h => h.Wrong == 0).Select(h => h.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var identity in Identity.All.Where(i => i.Derives(amounts) && i.Code is not ("deposit-equals-cash" or "items-equal-total" or "items-equal-page-total")))
        {
            DeriveNothings(identity, seen, fields, amounts);
            var unknown = identity.Terms.Where(t => !amounts.ContainsKey(t) && (seen.Contains(t) || identity.Parts.Contains(t) || identity.Whole == t)).Distinct().ToList();
            if (unknown is not [var field] || !seen.Contains(field) || field is TotalInWords or FieldFinder.BorneInWords)
                continue;
            var rest = new Dictionary<string, Fen>(amounts, StringComparer.Ordinal) { [field] = Fen.Zero };
            if (identity.Difference(rest) is not { } difference)
                continue;
            var value = field == identity.Whole ? -difference : difference;
            // Another sum may leave out what this one counts: the value that more of them hold with is meant.
            var asking = Asking(field, amounts);
            if (value < Fen.Zero || (asking.TryGetValue(identity.Code, out var fuller) && fuller != value) || asking.Values.Any(other => other != value && Holding(field, other, amounts) >= Holding(field, value, amounts)))
                continue;
            amounts[field] = value;
            fields[field] = new FieldReading(value.ToString(), new BasisPoints(9_000), null, FieldSource.Derived);
        }
    }

    /// <summary>Parts that were not read and of which nothing is left are nothing each: a lone 0 is easily lost.</summary>
    private static void DeriveNothings(Identity identity, HashSet<string> seen, Dictionary<string, FieldReading> fields, Dictionary<string, Fen> amounts)
    {
        List<string> unread = [.. identity.Parts.Concat(identity.Optional).Where(part => !amounts.ContainsKey(part) && seen.Contains(part))];
        if (unread.Count < 2 || identity.Difference(new Dictionary<string, Fen>(amounts.Concat(unread.Select(part => KeyValuePair.Create(part, Fen.Zero))), StringComparer.Ordinal)) is not { Value: 0 })
            return;
        foreach (var part in unread)
        {
            amounts[part] = Fen.Zero;
            fields[part] = new FieldReading(Fen.Zero.ToString(), new BasisPoints(Mended), null, FieldSource.Derived);
        }
    }

    /// <summary>What each sum asks of a field that is not known; of several ways to count it, the one that leaves out least of what the paper prints.</summary>
    private static Dictionary<string, Fen> Asking(string field, Dictionary<string, Fen> amounts)
    {
        var rest = new Dictionary<string, Fen>(amounts, StringComparer.Ordinal) { [field] = Fen.Zero };
        return Identity.All.Where(i => i.Derives(amounts) && i.Terms.Contains(field) && i.Code != "deposit-equals-cash" && i.Difference(rest) is not null).GroupBy(i => i.Code)
            .Select(g => g.MaxBy(i => i.Terms.Count(amounts.ContainsKey))!)
            .Select(i => (i.Code, Value: field == i.Whole ? -i.Difference(rest)!.Value : i.Difference(rest)!.Value)).Where(a => a.Value >= Fen.Zero).ToDictionary(a => a.Code, a => a.Value, StringComparer.Ordinal);
    }

    private static int Holding(string field, Fen value, Dictionary<string, Fen> amounts)
    {
        var tried = new Dictionary<string, Fen>(amounts, StringComparer.Ordinal) { [field] = value };
        return Identity.All.Where(i => i.Derives(amounts) && i.Terms.Contains(field) && i.Difference(tried) is { Value: 0 }).Select(i => i.Code).Distinct().Count();
    }

    /// <summary>Rows whose sum is the printed total prove each other.</summary>
    private static IReadOnlyList<FeeRow> Proved(IReadOnlyList<FeeRow> rows, Dictionary<string, Fen> given, List<TriedSum> outcomes)
    {
        if (given.GetValueOrDefault(Identity.Items) != ItemSums.All(rows) || !outcomes.Exists(o => o.Exact && o.Code.StartsWith("items-equal", StringComparison.Ordinal)))
            return rows;
        return [.. rows.Select(r => r.Confidence.Value is >= 9_000 and < 9_700 ? r with { Confidence = new BasisPoints(9_700) } : r)];
    }
}
