using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Finds labels in the rows of a page, also when a character of a longer label was read wrongly.</summary>
static partial class LabelFinder
{
    private const int Longest = 16;
    private const string Diseases = "病症炎癌瘤伤折石塞死血竭染征全肉窄变化张疝疡肿";
    private static readonly ILookup<char, string> ByFirst = LabelTable.ByText.Keys.ToLookup(t => t[0]);
    private static readonly ILookup<int, string> Long = LabelTable.ByText.Keys.Where(t => t.Length >= 4 && !IsBare(t)).ToLookup(t => t.Length);

    public static IReadOnlyList<LabelHit> Find(IReadOnlyList<TextRow> rows) =>
        LostStroke.Mend(DaySums.OfDaysOnly(OtherFund.Among(rows, BrokenLabels.Join(rows, [.. rows.SelectMany((row, index) => InRow(row, index))]))));

    private static IEnumerable<LabelHit> InRow(TextRow row, int index)
    {
        var found = new List<LabelHit>();
        for (var start = 0; start < row.Glyphs.Length; start++)
        {
            if (row.Glyphs[start].IsBlank)
                continue;
            var (text, ends) = Ahead(row, start);
            if (Exact(text, t => !EndsInFigure(row, t, ends[t.Length - 1]) && !TakesNext(row, start, t, ends)) is { } exact)
                found.Add(Hit(row, index, start, ends[exact.Length - 1], exact, 0));
            // A rule of the table read as a character: 姓 | 頭名.
            else if (start == 0 && text is ['姓', var rule, '名', ..] && TextFold.IsHan(rule) && row.Glyphs[1].IsBlank && ends[2] < row.Glyphs.Length && row.Glyphs[ends[2]].Char is Glyph.Gap or ':')
                found.Add(Hit(row, index, start, ends[2], "姓名", 1));
            else if (AtBoundary(row, start) && Near(text) is { } near && !LabelWords.MakeUp(WordFrom(row, start)))
                found.Add(Hit(row, index, start, ends[near.Text.Length - 1], near.Text, near.Wrong));
        }
        found.AddRange(Whole(row, index));
        found.AddRange(Halved(row, index));
        var taken = new List<LabelHit>();
        foreach (var hit in found.OrderByDescending(Weight).ThenBy(h => h.Start))
        {
            if (taken.TrueForAll(t => hit.End <= t.Start || hit.Start >= t.End) && Stands(row, hit))
                taken.Add(hit);
        }
        return LabelNotes.TakeIn(row, [.. taken.OrderBy(h => h.Start)]);
    }

    /// <summary>Longer labels come first. 统等基金支付 is the whole word with one character misread, not its end.</summary>
    private static int Weight(LabelHit hit) => hit.Text.Length - (3 * hit.Wrong) + (hit.Wrong == 1 && hit.Text.Length >= 6 ? 1 : 0);

