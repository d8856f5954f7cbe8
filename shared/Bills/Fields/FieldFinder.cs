using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Every value that the labels of a page lead to.</summary>
sealed partial class FieldFinder(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
{
    /// <summary>Amount in capitals of what the patient bears.</summary>
    public const string BorneInWords = "borneInWords";

    private readonly ValueFinder _values = new(rows, hits);
    private readonly List<Finding> _found = [];

    [GeneratedRegex(@"(?:共|住院)\s*(\d{1,3})\s*(?:天|日)")]
    private static partial Regex DaysInText();

    public IReadOnlyList<Finding> Find()
    {
        foreach (var hit in hits)
            Read(hit);
        ReadRunningText();
        ReadTitles();
        return _found;
    }

    private void Read(LabelHit hit)
    {
        switch (hit.Field)
        {
            case LabelTable.Other:
                break;
            case FieldName.Diagnosis:
                if (DiagnosisReader.Read(page, rows, hits, hit, _values) is { } diagnosis)
                    _found.Add(diagnosis);
                break;
            case LabelTable.Period:
                ReadPeriod(hit);
                break;
            case FieldName.Admitted or FieldName.Discharged or FieldName.Born:
                Add(hit, Joined(_values.After(hit)), text => DateText.All(text) is [var first, ..] ? DateText.Iso(first.Date) : null);
                break;
            case FieldName.IdNumber:
                Add(hit, Joined(_values.After(hit)), TextValues.Identity);
                break;
            case LabelTable.InWords:
                ReadWords(hit);
                break;
            case LabelTable.InFigures:
                ReadMoney(hit, Subject(hit));
                break;
            default:
                if (Reader(hit.Field) is { } reader)
                    AddFirst(hit, reader);
                else
                    ReadMoney(hit, hit.Field);
                break;
        }
    }

    private static Func<string, string?>? Reader(string field) => field switch
    {
        FieldName.Name => TextValues.Name,
        FieldName.Sex => TextValues.Sex,
        FieldName.Age => TextValues.Days,
        FieldName.Hospital => TextValues.Hospital,
        FieldName.Department => TextValues.Words,
        FieldName.Days => TextValues.Days,
        FieldName.AdmissionNumber or FieldName.BillCode or FieldName.BillNumber or FieldName.SettlementNumber or FieldName.CreditCode => TextValues.Number,
        _ => null,
    };

    private static Snippet? Joined(IEnumerable<Snippet> snippets)
    {
        var glyphs = snippets.Take(3).SelectMany((s, i) => i == 0 ? s.Glyphs : [new Glyph(' ', 0, 0, 10_000, -1, 0, 0), .. s.Glyphs]).ToArray();
        return glyphs.Length == 0 ? null : new Snippet(glyphs);
    }

    private void AddFirst(LabelHit hit, Func<string, string?> read)
    {
        foreach (var snippet in _values.After(hit).Take(2))
        {
            if (Add(hit, snippet, read))
                return;
        }
    }

    private bool Add(LabelHit hit, Snippet? snippet, Func<string, string?> read)
    {
        if (snippet is not { } s || read(s.Text) is not { } value)
            return false;
        _found.Add(new Finding(hit.Field, value, s.Confidence, page.Where(s.Glyphs), hit.Wrong, hit.Rank));
        return true;
    }

    private void ReadMoney(LabelHit hit, string field)
    {
        foreach (var snippet in _values.After(hit).Take(2))
        {
            var text = snippet.Text;
            var readings = MoneyText.Readings(text);
            if (readings.Count == 0 && text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank)
                readings = MoneyText.Readings(text[..blank]);
            if (readings.Count == 0 && text.IndexOf('元', StringComparison.Ordinal) is > 0 and var unit)
                readings = MoneyText.Readings(text[..unit]);
            if (readings.Count == 0)
                continue;
            _found.Add(new Finding(field, readings[0].Amount.ToString(), snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, readings));
            return;
        }
    }

    private void ReadWords(LabelHit hit)
    {
        if (Joined(_values.After(hit)) is not { } snippet || CapitalText.Read(snippet.Text) is not { } capital)
            return;
        var field = Subject(hit) == FieldName.Borne ? BorneInWords : FieldName.TotalInWords;
        // Decoding within the small alphabet of numerals counts as read, but less sure.
        var confidence = capital.Mended ? Math.Min(snippet.Confidence, 9_000) : snippet.Confidence;
        _found.Add(new Finding(field, capital.Text, confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, [(capital.Amount, 0)]));
        if (field == FieldName.TotalInWords)
            ReadFiguresBeside(hit);
    }

    /// <summary>"合计人民币（大写）… ￥11433.31": the figures beside capitals need no label.</summary>
    private void ReadFiguresBeside(LabelHit hit)
    {
        foreach (var snippet in Snippet.Split(rows[hit.Row].Glyphs.AsSpan(hit.End)))
        {
            if (snippet.Text.Contains('.', StringComparison.Ordinal) && MoneyText.Readings(snippet.Text) is { Count: > 0 } readings)
                _found.Add(new Finding(FieldName.Total, readings[0].Amount.ToString(), snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank, readings));
        }
    }

    /// <summary>Which amount a bare "大写" or "小写" speaks of: the money label before it in its row, else the total.</summary>
    private string Subject(LabelHit hit) =>
        hits.LastOrDefault(h => h.Row == hit.Row && h.Start < hit.Start && h.Field is FieldName.Borne or FieldName.FundPaid or FieldName.Total or FieldName.CashPaid)?.Field ?? FieldName.Total;

    private void ReadPeriod(LabelHit hit)
    {
        if (Joined(_values.After(hit)) is not { } snippet || DateText.All(snippet.Text) is not [var first, var second, ..])
            return;
        _found.Add(new Finding(FieldName.Admitted, DateText.Iso(first.Date), snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank));
        _found.Add(new Finding(FieldName.Discharged, DateText.Iso(second.Date), snippet.Confidence, page.Where(snippet.Glyphs), hit.Wrong, hit.Rank));
    }

    /// <summary>"该患者于 2021年4月9日 入院，2021年4月19日 出院，住院 10 天".</summary>
    private void ReadRunningText()
    {
        foreach (var row in rows)
        {
            var text = row.Text.Replace(Glyph.Gap, ' ');
            foreach (var (date, start, end) in DateText.All(text))
            {
                var after = text[end..].TrimStart(' ', ',', '.', '。', '_');
                var field = after.StartsWith("入院", StringComparison.Ordinal) ? FieldName.Admitted : after.StartsWith("出院", StringComparison.Ordinal) ? FieldName.Discharged : null;
                if (field is not null && !LabelTable.ByText.ContainsKey(after[..Math.Min(4, after.Length)]))
                    AddLate(field, DateText.Iso(date), row.Glyphs[start..end]);
            }
            if (DaysInText().Match(text) is { Success: true } days)
                AddLate(FieldName.Days, days.Groups[1].Value.TrimStart('0'), row.Glyphs[days.Index..(days.Index + days.Length)]);
        }
    }

    /// <summary>The hospital as the paper's heading names it.</summary>
    private void ReadTitles()
    {
        foreach (var row in rows.Take(4))
        {
            foreach (var snippet in Snippet.Split(row.Glyphs))
            {
                if (TextValues.Hospital(snippet.Text) is { } hospital && !hits.Any(h => h.X0 >= snippet.X0 && h.X1 <= snippet.X1 && rows[h.Row] == row))
                    AddLate(FieldName.Hospital, hospital, snippet.Glyphs);
            }
        }
    }

    private void AddLate(string field, string value, Glyph[] glyphs) =>
        _found.Add(new Finding(field, value, new Snippet(glyphs).Confidence, page.Where(glyphs), 1, 0));
}
