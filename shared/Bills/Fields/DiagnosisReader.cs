using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Items;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>The discharge diagnosis (出院诊断): the rest of its row and the rows below, up to the next heading.</summary>
static partial class DiagnosisReader
{
    private const int MostRows = 8;
    private const int Certain = 10_000;
    private const int HardlyLegible = 8_000;
    private const int ToldByName = 9_500;

    /// <summary>So many characters hardly legible at most are told by names.</summary>
    private const int MostTold = 2;

    /// <summary>Most that a diagnosis gets in which a character was put right.</summary>
    private const int Repaired = 9_000;

    /// <summary>In heights of its row, how far apart pieces of one diagnosis may stand.</summary>
    private const int MostGap = 3;

    [GeneratedRegex(@"^\(?(\d{1,2})(?:[.、)·]|$)|^([①-⑳])")]
    private static partial Regex Numbered();

    /// <summary>A code of the classification of diseases behind the words: H65.101, or in brackets with its letter read as a figure, (163.900).</summary>
    [GeneratedRegex(@"[(\[]?[A-TV-Z]\d{2}[.x]{0,2}(?:\d[\dx]{0,5})?(?:\+\d{0,3})?[)\]]?\d?$|\(\d{3}\.\d{1,5}(?:x\d{0,3})?\)$")]
    private static partial Regex Code();

    /// <summary>Whether a cell is a disease's code and nothing else.</summary>
    public static bool IsCode(string text) => !text.Any(TextFold.IsHan) && Code().IsMatch(TextFold.Squeeze(text));

    /// <summary>A whole code between two diagnoses or around them: 脑梗死(I63.900)高血压病2级[I10.x05]. T11.12椎体骨折 names two vertebrae.</summary>
    [GeneratedRegex(@"[(\[]?(?<![A-Za-z0-9.])(?![TLC]\d\d?\.\d\d?[椎胸腰])[A-TV-Z]\d{2}(?:\.[\dx]{1,7}(?=[1-4][型级期])|\.[\dx]{1,8}(?: ?x\d{3})?|x\d{2}(?:x\d{3})?)(?:\+(?:[A-Z]\d{2}\.[\dx]{1,6}\*?)?|\*)?(?!\d(?![型级期])|-)[)\]]?|[(\[]\d{3}\.\d{1,5}(?:x\d{0,3})?[)\]]")]
    private static partial Regex CodeWithin();

    /// <summary>A code before the words: I63.900 急性脑梗死, its letter easily read as a figure.</summary>
    [GeneratedRegex(@"^\(?(?:[A-Z]\d{2}\.[\dx]{1,7}|[10]\d{2}\.\d{1,3}(?:x\d{1,3})?)[+*]?\)?(?=[\u4e00-\u9fff])")]
    private static partial Regex LeadingCode();

    [GeneratedRegex(@"(?:^|(?<=[^\dA-Z/~-]))\(?\d{1,2}(?:[.、)·]|\.、)(?!\d(?!型))\s*|[;；]|(?<=[\u4e00-\u9fff)]\s?)\+(?=\s?[\u4e00-\u9fff])|\s*[①②③④⑤⑥]\s*")]
    private static partial Regex Enumerator();

    /// <summary>A mark that is no writing: ↑ of a stamp's star.</summary>
    [GeneratedRegex(@"^[^\w\u4e00-\u9fff(\[<""“Ⅰ-Ⅻαβγ]+")]
    private static partial Regex Stray();