    /// <summary>Whole words that no list knows but the grammar does, and words before a colon that nobody knows: those end the value before them.</summary>
    private static IEnumerable<LabelHit> Whole(TextRow row, int index)
    {
        foreach (var (start, end) in Words(row))
        {
            var text = string.Concat(row.Glyphs[start..end].Where(g => !g.IsBlank).Select(g => g.Char));
            if (LabelTable.ByText.ContainsKey(text))
                continue;
            var colon = end < row.Glyphs.Length && row.Glyphs[end].Char is ':';
            // 医保统筹基金支: the last character lies under a seal or the edge of its cell.
            if (text.Length >= 5 && text[^1] is '支' && (end == row.Glyphs.Length || row.Glyphs[end].Char is ':' or Glyph.Gap || char.IsAsciiDigit(row.Glyphs[end].Char)) && LabelGrammar.OwnFieldOf(text + '付') is { } cut)
            {
                yield return new LabelHit(cut, text, index, start, end, 1, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
                continue;
            }
            // The class of one item, not the sum of all of its class.
            if (text is "丙类" && !colon && !row.Text.Contains("甲类", StringComparison.Ordinal) && !row.Text.Contains("乙类", StringComparison.Ordinal))
                continue;
            // 出院诊断：脑梗死：高血压病: what stands right behind the label's own colon is its value, and the second colon a semicolon.
            if (colon && LabelGrammar.Field(text) is null && start > 4 && row.Glyphs[start - 1].Char is ':' && row.Text[..(start - 1)].EndsWith("诊断", StringComparison.Ordinal) && Near(text) is null && !EndsInLabel(text))
                continue;
            // 出院诊断 | 2型糖尿病：糖尿病周围神经病变: a disease, and again the second colon.
            if (colon && LabelGrammar.Field(text) is null && Diseases.Contains(text[^1], StringComparison.Ordinal) && row.Text[..start].Contains("诊断", StringComparison.Ordinal))
                continue;
            var made = !(start > 0 && row.Glyphs[start - 1].Char is ':') && LabelWords.MakeUp(text);
            // 统筹段个人自付: words that make a label of their own, of which only the end is known.
            var field = LabelGrammar.Field(text) ?? (made && (colon || EndsInLabel(text)) ? LabelTable.Other : null) ?? (colon && (text.Length <= 12 || (start == 0 && text.Length <= 20)) && !EndsInLabel(text) && !(Near(text) is { } near && near.Text.Length >= text.Length - 1) ? LabelTable.Other : null);
            if (field is not null)
                yield return new LabelHit(field, text, index, start, end, 0, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
        }
    }

    /// <summary>姓 名, 性 别, 年 龄 are printed so far apart that the first character can be lost: 名：陈平.</summary>
    private static IEnumerable<LabelHit> Halved(TextRow row, int index)
    {
        for (var i = 0; i + 1 < row.Glyphs.Length; i++)
        {
            var field = row.Glyphs[i].Char switch { '名' => FieldName.Name, '别' => FieldName.Sex, '龄' => FieldName.Age, _ => null };
            if (field is not null && row.Glyphs[i + 1].Char is ':' && (i == 0 || row.Glyphs[i - 1].Char is Glyph.Gap))
                yield return new LabelHit(field, row.Glyphs[i].Char.ToString(), index, i, i + 1, 1, row.Glyphs[i].X0, row.Glyphs[i].X1);
        }
    }

    /// <summary>Stretches of Chinese characters.</summary>
    private static IEnumerable<(int Start, int End)> Words(TextRow row)
    {
        var start = -1;
        for (var i = 0; i <= row.Glyphs.Length; i++)
        {
            var inside = i < row.Glyphs.Length && (TextFold.IsHan(row.Glyphs[i].Char) || (start >= 0 && row.Glyphs[i].Char is 'I' or 'D'));
            if (inside && start < 0)
                start = i;
            if (inside || start < 0)
                continue;
            if (i - start >= 2)
                yield return (start, i);
            start = -1;
        }
    }

    /// <summary>A value and the next label may have been read as one word: 周桂兰性别.</summary>
    private static bool EndsInLabel(string text) => Enumerable.Range(1, text.Length - 2).Any(i => LabelTable.ByText.ContainsKey(text[i..]) && !IsBare(text[i..]));

    /// <summary>Means something else with any word before it: 护理级别, 统筹段自付金额.</summary>
    private static bool IsBare(string text) => text is "等级" or "级别" or "自付金额";

    /// <summary>The characters from here on without blanks, as far as a label could reach, and after which glyph each ends.</summary>
    private static (string Text, List<int> Ends) Ahead(TextRow row, int start)
    {
        var ends = new List<int>();
        var text = "";
        for (var i = start; i < row.Glyphs.Length && text.Length < Longest; i++)
        {
            var glyph = row.Glyphs[i];
            // Short labels are printed spaced out: 姓    名.
            if (glyph.Char == Glyph.Gap && (text.Length > 3 || glyph.X1 - glyph.X0 > 3 * row.Height))
                break;
            if (glyph.IsBlank)
                continue;
            text += glyph.Char;
            ends.Add(i + 1);
        }
        return (text, ends);
    }

    private static (string Text, int Wrong)? Near(string text)
    {
        (string Text, int Wrong)? best = null;
        for (var length = Math.Min(Longest, text.Length); length >= 4; length--)
        {
            foreach (var label in Long[length])
            {
                var wrong = 0;
                for (var i = 0; i < length && wrong <= 2; i++)
                    wrong += label[i] == text[i] ? 0 : 1;
                if (wrong <= (length >= 6 ? 2 : 1) && (best is null || length - (3 * wrong) > best.Value.Text.Length - (3 * best.Value.Wrong)))
                    best = (label, wrong);
            }
        }
        return best;
    }

    /// <summary>A word begins here: at the row's start, behind a mark or a figure, or behind the unit of one: 10327.55元|起付线.</summary>
    private static bool AtBoundary(TextRow row, int start) =>
        start == 0 || (!TextFold.IsHan(row.Glyphs[start - 1].Char) && !(char.IsAsciiLetterOrDigit(row.Glyphs[start].Char) && char.IsAsciiLetterOrDigit(row.Glyphs[start - 1].Char))) || (start > 1 && row.Glyphs[start - 1].Char is '元' or '天' or '日' && char.IsAsciiDigit(row.Glyphs[start - 2].Char));

    /// <summary>A label stands at the beginning of a word, or a colon or a gap follows it; within running text it is only text.</summary>
    private static bool Stands(TextRow row, LabelHit hit)
    {
        if (hit.Text.Length == 1)
            return true;
        if (Titles.Holds(row, hit))
            return false;
        if (hit.Field == FieldName.Diagnosis && Follows(row, hit, "证明", "编码", "日期", "依据", "代码", "分组"))
            return false;
        // 入院时|诊断: the end of another diagnosis' label.
        if (hit.Text is "诊断" or "临床诊断" or "西医诊断" or "疾病诊断" or "主要诊断" && LabelGrammar.Field(WordUpTo(row, hit)) is LabelTable.Other)
            return false;
        // 手术 heads a column of amounts as well.
        if (hit.Text is "手术" && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':' or ']'))
            return false;
        // 7.00/床日: a unit as well; 床位费 is no place.
        if (hit.Text is "床日" or "床位" && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].Char is ':'))
            return false;
        if (IsBare(hit.Text) && !AtBoundary(row, hit.Start))
            return false;
        // 等级 is a column of a list; before a colon or a level it is the hospital's.
        if (hit.Text is "等级" or "级别")
            return AtBoundary(row, hit.Start) && hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' || BeginsLevel(row, hit.End));
        // 交款人报销凭证, 与患者关系: no name follows.
        if (hit.Field == FieldName.Name && (Follows(row, hit, "报销", "记账", "凭证", "留存", "收执", "签字", "签名", "意见", "关系", "须知", "信息", "情况", "资料") || (hit.Start > 0 && row.Glyphs[hit.Start - 1].Char is '与')))
            return false;
        // 患者一般情况可: a patient spoken of is no label.
        if (hit.Text is "患者" or "病人" && !EndsWithColon(row, hit) && !(hit.End < row.Glyphs.Length && row.Glyphs[hit.End].IsBlank))
            return false;
        // № is read as two letters: six figures and more stand right behind them.
        if (hit.Text is "Ne" or "Ng" or "N°" or "Nº" or "№")
            return AtBoundary(row, hit.Start) && row.Glyphs.Skip(hit.End).SkipWhile(g => g.IsBlank || g.Char is '.' or ':').TakeWhile(g => char.IsAsciiDigit(g.Char)).Count() >= 6;
        if (hit.Text is "入院" or "出院")
            return AtBoundary(row, hit.Start) && hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' || (hit.Start == 0 && row.Glyphs[hit.End].Char is Glyph.Gap) || BeginsDate(row, hit.End + row.Glyphs.Skip(hit.End).TakeWhile(g => g.Char is ' ').Count()));
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

