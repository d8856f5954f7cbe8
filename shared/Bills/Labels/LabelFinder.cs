using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>Finds labels in the rows of a page, also when a character of a longer label was read wrongly.</summary>
static partial class LabelFinder
{
    private const int Longest = 16;

    /// <summary>乙类自 | 665.59: a figure at the end is no character misread, but the beginning of a value.</summary>
    private const int Never = 3;

    /// <summary>How wrong a short label counts of which hardly more than what follows it speaks.</summary>
    public const int FewLeft = 2;

    /// <summary>Means something else with any word before it: 统筹段自付金额.</summary>
    private const string Bare = "自付金额";

    /// <summary>住院病区 is one character away from 住院病人.</summary>
    private const string Wards = "病区";

    private static readonly ILookup<char, string> ByFirst = LabelTable.ByText.Keys.ToLookup(t => t[0]);
    private static readonly ILookup<int, string> Long = LabelTable.ByText.Keys.Where(t => t.Length >= 4 && t != Bare && !t.EndsWith(Wards, StringComparison.Ordinal)).ToLookup(t => t.Length);

    public static IReadOnlyList<LabelHit> Find(IReadOnlyList<TextRow> rows)
    {
        IReadOnlyList<LabelHit> hits = [.. rows.SelectMany((row, index) => InRow(row, index))];
        // Whole labels first: the others go by what stands beside a label.
        hits = BrokenLabels.Join(rows, hits);
        hits = BillAmount.Among(rows, OtherFund.Among(rows, FundsBelow.Sum(rows, PairHeads.Settle(rows, SegmentHeads.PutAside(rows, hits)))));
        // What one word means by what else the page prints.
        return LostStroke.Mend(DaySums.OfDaysOnly(ClassedShare.Among(LostTotals.Add(rows, hits))));
    }

    private static IEnumerable<LabelHit> InRow(TextRow row, int index)
    {
        var found = new List<LabelHit>();
        for (var start = 0; start < row.Glyphs.Length; start++)
        {
            if (row.Glyphs[start].IsBlank)
                continue;
            var (text, ends) = Ahead(row, start);
            if (Exact(text, t => !EndsInFigure(row, t, ends[t.Length - 1]) && !TakesNext(row, start, t, ends)) is { } exact)
            {
                found.Add(Hit(row, index, start, ends[exact.Length - 1], exact, 0));
                // 出院日率: the longer label with a character misread, where the short one it begins with does not stand.
                if (exact.Length == 2 && Near(text) is { Wrong: 1, Text: var longer } whole && longer.StartsWith(exact, StringComparison.Ordinal) && AtBoundary(row, start) && !LabelWords.MakeUp(WordFrom(row, start)))
                    found.Add(Hit(row, index, start, ends[longer.Length - 1], longer, 1) with { Field = whole.Field });
            }
            // A rule of the table read as a character: 姓 | 頭名.
            else if (start == 0 && text is ['姓', var rule, '名', ..] && TextFold.IsHan(rule) && row.Glyphs[1].IsBlank && ends[2] < row.Glyphs.Length && row.Glyphs[ends[2]].Char is Glyph.Gap or ':')
                found.Add(Hit(row, index, start, ends[2], "姓名", 1));
            else if (AtBoundary(row, start) && Near(text) is { } near && !LabelWords.MakeUp(WordFrom(row, start)))
                found.Add(Hit(row, index, start, ends[near.Text.Length - 1], near.Text, near.Wrong) with { Field = near.Field });
        }
        found.AddRange(Whole(row, index));
        found.AddRange(Halved(row, index));
        var taken = new List<LabelHit>();
        foreach (var hit in found.OrderByDescending(Weight).ThenBy(h => h.Start))
        {
            if (taken.TrueForAll(t => hit.End <= t.Start || hit.Start >= t.End) && Stands(row, hit))
                taken.Add(hit);
        }
        return LabelNotes.TakeIn(row, WithoutKinds(row, [.. taken.OrderBy(h => h.Start)]));
    }

    /// <summary>Longer labels come first. 统等基金支付 is the whole word with one character misread, not its end.</summary>
    private static int Weight(LabelHit hit) => hit.Text.Length - (3 * hit.Wrong) + (hit.Wrong == 1 && hit.Text.Length >= 6 ? 1 : 0);

