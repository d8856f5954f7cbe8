using System.Globalization;
using System.Text.RegularExpressions;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.ReadReport;

/// <summary>One picture compared with its truth.</summary>
/// <param name="SilentlyWrong">Amounts that are wrong though given as sure on a paper whose checks all passed.</param>
sealed partial record Score(string Picture, Truth Truth, PaperReading Reading, IReadOnlyList<FieldScore> Fields, int RowsAll, IReadOnlyList<TruthRow> RowsMissed, IReadOnlyList<FeeRow> RowsExtra, IReadOnlyList<FieldScore> SilentlyWrong)
{
    public const int Sure = 9_500;

    private static readonly HashSet<string> Words = ["name", "sex", "idNumber", "hospital", "department", "admissionNumber", "billCode", "billNumber", "settlementNumber", "admitted", "discharged", "days", "diagnosis", "operation", "age", "totalInWords", "hospitalLevel", "cardNumber"];

    [GeneratedRegex(@"[\s,，、;；:：.。()（）]")]
    private static partial Regex Marks();

    /// <summary>Which of the diagnoses are of Chinese medicine and which of western: whoever writes a truth down may leave the words out.</summary>
    [GeneratedRegex("[中西]医诊断")]
    private static partial Regex Medicines();

    public int RowsRight => RowsAll - RowsMissed.Count;

    /// <summary>Every check that must fail failed.</summary>
    public bool IsFlagged => (Truth.Flagged ?? []).All(code => Reading.Checks.Any(c => c.Code == code && !c.Passed));

    public bool KindRight => KindName(Reading.Kind) == Truth.Kind;

    public static Score Of(string picture, Truth truth, PaperReading reading)
    {
        List<FieldScore> fields = [.. truth.Fields.Select(f => Field(f.Key, f.Value, reading))];
        var rows = truth.Rows ?? [];
        var left = reading.Rows.ToList();
        var missed = new List<TruthRow>();
        foreach (var row in rows)
        {
            var found = left.FindIndex(r => Same(row, r));
            if (found >= 0)
                left.RemoveAt(found);
            else
                missed.Add(row);
        }
        var silent = fields.Where(f => !f.Right && f.Found is not null && f.IsMoney && f.Confidence.Value >= Sure && reading.Checks.All(c => c.Passed)).ToList();
        return new Score(picture, truth, reading, fields, rows.Count, missed, left, silent);
    }

    public static string KindName(PaperKind kind) => kind switch
    {
        PaperKind.Other => "other",
        PaperKind.InpatientBill => "inpatient-bill",
        PaperKind.SettlementSheet => "settlement-sheet",
        PaperKind.FeeList => "fee-list",
        PaperKind.DischargeRecord => "discharge-record",
        PaperKind.OutpatientBill => "outpatient-bill",
        PaperKind.IdentityCard => "identity-card",
        PaperKind.VolunteerCard => "volunteer-card",
    };

    private static FieldScore Field(string name, string truth, PaperReading reading)
    {
        var found = reading.Fields.GetValueOrDefault(name);
        return new FieldScore(name, truth, found?.Value, found?.Confidence ?? new BasisPoints(0), found?.Source, found is not null && Plain(found.Value) == Plain(truth), !Words.Contains(name));

        // Marks between diagnoses and in numbers of words are a matter of printing; in figures they are not.
        string Plain(string text) => name == "diagnosis" ? Strokes(Marks().Replace(Medicines().Replace(text, ""), "")) : !Words.Contains(name) ? text : name == "totalInWords" ? Folded(Marks().Replace(text, "")) : Strokes(Marks().Replace(text, ""));
    }

    private static bool Same(TruthRow truth, FeeRow row) =>
        Strokes(Marks().Replace(truth.Name, "")) == Strokes(Marks().Replace(row.Name, "")) && SameNumber(truth.Amount, row.Amount.ToString())
        && (truth.UnitPrice is null || SameNumber(truth.UnitPrice, row.UnitPrice?.ToString())) && (truth.Quantity is null || SameNumber(truth.Quantity, row.Quantity))
        && (truth.Code is null || truth.Code == row.Code) && (truth.Class is null || truth.Class == row.Class)
        && (truth.Date is null || truth.Date == row.Date?.ToString("yyyy-MM-dd"))
        && (truth.SelfShare is null || SameShare(truth.SelfShare, row.SelfShare));

    /// <summary>A list prints 3.00 or 18.0000 for what is 3 and 18.00.</summary>
    private static bool SameNumber(string truth, string? read) =>
        truth == read || (decimal.TryParse(truth, Number, CultureInfo.InvariantCulture, out var said) && decimal.TryParse(read, Number, CultureInfo.InvariantCulture, out var found) && said == found);

    private const NumberStyles Number = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>As percent, "10", or as a fraction, "0.1"; one whole is everything.</summary>
    private static bool SameShare(string truth, BasisPoints? read) =>
        decimal.TryParse(truth, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var said) && read is { } points && points.Value == (said <= 1 ? said * 10_000 : said * 100);

    /// <summary>Roman numerals of one character or of letters, brackets of one shape or another: Ⅳ is IV, 【 is [.</summary>
    private static string Strokes(string text) => text.Replace("Ⅰ", "I").Replace("Ⅱ", "II").Replace("Ⅲ", "III").Replace("Ⅳ", "IV").Replace("Ⅴ", "V").Replace("Ⅵ", "VI").Replace('【', '[').Replace('】', ']').Replace('〔', '[').Replace('〕', ']');

    /// <summary>Capitals may be written in more than one way: 圆 is 元, 正 is 整.</summary>
    private static string Folded(string text) => string.Concat(text.Select(c => c switch { '圆' or '圓' => '元', '正' => '整', '〇' => '零', '萬' => '万', '億' => '亿', '貳' => '贰', '參' or '叄' => '叁', '陸' => '陆', '壱' => '壹', _ => c }));
}

/// <summary>One field compared.</summary>
sealed record FieldScore(string Name, string Truth, string? Found, BasisPoints Confidence, FieldSource? Source, bool Right, bool IsMoney);