    /// <summary>The label with the characters of its word before it.</summary>
    private static string WordUpTo(TextRow row, LabelHit hit)
    {
        var from = hit.Start;
        while (from > 0 && TextFold.IsHan(row.Glyphs[from - 1].Char))
            from--;
        return row.Text[from..hit.End];
    }

    /// <summary>入院2024/12/15: a year stands right behind.</summary>
    private static bool BeginsDate(TextRow row, int at)
    {
        while (at < row.Glyphs.Length && row.Glyphs[at].IsBlank)
            at++;
        return row.Text.AsSpan(at).StartsWith("20", StringComparison.Ordinal) && row.Glyphs.Length > at + 7;
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
            FieldName.Sex => next is '男' or '女',
            // 住址栾川县前进村科别中医科: the rest of the word is a ward's name.
            FieldName.Department => hit.Text is "科别" or "科室" && WordFrom(row, at) is { Length: >= 2 and <= 10 } ward && ward.EndsWith('科'),
            FieldName.BillCode or FieldName.BillNumber => hit.Text.Length >= 4 && char.IsAsciiDigit(next),
            FieldName.IdNumber or FieldName.AdmissionNumber or FieldName.Age or FieldName.Days or FieldName.Born or FieldName.Admitted or FieldName.Discharged or LabelTable.Period => hit.Text.Length >= 2 && (char.IsAsciiDigit(next) || (hit.Field == FieldName.AdmissionNumber && char.IsAsciiLetterUpper(next) && row.Text.AsSpan(at).IndexOfAnyInRange('0', '9') is > 0 and <= 3)),
            _ => false,
        };
    }

    /// <summary>The Chinese characters from here on.</summary>
    private static string WordFrom(TextRow row, int at) => string.Concat(row.Glyphs.Skip(at).TakeWhile(g => TextFold.IsHan(g.Char)).Select(g => g.Char));

    private static bool EndsWithColon(TextRow row, LabelHit hit) => hit.End < row.Glyphs.Length && (row.Glyphs[hit.End].Char is ':' or Glyph.Gap || Bracketed(row, hit.End));

    private static bool Bracketed(TextRow row, int at) => row.Glyphs[at].Char is '(' or '[';

    private static bool EndsWord(TextRow row, LabelHit hit) => hit.End >= row.Glyphs.Length || !TextFold.IsHan(row.Glyphs[hit.End].Char) || hit.Field is FieldName.Name or FieldName.Sex or FieldName.Department or FieldName.Diagnosis;

    private static LabelHit Hit(TextRow row, int index, int start, int end, string text, int wrong) =>
        new(LabelTable.ByText[text], text, index, start, end, wrong, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
}