    public static Finding? Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, ValueFinder values)
    {
        if ((hit.Text is "诊断名称" or "疾病名称" or "疾病诊断" || BesideCodes(rows[hit.Row])) && Column(rows, hits, hit) is { Count: > 0 } listed)
            return Found(page, hit, listed);
        if (AbreastDiagnoses.Read(rows, hits, hit, values) is { Count: > 0 } abreast)
            return Found(page, hit, abreast);
        var glyphs = new List<Glyph>();
        if (Narrative.Concluded(rows, hit) is { Count: > 0 } sentence)
            return Found(page, hit, sentence);
        var inline = values.Inline(hit);
        var above = Above(rows, hits, hit, inline);
        if (inline.Count == 0 && above.Count == 0 && values.Wrapped(hit) is { } lines)
            return Found(page, hit, [.. lines.Glyphs]);
        if (inline.Count == 0 && DiagnosisColumns.Below(rows, hits, hit, values) is { Count: > 0 } column)
            return Found(page, hit, column);
        if (values.Cell(hit) is { Count: > 0 } cell)
            return Found(page, hit, [.. cell.SelectMany((line, i) => i == 0 ? line.Glyphs : [Glyph.Between('\n'), .. line.Glyphs])]);
        var row = rows[hit.Row];
        var seals = values.Seals;
        inline = [.. inline.Where(s => !seals.Has(s.Text))];
        foreach (var earlier in above)
            Append(glyphs, earlier, '\n');
        var end = hit.X1;
        foreach (var snippet in inline)
        {
            // The code beside it, and what stands in the columns behind.
            if (IsCode(snippet.Text))
                break;
            // 疾病诊断 | 腹股沟疝 | 待遇类别 | 普通住院: the label of the cell beside it.
            if (snippet != inline[0] && LabelGrammar.FieldOf(TextFold.Squeeze(snippet.Text)) is not null)
                break;
            // Far to the right and no number before it: a stamp's words or another column.
            if (snippet != inline[0] && snippet.X0 - end > row.Height * MostGap && !Enumerator().IsMatch(snippet.Text))
                break;
            Append(glyphs, snippet.Glyphs, ' ');
            end = snippet.X1;
        }
        if (LabelledOthers(rows, hits, hit, seals) is { Count: > 0 } others)
        {
            foreach (var other in others)
                Append(glyphs, other, '；');
            return Found(page, hit, glyphs);
        }
        // Whatever follows in the same row ends the value: the next row belongs to another field, unless it is the cell's own.
        var beside = hits.Where(h => h.Row == hit.Row && h.Start >= hit.End).Select(h => h.X0).DefaultIfEmpty(int.MaxValue).Min();
        var (last, inCells) = (hit.Row, false);
        var overAll = glyphs.Count == 0 && DiagnosisEnd.HeadsAll(rows, hit);
        // A label in the middle of its cell has as many lines below it as above, its own line counted where that stands lower.
        var most = above.Count == 0 ? MostRows : inline.Count > 0 && StandsLower(row, hit, inline[0]) ? above.Count - 1 : above.Count;
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + most; r++)
        {
            if (beside < int.MaxValue)
            {
                if (inline.Count == 0 || LineOfCell(rows, hits, hit, inline[0], r, r - 1) is not { } line)
                    break;
                Append(glyphs, line.Glyphs, '\n');
                continue;
            }
            if (hits.Any(h => h.Row == r) || IsHeading(rows[r].Text) || Snippet.Split(rows[r].Glyphs).All(s => IsHeading(s.Text)) || IsHeader(rows[r]) || DiagnosisEnd.IsCharge(rows[r]) || DiagnosisEnd.IsLabelColumn(rows, hit, rows[r], glyphs) || rows[r].Y - rows[r - 1].Y > row.Height * 3)
                break;
            // What stands further right than the text began is a piece of something else: a seal, an amount in words.
            if (!rows[r].Glyphs.Any(g => TextFold.IsHan(g.Char)) || (rows[r].Glyphs[0].X0 > (inline.Count > 0 ? inline[0].X0 : hit.X1) + (row.Height * 4) && !EndsBelow(rows[r], rows[last], glyphs)))
                continue;
            // Another panel's cells stand left of the label, but not of one that heads the page's whole width, nor is the rest of a bracket any of theirs.
            var anywhere = overAll || DiagnosisEnd.ClosesBracket(glyphs, rows[r]);
            List<Snippet> cells = [.. Snippet.Split(rows[r].Glyphs).Where(s => !seals.Has(s.Text) && !DiagnosisEnd.IsAmount(s.Text) && (anywhere || s.X1 + (row.Height * 2) > hit.X0))];
            // 1 | 十二指肠溃疡 | K26.900: a small table within the cell, its numbers and codes in cells of their own.
            if (cells is [var serial, var named, ..] && CellNumber().IsMatch(serial.Text) && TextFold.IsHan(named.Glyphs[0].Char))
            {
                // The first one's was read in one with it.
                if (serial.Text is "2" && glyphs is [{ Char: '1' }, ..] && TextFold.IsHan(glyphs.Skip(1).FirstOrDefault(g => !g.IsBlank).Char))
                    glyphs.RemoveAt(0);
                Append(glyphs, named.Glyphs, '；');
                (last, inCells) = (r, true);
                continue;
            }
            // 费: the first character of the next part's name down its side.
            if (rows[r].Glyphs is [var lone] && TextFold.IsHan(lone.Char) && lone.X0 < hit.X1 && rows[r - 1].Glyphs[^1].X1 + (3 * row.Height) < rows.Max(o => o.Glyphs[^1].X1))
                break;
            if (DiagnosisEnd.BeginsAnew(rows[r - 1], rows[r], glyphs, inCells))
                break;
            // The name of the table's part down its side, a character a line.
            foreach (var snippet in cells.Where(s => anywhere || s.X1 > hit.X0 || s.Glyphs.Length > 1))
                Append(glyphs, snippet.Glyphs, overAll ? '；' : snippet.X0 == rows[r].Glyphs[0].X0 ? '\n' : ' ');
            last = r;
        }
        return Found(page, hit, glyphs) is { } found ? DiagnosisEnd.LacksLine(rows, last) ? found with { MostSure = Math.Min(found.MostSure, WordSureness.Doubtful) } : found : null;
    }

    [GeneratedRegex(@"^\d{1,2}$")]
    private static partial Regex CellNumber();

    /// <summary>序号 | 出院诊断 | ICD-10编码 | 转归: heads of a list.</summary>
    private static bool BesideCodes(TextRow row) =>
        !row.Text.Contains(':', StringComparison.Ordinal) && Snippet.Split(row.Glyphs) is { Count: >= 2 } heads && heads.Any(IsBesideHead);

    /// <summary>ICD编码, 入院病情, 转归: the head of a column beside the diagnoses.</summary>
    private static bool IsBesideHead(Snippet head) =>
        TextFold.Squeeze(head.Text) is var text && (text.EndsWith("编码", StringComparison.Ordinal) || text.EndsWith("代码", StringComparison.Ordinal) || text.StartsWith("ICD", StringComparison.Ordinal) || text is "入院病情" or "转归" or "治疗结果" or "出院病情");

    /// <summary>Set to the right, as on a phone: each line ends where the one above it did.</summary>
    private static bool EndsBelow(TextRow next, TextRow above, List<Glyph> glyphs) =>
        glyphs.Count > 0 && Snippet.Split(next.Glyphs) is [var rest] && Math.Abs(rest.X1 - above.Glyphs[^1].X1) * 2 <= above.Height && next.Y - above.Y <= 2 * above.Height;

    /// <summary>A label in the middle of a tall cell: the list began above it.</summary>
    private static List<Glyph[]> Above(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, IReadOnlyList<Snippet> inline)
    {
        // The label may stand between two lines of its cell.
        var beside = inline.Count > 0 ? inline[0].Text : hit.Row + 1 < rows.Count && rows[hit.Row + 1].Y - rows[hit.Row].Y < rows[hit.Row].Height ? Snippet.Split(rows[hit.Row + 1].Glyphs)[0].Text : "";
        if (FirstNumber(beside) is not (> 1 and var first))
            return inline is [var lower, ..] && LinesOver(rows, hits, hit, lower) is { Count: > 0 } upper ? upper : inline is [var middle, ..] && LineOfCell(rows, hits, hit, middle, hit.Row - 1, hit.Row) is { } over && Math.Abs(over.X0 - middle.X0) <= rows[hit.Row].Height && LineOfCell(rows, hits, hit, middle, hit.Row + 1, hit.Row) is not null ? [over.Glyphs] : [];
        var number = first;
        var above = new List<Glyph[]>();
        for (var r = hit.Row - 1; r >= 0 && number > 1 && rows[r + 1].Y - rows[r].Y < rows[r].Height * 3 && !hits.Any(h => h.Row == r); r--)
        {
            var own = Snippet.Split(rows[r].Glyphs).Where(s => s.X0 > hit.X1).ToList();
            if (own.Count == 0)
                break;
            above.Insert(0, [.. own.SelectMany(s => s.Glyphs)]);
            number = FirstNumber(own[0].Text) ?? number;
        }
        return number == 1 ? above : [];
    }

    /// <summary>In tenths of a line's height, how much lower than its label the next line of a cell stands whose label is in the middle of an even number of lines.</summary>
    private const int HalfLine = 3;

    private static bool StandsLower(TextRow row, LabelHit hit, Snippet value) =>
        RunOf(row, hit.X0, hit.X1) is { } label && RunOf(row, value.X0, value.X1) is { } first && label != first && (first.Y - label.Y) * 10 >= row.Height * HalfLine;

    private static Run? RunOf(TextRow row, int x0, int x1) => row.Runs.FirstOrDefault(r => r.X0 <= x0 && r.X1 >= x1);

    /// <summary>主要诊断 in the middle of two lines or four: those above it begin where the line beside it does, and end no sooner than it.</summary>
    private static List<Glyph[]> LinesOver(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, Snippet value)
    {
        var (row, over) = (rows[hit.Row], new List<Glyph[]>());
        if (!StandsLower(row, hit, value) || FirstNumber(value.Text) is not null)
            return over;
        var below = RunOf(row, value.X0, value.X1)!.Y;
        // The cell above is a whole line away from the label, not half of one.
        if (hit.Row == 0 || RunOf(row, hit.X0, hit.X1)!.Y - rows[hit.Row - 1].Y >= row.Height)
            return over;
        for (var r = hit.Row - 1; r >= 0 && (below - rows[r].Y) * 10 <= row.Height * MostPitch && !hits.Any(h => h.Row == r); r--)
        {
            // 个 / 人 / 信 / 息: the name of the part, a character a line, stands left of the labels.
            List<Snippet> cells = [.. Snippet.Split(rows[r].Glyphs).SkipWhile(s => s.Glyphs.Length == 1 && s.X1 <= hit.X0)];
            if (cells is not [var line, ..] || Math.Abs(line.X0 - value.X0) > row.Height || cells[^1].X1 < value.X1 - row.Height || !line.Glyphs.Any(g => TextFold.IsHan(g.Char)) || IsHeading(line.Text) || cells.Exists(s => DiagnosisEnd.IsAmount(s.Text)))
                break;
            over.Insert(0, [.. cells.SelectMany(s => s.Glyphs)]);
            below = rows[r].Y;
        }
        return over;
    }

    /// <summary>In tenths of a line's height, how far below one another the lines of one cell stand at most.</summary>
    private const int MostPitch = 15;

    /// <summary>A further line of the label's cell, left of the next label: it begins where the value or its label does, close to the line beside it, and the value has no room left that it would have filled.</summary>
    private static Snippet? LineOfCell(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, Snippet value, int at, int near)
    {
        if (at < 0 || at >= rows.Count || Math.Abs(rows[at].Y - rows[near].Y) * 10 > Math.Max(rows[at].Height, rows[near].Height) * MostPitch || hits.Any(h => h.Row == at) || IsHeading(rows[at].Text))
            return null;
        var height = rows[hit.Row].Height;
        var own = Snippet.Split(rows[at].Glyphs).Where(s => (Math.Abs(s.X0 - value.X0) <= height || Math.Abs(s.X0 - hit.X0) <= height) && s.X1 <= value.X1 + height).ToList();
        return own is [var line] && line.Glyphs.Any(g => TextFold.IsHan(g.Char)) && !DiagnosisEnd.IsAmount(line.Text) && FirstNumber(line.Text) is null ? line : null;
    }

    public static bool IsNumbered(string text) => FirstNumber(text.TrimStart(' ')) is not null;

    private static int? FirstNumber(string text) =>
        Numbered().Match(text) is { Success: true } match ? match.Groups[2].Success ? match.Value[0] - '①' + 1 : int.Parse(match.Groups[1].ValueSpan) : null;

    /// <summary>The national settlement list: 主要诊断 and each 其他诊断 in a row of its own, with their codes.</summary>
    private static List<Glyph[]> LabelledOthers(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit, SealPieces seals)
    {
        var others = new List<Glyph[]>();
        var left = 0;
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + (2 * MostRows); r++)
        {
            var label = hits.FirstOrDefault(h => h.Row == r);
            if (label is null && Snippet.Split(rows[r].Glyphs).All(s => seals.Has(s.Text)))
                continue;
            var from = seals.Before(rows[r].Glyphs);
            if (label is null && others.Count > 0 && FirstNumber(rows[r].Text[from..].TrimStart(' ')) > 1)
            {
                others.Add(rows[r].Glyphs[from..]);
                continue;
            }
            // 其他诊断 is printed once, and the others stand below the first, each with its code.
            if (label is null && others.Count > 0 && Snippet.Split(rows[r].Glyphs) is [var below, ..] cells && Math.Abs(below.X0 - left) <= rows[r].Height && cells.Skip(1).Any(s => Code().IsMatch(TextFold.Squeeze(s.Text))))
            {
                others.Add(below.Glyphs);
                continue;
            }
            if (label is null || !AbreastDiagnoses.IsOther(label.Text) || hits.Any(h => h.Row == r && h != label) || Math.Abs(label.X0 - hit.X0) > 2 * rows[r].Height)
                break;
            if (Snippet.Split(rows[r].Glyphs.AsSpan(label.End)).FirstOrDefault(s => s.Glyphs is not null && s.Text.Any(TextFold.IsHan)) is { Glyphs: { } own } first)
            {
                left = first.X0;
                others.Add(own);
                // 其他诊断：1.高血压病2级 | 2.肾积水: further ones behind it, by their numbers.
                others.AddRange(Snippet.Split(rows[r].Glyphs.AsSpan(label.End)).Where(s => s.X0 > first.X0 && IsNumbered(s.Text) && s.Text.Any(TextFold.IsHan)).Select(s => s.Glyphs));
            }
        }
        return others;
    }

    /// <summary>Diagnoses listed below a column's head, beside their codes.</summary>
    private static List<Glyph>? Column(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, LabelHit hit)
    {
        var heads = Snippet.Split(rows[hit.Row].Glyphs);
        if (heads.Count < (heads[0].Text is "序号" or "编号" or "类别" || heads.Any(IsBesideHead) ? 2 : 3) || heads.Any(h => IsNumbered(h.Text)) || heads.Any(h => !IsBesideHead(h) && !h.Glyphs.Any(g => TextFold.IsHan(g.Char))) || hit.End < rows[hit.Row].Glyphs.Length && rows[hit.Row].Glyphs[hit.End].Char is ':')
            return null;
        var (left, right) = UnderHeads.Column(heads, hit.X0, hit.X1);
        var found = new List<Glyph>();
        var last = rows[hit.Row];
        for (var r = hit.Row + 1; r < rows.Count && r <= hit.Row + MostRows; r++)
        {
            var row = rows[r];
            var own = Snippet.Split(row.Glyphs).Where(s => s.Middle > left && s.Middle < right && s.X0 >= left - row.Height && s.Glyphs.Any(g => TextFold.IsHan(g.Char))).ToList();
            // Between the heads and the first line stands what another head breaks off (序 / 号), or the cell's own label in the middle of its lines.
            if (own.Count == 0 && found.Count == 0 && row.Y - last.Y <= row.Height * 3)
                continue;
            // 出院情况 | 好转: the record goes on below the small table.
            if (heads.Any(IsBesideHead) && (hits.Any(h => h.Row == r && h.End - h.Start > 2) || IsHeading(Snippet.Split(row.Glyphs)[0].Text)))
                break;
            // 疾病名称 | 2型糖尿病 | 住院号 above 入院日期: cells of labels and values, no list. 手术及操作名称: the heads of the next one.
            if (own.Count == 0 || row.Y - last.Y > row.Height * 4 || own[0].Text.Contains(':', StringComparison.Ordinal) || LabelGrammar.FieldOf(TextFold.Squeeze(own[0].Text)) is not null || hits.Any(h => h.Row == r && own.Exists(s => h.X0 >= s.X0 && h.X1 <= s.X1 && h.End - h.Start > 2)))
                break;
            // 有, 好转: what stands in the columns beside.
            foreach (var snippet in heads.Any(IsBesideHead) ? own.Take(1) : own)
                Append(found, snippet.Glyphs[Serial().Match(snippet.Text).Length..], '；');
            last = row;
        }
        return found;
    }

    /// <summary>Its number in the list, read with it: 1高血压病, 32型糖尿病, but not the 2 of 2型糖尿病.</summary>
    [GeneratedRegex(@"^(?:\d{1,2}(?=[^\d型级期度])|\d(?=\d[型级期度]))")]
    private static partial Regex Serial();

    public static Finding? Found(PageText page, LabelHit hit, List<Glyph> glyphs)
    {
        if (!glyphs.Exists(g => TextFold.IsHan(g.Char)))
            return null;
        var raw = Glyph.Text([.. glyphs]);
        // 1:脑梗死 2:高血压病: colons behind the numbers.
        if (ColonFirst().IsMatch(raw))
            raw = ColonNumber().Replace(raw, "$1、");
        var text = TypeTwo().Replace(Canonical(OneWithoutMark().IsMatch(raw) && Items().Match(raw).Groups[1].Value is "2" ? raw[1..] : raw), "Ⅱ");
        var known = Told(glyphs.Where(g => !g.IsBlank && g.Line >= 0).ToList());
        var mended = string.Join('；', text.Split('；').Select(p => ItemWords.Shipped.Mend(p, [.. Enumerable.Repeat(Certain, p.Length)])));
        var confidence = known.Sum(g => g.Confidence) / known.Count;
        return text.Length < 2 ? null : new Finding(FieldName.Diagnosis, mended, mended == text ? confidence : Math.Min(confidence, Repaired), page.Where(known), hit.Wrong, hit.Rank) { Mended = mended != text, MostSure = MostSure(raw, text, known) };
    }

    [GeneratedRegex(@"^\s*1\s?:(?=[\u4e00-\u9fffA-Z0-9])")]
    private static partial Regex ColonFirst();

    [GeneratedRegex(@"(?:^|(?<=[\u4e00-\u9fff)\s]))\s?(\d{1,2})\s?:(?=\s*[\u4e00-\u9fffA-Z0-9])")]
    private static partial Regex ColonNumber();

    /// <summary>What the names of diseases tell is as sure as what was read legibly. Where many characters are hardly legible, others may not have been seen at all.</summary>
    private static List<Glyph> Told(List<Glyph> known)
    {
        if (known.Count(g => g.Confidence < HardlyLegible) is 0 or > MostTold)
            return known;
        var text = string.Concat(known.Select(g => g.Char));
        return [.. known.Select((g, at) => g.Confidence < HardlyLegible && KnownDiseases.Tell(text, at, g.Confidence) ? g with { Confidence = ToldByName } : g)];
    }

    /// <summary>1I型呼吸衰竭, 11型呼吸衰竭: two strokes are Ⅱ, no disease has an eleventh type.</summary>
    [GeneratedRegex("(?<![0-9A-Za-zⅠ-Ⅻ])[1Il|]{2}(?=型)")]
    private static partial Regex TypeTwo();

    /// <summary>1慢性支气管炎 2.肺部感染: the mark behind the first number was not read.</summary>
    [GeneratedRegex(@"^1(?=[\u4e00-\u9fff-[型级度期]])")]
    private static partial Regex OneWithoutMark();

    /// <summary>A list that begins with its second number, or leaves one out, lacks it; one character hardly legible may be any; 急性非ST breaks off.</summary>
    private static int MostSure(string raw, string text, List<Glyph> known) =>
        FirstNumber(Glyph.Text([.. known.Take(3)])) > 1 || LacksNumber(raw) || (char.IsAsciiDigit(text[0]) && !Kind().IsMatch(text)) || text[^1] is '及' or '与' or '和' or '伴' ? WordSureness.Incomplete
        : known.Exists(g => g.Confidence < HardlyLegible) || char.IsAsciiLetterUpper(text[^1]) || LostGrade().IsMatch(text) || LostMark().IsMatch(raw) || OddMark().IsMatch(raw) ? WordSureness.Doubtful
        : Certain - 100;

    /// <summary>2型糖尿病, 3级高血压: a figure that says of what kind it is.</summary>
    [GeneratedRegex("^[1-4][型级度期]")]
    private static partial Regex Kind();

    /// <summary>心功能级, ；型呼吸衰竭: the grade itself, Ⅱ or 2, was not read. 抑制1度: degrees are Roman, and a stroke may be one of two. Ⅲ型呼吸衰竭: there are two types.</summary>
    [GeneratedRegex("(?:心功能|肝功能|高血压病?|糖尿病|子宫脱垂|^|[，；、])[级型期度]|Ⅲ型呼吸|III型呼吸|(?<!\\d)[1丨l|「]度")]
    private static partial Regex LostGrade();

    /// <summary>单胎活要:瘢痕子宫: the colon is a semicolon misread, and the word before it may be misread as well. 3级及(极高危): nothing that a bracket explains ends so.</summary>
    [GeneratedRegex("[\u4e00-\u9fff-[" + KnownDiseases.Ends + @"]] *:|及 *\(")]
    private static partial Regex OddMark();

    /// <summary>1.带状疱疹2神经痛: the mark behind a later number was not read, and one diagnosis is two.</summary>
    [GeneratedRegex(@"^ *1 *[.、．)].*[\u4e00-\u9fff)] *[2-9] *[\u4e00-\u9fff-[型级期度年月周天日次]]", RegexOptions.Singleline)]
    private static partial Regex LostMark();

    /// <summary>1、…3、…: the second was not read.</summary>
    private static bool LacksNumber(string raw)
    {
        List<int> numbers = [.. Items().Matches(raw).Select(m => int.Parse(m.Groups[1].ValueSpan))];
        return numbers.Count >= 2 && numbers[0] == 1 && numbers.Zip(numbers.Skip(1)).Any(pair => pair.Second == pair.First + 2);
    }

    [GeneratedRegex(@"(?:^|(?<=[^\dA-Za-z./~-]))(\d{1,2})(?:、|[.)·](?!\d))")]
    private static partial Regex Items();

    /// <summary>Several diagnoses joined by "；", without their numbers.</summary>
    private static string Canonical(string text)
    {
        var parts = Enumerator().Split(CodeWithin().Replace(text.Replace('\n', ' '), "；").Replace(',', '，').TrimStart(':').Replace(':', '；'))
            .Select(p => Stray().Replace(LeadingCode().Replace(Code().Replace(TextFold.Squeeze(p), ""), "").Trim('.', '。', '，', ':', '、', ']', '_', '-'), "")).Where(p => p.Any(TextFold.IsHan) && p is not "无");
        return string.Join('；', parts);
    }

    /// <summary>The head of a table, also where a stamp lies over part of it.</summary>
    private static bool IsHeader(TextRow row) =>
        Words(row).Count(word => Tables.Column.Known(word) || ColumnGrammar.Kind(word) is not null) >= 2;

    /// <summary>The words of a row, also those set so wide that each character stands by itself: 项 | 目.</summary>
    private static List<string> Words(TextRow row)
    {
        var words = new List<string>();
        var alone = false;
        foreach (var word in Snippet.Split(row.Glyphs).Select(s => TextFold.Squeeze(s.Text)))
        {
            if (alone && word.Length == 1)
                words[^1] += word;
            else
                words.Add(word);
            alone = word.Length == 1;
        }
        return words;
    }

    /// <summary>The next section of a record: 手术及操作, 病情及诊疗摘要, 出院带药及医嘱.</summary>
    [GeneratedRegex(@"^[\[(]?(?:手术|[\u4e00-\u9fff]{0,10}(?:操作|摘要|经过|医嘱|带药|构成|明细|概况|概要|情况|检查|意见|随访|事项|签名|结果|建议|信息))[\])]?(?:\((?:单位:)?元\))?:?$")]
    private static partial Regex Section();

    public static bool IsHeading(string text) => SectionBegins().IsMatch(text) || Section().IsMatch(TextFold.Squeeze(text));

    /// <summary>■住院治疗概况, 二、诊疗经过, 患者因…: what begins so is the next section.</summary>
    [GeneratedRegex("^(?: *[■□◆◇●▲▌★].|患者|病人|\\[(?![A-Z1]\\d{2})|[一二三四]、)")]
    private static partial Regex SectionBegins();

    private static void Append(List<Glyph> glyphs, IReadOnlyList<Glyph> more, char between)
    {
        if (glyphs.Count > 0)
            glyphs.Add(Glyph.Between(between));
        glyphs.AddRange(more);
    }
}