    /// <summary>Whole words that no list knows but the grammar does, and words before a colon that nobody knows: those end the value before them.</summary>
    private static IEnumerable<LabelHit> Whole(TextRow row, int index)
    {
        foreach (var (start, end) in Words(row))
        {
            var text = Glyph.Squeezed(row.Glyphs.AsSpan(start, end - start));
            if (LabelTable.ByText.ContainsKey(text))
                continue;
            var colon = end < row.Glyphs.Length && row.Glyphs[end].Char is ':';
            if (colon && Misread().Matches(row.Text).Any(m => m.Index == start))
                continue;
            // 门槛费为200.00元: a sentence.
            if (text[^1] is '为' or '是' or '计' or '共' && (end == row.Glyphs.Length || char.IsAsciiDigit(row.Glyphs[end].Char) || row.Glyphs[end].Char is '¥') && LabelGrammar.OwnFieldOf(text[..^1]) is { } told && LabelTable.IsMoney(told))
            {
                yield return new LabelHit(told, text[..^1], index, start, end, 0, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
                continue;
            }
            // 医保统筹基金支: the last character lies under a seal or the edge of its cell.
            if (text.Length >= 5 && text[^1] is '支' && (end == row.Glyphs.Length || row.Glyphs[end].Char is ':' or Glyph.Gap || char.IsAsciiDigit(row.Glyphs[end].Char)) && LabelGrammar.OwnFieldOf(text + '付') is { } cut)
            {
                yield return new LabelHit(cut, text, index, start, end, 1, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
                continue;
            }
            // 基本 | 大病 | 救助 | 小计: heads of what each fund paid.
            if (text is "基本" && row.Text.Contains("大病", StringComparison.Ordinal) && row.Text.Contains("救助", StringComparison.Ordinal))
            {
                yield return new LabelHit(FieldName.BasicPaid, text, index, start, end, 0, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
                continue;
            }
            // The class of one item, not the sum of all of its class.
            if (text is "丙类" && !colon && !row.Text.Contains("甲类", StringComparison.Ordinal) && !row.Text.Contains("乙类", StringComparison.Ordinal))
                continue;
            // 出院诊断：脑梗死：高血压病: a disease, and the second colon a semicolon.
            if (colon && LabelGrammar.Field(text) is null && NamesDisease(row.Text[..start]) && (KnownDiseases.Ends.Contains(text[^1], StringComparison.Ordinal) || KnownDiseases.Has(text) || ((char.IsAsciiLetterOrDigit(row.Glyphs[start - 1].Char) || Numbered().IsMatch(row.Text[..start])) && !EndsInLabel(text))))
                continue;
            var made = !(start > 0 && row.Glyphs[start - 1].Char is ':') && LabelWords.MakeUp(text);
            // 统筹段个人自付: words that make a label of their own, of which only the end is known.
            var field = LabelGrammar.Field(text) ?? (made && (colon || EndsInLabel(text)) ? LabelTable.Other : null) ?? (colon && text.Length <= 12 && !EndsInLabel(text) && !(Near(text) is { } near && near.Text.Length >= text.Length - 1) ? LabelTable.Other : null);
            if (field is not null)
                yield return new LabelHit(field, text, index, start, end, 0, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
        }
    }

    /// <summary>；2）右眼人工晶体眼：3）…: the number of a diagnosis.</summary>
    [GeneratedRegex(@"[:;；)\u4e00-\u9fff]\s?\(?\d{1,2}[.、)]$")]
    private static partial Regex Numbered();

    /// <summary>出院诊断：, 疾病名称 |: what follows are diseases.</summary>
    private static bool NamesDisease(string before) => before.Contains("诊断", StringComparison.Ordinal) || before.Contains("疾病名称", StringComparison.Ordinal) || before.Contains("病种", StringComparison.Ordinal) || before.Contains("病名", StringComparison.Ordinal);

    /// <summary>性额：女, 住R号ZY4611882, 年起79岁, 科意：消化内科: a short label of which one character was misread, where what stands behind it can be its value alone.</summary>
    [GeneratedRegex(@"(?<![\u4e00-\u9fff\d])(?:(?<sex>性[^\s\u0001:别])(?=:?[男女](?:[^\u4e00-\u9fff]|$))|(?<stay>住[^\s\u0001:院]?号)(?=:?(?:ZY)?\d{5})|(?<age>年[^\s\u0001:龄\d]?|[^\s\u0001:年\d]龄)(?=:?\d{1,3}岁)|(?<ward>科[^\s\u0001:室别目])(?=:[\u4e00-\u9fff]{1,9}科(?:[^\u4e00-\u9fff]|$)))")]
    private static partial Regex Misread();

    private static readonly (string Group, string Label)[] Short = [("sex", "性别"), ("stay", "住院号"), ("age", "年龄"), ("ward", "科室")];

    /// <summary>姓 名, 性 别, 年 龄 are printed so far apart that the first character can be lost: 名：陈平.</summary>
    private static IEnumerable<LabelHit> Halved(TextRow row, int index)
    {
        foreach (Match misread in Misread().Matches(row.Text))
        {
            var label = Short.First(s => misread.Groups[s.Group].Success).Label;
            yield return new LabelHit(LabelTable.ByText[label], label, index, misread.Index, misread.Index + misread.Length, FewLeft, row.Glyphs[misread.Index].X0, row.Glyphs[misread.Index + misread.Length - 1].X1);
        }
        for (var i = 0; i + 1 < row.Glyphs.Length; i++)
        {
            var field = row.Glyphs[i].Char switch { '名' => FieldName.Name, '别' => FieldName.Sex, '龄' => FieldName.Age, _ => null };
            // 尹小红性 | 别:女: its first character was read in one with the value before it.
            var from = i > 2 && row.Glyphs[i - 1].Char is Glyph.Gap && LabelTable.ByText.GetValueOrDefault($"{row.Glyphs[i - 2].Char}{row.Glyphs[i].Char}") == field ? i - 2 : i;
            var parted = from < i && row.Glyphs[i + 1].Char is Glyph.Gap && i + 2 < row.Glyphs.Length && (field == FieldName.Age ? char.IsAsciiDigit(row.Glyphs[i + 2].Char) : field == FieldName.Sex && row.Glyphs[i + 2].Char is '男' or '女');
            if (field is not null && (parted || row.Glyphs[i + 1].Char is ':') && (i == 0 || row.Glyphs[i - 1].Char is Glyph.Gap))
            {
                yield return new LabelHit(field, row.Glyphs[i].Char.ToString(), index, from, i + 1, 1, row.Glyphs[from].X0, row.Glyphs[i].X1);
            }
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
            // 10天|诊断名称: the unit of the figure before.
            if (i - start > 2 && start > 0 && char.IsAsciiDigit(row.Glyphs[start - 1].Char) && row.Glyphs[start].Char is '天' or '元' or '岁')
                start++;
            if (i - start >= 2)
                yield return (start, i);
            start = -1;
        }
    }

    /// <summary>A value and the next label may have been read as one word: 周桂兰性别.</summary>
    private static bool EndsInLabel(string text) => Enumerable.Range(1, text.Length - 2).Any(i => LabelTable.ByText.ContainsKey(text[i..]));

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

    /// <summary>The label that a text is but for a character or two. Where it is as near to another of another field (个人甲付: 个人自付, 个人支付), it is a label and nobody knows which.</summary>
    private static (string Text, string Field, int Wrong)? Near(string text)
    {
        (string Text, string Field, int Wrong)? best = null;
        for (var length = Math.Min(Longest, text.Length); length >= 4; length--)
        {
            foreach (var label in Long[length])
            {
                var wrong = 0;
                for (var i = 0; i < length && wrong <= 2; i++)
                    wrong += label[i] == text[i] ? 0 : i == length - 1 && char.IsAsciiDigit(text[i]) && TextFold.IsHan(label[i]) ? Never : 1;
                if (wrong > (length >= 6 ? 2 : 1))
                    continue;
                var field = LabelTable.ByText[label];
                if (best is not { } so || length - (3 * wrong) > so.Text.Length - (3 * so.Wrong))
                    best = (label, field, wrong);
                else if (length == so.Text.Length && wrong == so.Wrong && field != so.Field)
                    best = so with { Field = LabelTable.Other };
            }
        }
        return best;
    }

    /// <summary>A word begins here: at the row's start, behind a mark or a figure, or behind the unit of one: 10327.55元|起付线.</summary>
    private static bool AtBoundary(TextRow row, int start) =>
        start == 0 || (!TextFold.IsHan(row.Glyphs[start - 1].Char) && !(char.IsAsciiLetterOrDigit(row.Glyphs[start].Char) && char.IsAsciiLetterOrDigit(row.Glyphs[start - 1].Char))) || (start > 1 && row.Glyphs[start - 1].Char is '元' or '天' or '日' or '项' or '条' or '笔' && char.IsAsciiDigit(row.Glyphs[start - 2].Char));

    private static LabelHit Hit(TextRow row, int index, int start, int end, string text, int wrong) =>
        new(LabelTable.ByText[text], text, index, start, end, wrong, row.Glyphs[start].X0, row.Glyphs[end - 1].X1);
}
