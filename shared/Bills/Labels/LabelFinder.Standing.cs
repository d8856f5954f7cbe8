using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Whether what spells a label is one where it stands (标签还是正文).</summary>
static partial class LabelFinder
{
    /// <summary>A label stands at the beginning of a word, or a colon or a gap follows it; within running text it is only text.</summary>
    private static bool Stands(TextRow row, LabelHit hit)
    {
        if (Titles.Holds(row, hit) || (!LabelTable.ByText.ContainsKey(hit.Text) && !EverydayWords.Stands(row, hit)))
            return false;
        // A title may have been read in two pieces: 疾病诊断 | 证明书.
        if (hit.Field == FieldName.Diagnosis && (Follows(row, hit, "证明", "编码", "日期", "依据", "代码", "分组") || row.Text[hit.End..].TrimStart(' ', Glyph.Gap).StartsWith("证明书", StringComparison.Ordinal)))
            return false;
        if (hit.Field == FieldName.Name && IsSigned(row, hit))
            return false;
        // 解放军第963医院: the end of a name that has a number in it. 个人自费 | 医院 | 1082.48: a piece of a seal.
        if (hit.Text is "医院" && ((hit.Start > 0 && char.IsAsciiDigit(row.Glyphs[hit.Start - 1].Char)) || row.Glyphs.Skip(hit.End).FirstOrDefault(g => !g.IsBlank) is { Char: >= '0' and <= '9' }))
            return false;
        // 就诊医院：示例医院 | 等级：二级: the end of a value and the next label spell no 医院等级.
        if (hit.Text.Length > 1 && !AtBoundary(row, hit.Start) && row.Text.AsSpan(hit.Start, hit.End - hit.Start).Contains(Glyph.Gap))
            return false;
        // Inpatient No.: the English of the label before it.
        if (hit.Field == FieldName.BillNumber && char.IsAsciiLetter(hit.Text[0]) && row.Glyphs.Take(hit.Start).LastOrDefault(g => g.Char is not ' ') is { Char: >= 'A' and <= 'z' })
            return false;
        // 西药费 | 合计：219.76: what one category of a list adds up to.
        if (hit.Text is "合计" or "总计" && IsFollowed(row, hit) && CategorySums.IsPart(WordBefore(row, hit.Start)))
            return false;
        // [自费]取暖费: the class of an item before its name.
        if (hit.Text is "自费" && hit.Start > 0 && row.Glyphs[hit.Start - 1].Char is '[' or '(' && hit.End + 1 < row.Glyphs.Length && row.Glyphs[hit.End].Char is ']' or ')' && TextFold.IsHan(row.Glyphs[hit.End + 1].Char))
            return false;
        // 手术 heads a column of amounts as well.
        if (hit.Text is "手术" && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':' or ']'))
            return false;
        // 7.00/床日: a unit as well; 床位费 is no place.
        if (hit.Text is "床日" or "床位" && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':'))
            return false;
        // 等级 is a column of a list; before a colon or a level it is the hospital's.
        if (hit.Text is "等级" or "级别")
            return AtBoundary(row, hit.Start) && hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' || BeginsLevel(row, hit.End));
        // 患者一般情况可: a patient spoken of is no label.
        if (hit.Text is "患者" or "病人" && !EndsWithColon(row, hit) && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].IsBlank))
            return false;
        // 代码 51305677 | 号码 897613127: of the two numbers of one bill the second; alone it may number anything.
        if (hit.Text is "号码")
            return AtBoundary(row, hit.Start) && row.Text.AsSpan(0, hit.Start).Contains("代码", StringComparison.Ordinal) && row.Text[hit.End..].TrimStart(' ', Glyph.Gap, ':') is [>= '0' and <= '9', ..];
        // № is read as two letters: six figures and more stand right behind them.
        if (hit.Text is "Ne" or "Ng" or "N°" or "Nº" or "№")
            return AtBoundary(row, hit.Start) && row.Glyphs.Skip(hit.End).SkipWhile(g => g.IsBlank || g.Char is '.' or ':').TakeWhile(g => char.IsAsciiDigit(g.Char)).Count() >= 6;
        // 住院：2026-05-25/2026-06-09.
        if (hit.Text is "住院")
            return AtBoundary(row, hit.Start) && hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':' && BeginsDate(row, hit.End + 1);
        if (hit.Text is "入院" or "出院")
            return !DaysBefore.Are(row) && (AtBoundary(row, hit.Start) || (row.Glyphs[hit.Start - 1].Char is '科' or '区' && BeginsDate(row, hit.End))) && hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' || (hit.Start == 0 && row.Glyphs[hit.End].Char is Glyph.Gap) || BeginsDate(row, hit.End + row.Glyphs.Skip(hit.End).TakeWhile(g => g.Char is ' ').Count()));
        if (AtBoundary(row, hit.Start) && (hit.Text.Length > 2 || EndsWord(row, hit)))
            return true;
        if (hit.Wrong == 0 && SaysItself(row, hit))
            return true;
        // 创伤骨科二病区: the end of a ward's own name.
        if (hit.Field == FieldName.Department && !AtBoundary(row, hit.Start) && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':'))
            return false;
        // The end of a longer word is no amount's label: 补偿|合计.
        return (hit.Text.Length >= 4 || !LabelTable.IsMoney(hit.Field) || hit.Field is LabelTable.InWords or LabelTable.InFigures) && EndsWithColon(row, hit);
    }

    /// <summary>险种类型：城乡居民基本医疗保险, 费别：自费: what kind of insurance it is, and no amount.</summary>
    private static List<LabelHit> WithoutKinds(TextRow row, List<LabelHit> hits) =>
        [.. hits.Where((hit, i) => i == 0 || !LabelTable.IsMoney(hit.Field) || !NamesKind(hits[i - 1]) || !row.Glyphs[hits[i - 1].End..hit.Start].All(g => g.IsBlank || g.Char is ':') || IsFollowed(row, hit) || NamesPayment(hit))];

    /// <summary>医保类型 | 统筹基金支付: heads beside each other; no kind of insurance ends so.</summary>
    private static bool NamesPayment(LabelHit hit) => hit.Text[^1] is '付' or '出' or '额' or '销' or '偿';

    private static bool NamesKind(LabelHit hit) =>
        hit.Field == LabelTable.Other && (hit.Text is "费别" || hit.Text.EndsWith("险种", StringComparison.Ordinal) || (hit.Text[..2] is "险种" or "医保" or "参保" or "人员" && hit.Text[^2..] is "类型" or "类别"));

    /// <summary>A colon or an amount behind it says that it is a label all the same.</summary>
    private static bool IsFollowed(TextRow row, LabelHit hit) =>
        row.Text[hit.End..].TrimStart(' ', Glyph.Gap, '¥') is [':' or (>= '0' and <= '9'), ..];

    /// <summary>患者（家属）签字, 参保人（家属）确认签名: who signs, with room to write.</summary>
    private static bool IsSigned(TextRow row, LabelHit hit)
    {
        var rest = row.Text[hit.End..];
        var close = rest is ['(', ..] ? rest.IndexOf(')', StringComparison.Ordinal) + 1 : 0;
        return rest[close..].TrimStart('或', '家', '属', ' ') is ['签', ..] or ['确', '认', ..];
    }

    /// <summary>The label with the characters of its word before it.</summary>
    private static string WordUpTo(TextRow row, LabelHit hit)
    {
        var from = hit.Start;
        while (from > 0 && TextFold.IsHan(row.Glyphs[from - 1].Char))
            from--;
        return row.Text[from..hit.End];
    }

    /// <summary>The Chinese characters before a place, with room or a bracket between.</summary>
    private static string WordBefore(TextRow row, int at)
    {
        var end = at;
        while (end > 0 && (row.Glyphs[end - 1].IsBlank || row.Glyphs[end - 1].Char is '(' or ']'))
            end--;
        var from = end;
        while (from > 0 && TextFold.IsHan(row.Glyphs[from - 1].Char))
            from--;
        return row.Text[from..end];
    }

    /// <summary>入院2024/12/15: a year stands right behind.</summary>
    private static bool BeginsDate(TextRow row, int at)
    {
        while (at < row.Glyphs.Length && row.Glyphs[at].IsBlank)
            at++;
        return row.Glyphs.Length > at + 7 && (row.Text.AsSpan(at).StartsWith("20", StringComparison.Ordinal) || DateText.All(row.Text[at..]) is [{ Start: 0 }, ..]);
    }

    /// <summary>级别三级乙等, 级别 | 三级乙等.</summary>
    private static bool BeginsLevel(TextRow row, int at) => row.Text[at..].TrimStart(' ', Glyph.Gap) is ['一' or '二' or '三', '级', ..];

    private static bool Follows(TextRow row, LabelHit hit, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (row.Text.AsSpan(hit.End).StartsWith(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Printed without a blank: 姓名吴秀英性别女住院号00230588. What follows shows that it is the label.</summary>
    private static bool SaysItself(TextRow row, LabelHit hit)
    {
        // The line to write on is read as one or two strokes: 性别_男.
        var at = hit.End;
        while (at < row.Glyphs.Length && at - hit.End < 3 && row.Glyphs[at].Char is '_' or '-')
            at++;
        var next = at < row.Glyphs.Length ? row.Glyphs[at].Char : ' ';
        return hit.Field switch
        {
            FieldName.Sex => next is '男' or '女' || TextValues.SexByCode(row.Text[at..]) is not null,
            // 住址栾川县前进村科别中医科, 入院科别呼吸内科病房53: the rest of the word is a ward's name, with the next label behind it.
            FieldName.Department => hit.Text.EndsWith("科别", StringComparison.Ordinal) || hit.Text.EndsWith("科室", StringComparison.Ordinal) ? Ward().IsMatch(WordFrom(row, at + row.Glyphs.Skip(at).TakeWhile(g => g.IsBlank).Count())) : false,
            FieldName.BillCode or FieldName.BillNumber => hit.Text.Length >= 4 && char.IsAsciiDigit(next),
            FieldName.SettlementNumber => hit.Text.Length >= 3 && char.IsAsciiDigit(next),
            FieldName.IdNumber or FieldName.AdmissionNumber or FieldName.Age or FieldName.Days or FieldName.Born or FieldName.Admitted or FieldName.Discharged or LabelTable.Period => hit.Text.Length >= 2 && (char.IsAsciiDigit(next) || (hit.Field == FieldName.AdmissionNumber && char.IsAsciiLetterUpper(next) && row.Text.AsSpan(at).IndexOfAnyInRange('0', '9') is > 0 and <= 3)),
            _ => false,
        };
    }

    [GeneratedRegex("^[\u4e00-\u9fff]{1,9}科(?:病房|病区|床号|床位|住院号?|病案号|病历号|入院|出院|姓名|性别|年龄|费别)?$")]
    private static partial Regex Ward();

    /// <summary>The Chinese characters from here on.</summary>
    private static string WordFrom(TextRow row, int at) => string.Concat(row.Glyphs.Skip(at).TakeWhile(g => TextFold.IsHan(g.Char)).Select(g => g.Char));

    private static bool EndsWithColon(TextRow row, LabelHit hit) => hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' or Glyph.Gap || Bracketed(row, hit.End));

    private static bool Bracketed(TextRow row, int at) => row.Glyphs[at].Char is '(' or '[';

    private static bool EndsWord(TextRow row, LabelHit hit) => hit.End >= row.Glyphs.Length || !TextFold.IsHan(row.Glyphs[hit.End].Char) || hit.Field is FieldName.Name or FieldName.Sex or FieldName.Department or FieldName.Diagnosis;
}
