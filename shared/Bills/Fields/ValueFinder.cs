using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Tables;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Finds what stands behind a label: in the same row up to the next label, or below it where labels form a header.</summary>
sealed partial class ValueFinder
{
    /// <summary>Characters that a value leaves over to its second line.</summary>
    private const int MostEnd = 4;

    /// <summary>So many labels with colons in one line make a list that runs on.</summary>
    private const int FewestColons = 3;

    private static readonly string[] Funds = [FieldName.BasicPaid, FieldName.CriticalPaid, FieldName.AssistancePaid, FieldName.SupplementPaid, FieldName.OtherPaid];

    /// <summary>Whose values are words.</summary>
    private static readonly string[] Worded = [FieldName.Name, FieldName.Sex, FieldName.Hospital, FieldName.Department, FieldName.Diagnosis];

    private readonly IReadOnlyList<TextRow> _rows;
    private readonly ILookup<int, LabelHit> _byRow;
    private readonly Dictionary<LabelHit, Snippet> _underHeader = [];
    private readonly HashSet<int> _headers = [];
    private readonly HashSet<int> _loose = [];
    private readonly HeadRows _heads;

    public ValueFinder(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, SealPieces seals)
    {
        _rows = rows;
        Seals = seals;
        _byRow = hits.ToLookup(h => h.Row);
        _heads = new HeadRows(rows, _byRow, seals);
        foreach (var (label, amount) in ValuesAbove.Find(rows, _byRow))
        {
            _underHeader[label] = amount;
            _headers.Add(label.Row);
        }
        foreach (var row in _byRow.Where(row => !_headers.Contains(row.Key)).ToList())
            ReadHeader([.. row]);
    }

    /// <summary>Pieces of stamps on the page, which are no values.</summary>
    public SealPieces Seals { get; }

    /// <summary>The value stands below a label that is not alone in its row, and the columns do not match one to one: it may be the neighbour's.</summary>
    public bool IsLoose(LabelHit hit) => _loose.Contains(hit.Row) || (!_headers.Contains(hit.Row) && _byRow[hit.Row].Count() > 1 && Inline(hit).Count == 0);

    /// <summary>Snippets that may be the label's value, nearest first.</summary>
    public IEnumerable<Snippet> After(LabelHit hit)
    {
        if (_headers.Contains(hit.Row))
            return _underHeader.TryGetValue(hit, out var below) ? [below] : [];
        var inline = Inline(hit);
        if (inline.Count > 0)
            return inline;
        if ((NextLine(hit) ?? RunsOn(hit)) is { } next)
            return [next];
        if (Wrapped(hit) is { } wrapped)
            return [wrapped];
        if ((AloneBelow(hit) ?? RunsOver(hit)) is { } alone)
            return [alone];
        List<Snippet> under = [.. Below(hit)];
        return !under.Exists(s => s.Glyphs.Any(g => char.IsAsciiDigit(g.Char))) && AloneAbove(hit) is { } above ? [above] : under.Count > 0 ? under : Cell(hit).Take(1);
    }

    /// <summary>￥85.45 or larger figures in the head of a screen, and what they are below them: 费用总额, 总费用（元）.</summary>
    private Snippet? AloneAbove(LabelHit hit)
    {
        var row = _rows[hit.Row];
        return LabelTable.IsMoney(hit.Field) && hit.Start == 0 && TextFold.Squeeze(row.Plain[hit.End..]) is "" or "(元)" or "元" && hit.Row > 0 && _rows[hit.Row - 1] is var above && row.Y - above.Y <= above.Height * 2 && !HeadedAbove(hit.Row)
            && Snippet.Split(above.Glyphs) is [var only] && (only.Glyphs[0].Char is '¥' || (above.Height * 10 >= row.Height * 13 && only.Glyphs.All(g => char.IsAsciiDigit(g.Char) || g.Char is '.' or ',')))
            && Math.Min(Math.Abs(only.Middle - ((hit.X0 + hit.X1) / 2)), Math.Abs(only.X0 - hit.X0)) <= row.Height ? only : null;
    }

    /// <summary>The figure above this row stands below a word of its own, no farther from it: 医疗费合计（元） / ￥3616.14 / 自费费用（元） / -.</summary>
    private bool HeadedAbove(int row) =>
        row > 1 && _byRow[row - 2].Any(h => LabelTable.IsMoney(h.Field)) && !_rows[row - 2].Glyphs.Any(g => char.IsAsciiDigit(g.Char)) && _rows[row - 1].Y - _rows[row - 2].Y <= _rows[row].Y - _rows[row - 1].Y;

    /// <summary>The row from the label's end to the next label, cut where runs lie apart.</summary>
    public IReadOnlyList<Snippet> Inline(LabelHit hit)
    {
        if (_heads.Has(hit.Row))
            return [];
        var row = _rows[hit.Row];
        var next = _byRow[hit.Row].FirstOrDefault(h => h.Start >= hit.End);
        var (from, to) = (hit.End, next?.Start ?? row.Glyphs.Length);
        while (from < to && (row.Glyphs[from].IsBlank || row.Glyphs[from].Char is ':' or ';' or ')' or ']' or '*' or '_' or '、' or ',' or '.' or '·' || (LabelTable.IsMoney(hit.Field) && row.Glyphs[from].Char is >= '①' and <= '⑳')))
            from++;
        // 姓名 Name：, 住院号 Inpatient No.：: the label once more in English.
        if (from < to && char.IsAsciiLetter(row.Glyphs[from].Char) && Array.FindIndex(row.Glyphs, from, to - from, g => !(char.IsAsciiLetter(g.Char) || g.Char is ' ' or '.' or Glyph.Gap)) is > 0 and var colon && row.Glyphs[colon].Char is ':')
            from = colon + 1;
        while (from < to && row.Glyphs[from].IsBlank)
            from++;
        // 合计：人民币 2403.48 元.
        if (LabelTable.IsMoney(hit.Field) && row.Text.AsSpan(from, to - from).StartsWith("人民币", StringComparison.Ordinal) && row.Text.AsSpan(from + 3, to - from - 3).TrimStart([' ', Glyph.Gap, ':', '¥']) is [>= '0' and <= '9', ..])
            from += 3;
        while (from < to && (row.Glyphs[from].IsBlank || row.Glyphs[from].Char is ':'))
            from++;
        // 姓名[林水清]: a value in brackets of its own.
        if (from < to && row.Glyphs[from].Char == '[' && Array.FindIndex(row.Glyphs, from, to - from, g => g.Char == ']') > from)
            from++;
        // A unit or a remark in brackets belongs to the label: (元), (章).
        if (from < to && row.Glyphs[from].Char == '(')
        {
            var close = Array.FindIndex(row.Glyphs, from, to - from, g => g.Char == ')');
            // 诊断 | (3)高血压病: a number is the first diagnosis's.
            if (close > 0 && close - from <= 4 && !(hit.Field == FieldName.Diagnosis && row.Glyphs[(from + 1)..close].All(g => char.IsAsciiDigit(g.Char))))
                from = close + 1;
        }
        while (from < to && (row.Glyphs[from].IsBlank || row.Glyphs[from].Char is ':' or ';'))
            from++;
        return Snippet.Split(row.Glyphs.AsSpan(from, to - from));
    }

    /// <summary>A list of labels and values that runs on over its lines' ends: 退费金额：| 673.98；医保统筹….</summary>
    private Snippet? NextLine(LabelHit hit)
    {
        var row = _rows[hit.Row];
        if (_byRow[hit.Row].Any(h => h.Start > hit.Start) || hit.End + 1 != row.Glyphs.Length || row.Glyphs[hit.End].Char is not ':' || !row.Text.Contains(';', StringComparison.Ordinal))
            return null;
        var (start, height) = (Snippet.Split(row.Glyphs)[^1].X0, row.Runs[^1].Height);
        // The block's own name may stand beside it, a character a line: 其 / 他 / 信 / 息.
        foreach (var below in _rows.Skip(hit.Row + 1).TakeWhile(b => b.Y - row.Y <= 2 * height))
        {
            if (Snippet.Split(below.Glyphs).Where(s => Math.Abs(s.X0 - start) <= 2 * height && s.Glyphs.Length > 1).ToList() is not [var first, ..])
                continue;
            var end = Array.FindIndex(first.Glyphs, g => g.Char is ';' or ':');
            // 1883.81元。: or the list ends here.
            if (end < 0 && first.Text.TrimEnd('。', '.') is [.., '元'])
                return first;
            return end > 0 && first.Glyphs[end].Char is ';' ? first.Slice(0, end) : null;
        }
        return null;
    }

    /// <summary>Labels and values with blanks between them that run on over their lines' ends: …住院时间： | 2026-07-14至2026-07-27 住院天数：13.</summary>
    private Snippet? RunsOn(LabelHit hit)
    {
        var row = _rows[hit.Row];
        if (hit.End + 1 != row.Glyphs.Length || row.Glyphs[hit.End].Char is not ':' || row.Text.Count(c => c is ':') < FewestColons || _rows.Skip(hit.Row + 1).Take(2).FirstOrDefault(r => r.Glyphs.Length > 1) is not { } below
            || below.Y - row.Y > 2 * row.Height)
            return null;
        var from = BlocksName(below);
        var next = _byRow[below == _rows[hit.Row + 1] ? hit.Row + 1 : hit.Row + 2].FirstOrDefault(h => h.Start >= from)?.Start ?? below.Glyphs.Length;
        var end = Array.FindIndex(below.Glyphs, from, next - from, g => g.IsBlank) is >= 0 and var blank ? blank : next;
        return end > from && below.Glyphs[from].X0 - row.Glyphs[0].X0 <= 2 * row.Height && !below.Text.AsSpan(from, end - from).Contains(':') ? new Snippet(below.Glyphs[from..end]) : null;
    }

    /// <summary>How many glyphs a row begins with that belong to the block's own name, a character a line: 其 / 他 / 信 / 息.</summary>
    public static int BlocksName(TextRow row) => row.Glyphs is [var first, { IsBlank: true }, ..] && TextFold.IsHan(first.Char) ? 2 : 0;

    /// <summary>A value over two lines in a cell: one line stands a little above its label, the other a little below.</summary>
    public Snippet? Wrapped(LabelHit hit)
    {
        var row = _rows[hit.Row];
        var right = _byRow[hit.Row].Where(h => h.Start >= hit.End).Select(h => h.X0).DefaultIfEmpty(int.MaxValue / 2).Min();
        var pieces = new List<Snippet>();
        foreach (var r in new[] { hit.Row - 1, hit.Row + 1 })
        {
            if (r < 0 || r >= _rows.Count || Math.Abs(_rows[r].Y - row.Y) >= row.Height || _byRow[r].Any())
                return null;
            if (Snippet.Split(_rows[r].Glyphs).Where(s => s.X0 > hit.X1 - row.Height && s.X1 < right + row.Height).ToList() is not [var piece])
                return null;
            pieces.Add(piece);
        }
        return new Snippet([.. pieces[0].Glyphs, .. pieces[1].Glyphs]);
    }

    /// <summary>The only figure of the next row under the only label of this one, wherever its cell sets it.</summary>
    private Snippet? AloneBelow(LabelHit hit)
    {
        var row = _rows[hit.Row];
        return (LabelTable.IsMoney(hit.Field) || hit.Field is FieldName.SettlementNumber or FieldName.AdmissionNumber or FieldName.IdNumber) && row.Text[..hit.Start] is "" or "其中" or "其中:" && hit.End == row.Glyphs.Length && hit.Row + 1 < _rows.Count && _rows[hit.Row + 1] is var below && below.Y - row.Y <= row.Height * 3
            && !_byRow[hit.Row + 1].Any() && Snippet.Split(below.Glyphs) is [var only] && only.Glyphs.All(g => char.IsAsciiDigit(g.Char) || g.Char is '.' or ',' or '¥') && !BelongsAbove(hit, only) ? only : null;
    }

    /// <summary>A figure beside this label's column and right under a label that stands a little higher: tiles of a screen whose labels take one line and two.</summary>
    private bool BelongsAbove(LabelHit hit, Snippet figure) =>
        !Overlaps(hit, figure) && hit.Row > 0 && _rows[hit.Row].Y - _rows[hit.Row - 1].Y <= _rows[hit.Row].Height && _byRow[hit.Row - 1].Any(l => Overlaps(l, figure));

    [GeneratedRegex(@"\d元[,，;；、。]")]
    private static partial Regex Sentence();

    /// <summary>A sentence of amounts that runs over to its next line: …，本次起付线 / 500.00元。</summary>
    private Snippet? RunsOver(LabelHit hit)
    {
        var row = _rows[hit.Row];
        return LabelTable.IsMoney(hit.Field) && hit.End == row.Glyphs.Length && hit.Row + 1 < _rows.Count && Sentence().IsMatch(row.Text) && _rows[hit.Row + 1] is var next && next.Y - row.Y <= row.Height * 6
            && (char.IsAsciiDigit(next.Glyphs[0].Char) || next.Glyphs[0].Char is '¥') && next.Glyphs[0].X0 <= row.Glyphs[0].X0 + (row.Height * 2) ? Snippet.Split(next.Glyphs)[0] : null;
    }

    /// <summary>The value with its end on the next line of the cell, where only that makes it whole: 心血管内 / 科.</summary>
    public Snippet WithEnd(LabelHit hit, Snippet value, Func<string, bool> whole)
    {
        if (whole(TextFold.Squeeze(value.Text)) || hit.Row + 1 >= _rows.Count)
            return value;
        var (row, next) = (_rows[hit.Row], _rows[hit.Row + 1]);
        var ends = Snippet.Split(next.Glyphs).Where(s => (Math.Abs(s.X0 - value.X0) <= row.Height || Math.Abs(s.X0 - hit.X0) <= row.Height) && s.Text.Length <= MostEnd && whole(TextFold.Squeeze(value.Text + s.Text)) && s.Glyphs.All(g => g.IsBlank || TextFold.IsHan(g.Char))).ToList();
        return (next.Y - row.Y) * 10 <= row.Height * 16 && ends is [var end] && !_byRow[hit.Row + 1].Any(h => h.X0 < end.X1 && h.X1 > end.X0) ? new Snippet([.. value.Glyphs, .. end.Glyphs]) : value;
    }

    /// <summary>The line above a value that has one below it too: the middle of three lines of a cell: 呼吸与危 / 重症医学 / 科.</summary>
    public Snippet WithStart(LabelHit hit, Snippet value, Snippet ended)
    {
        if (hit.Row == 0 || ended.Glyphs.Length == value.Glyphs.Length || _rows[hit.Row].Y - _rows[hit.Row - 1].Y is var up && up * 10 > _rows[hit.Row].Height * 16)
            return ended;
        var starts = Snippet.Split(_rows[hit.Row - 1].Glyphs).Where(s => Math.Abs(s.X0 - value.X0) <= _rows[hit.Row].Height && Math.Abs(s.X1 - value.X1) <= 2 * _rows[hit.Row].Height && s.Glyphs.All(g => g.IsBlank || TextFold.IsHan(g.Char))).ToList();
        return starts is [var start] && !_byRow[hit.Row - 1].Any(h => h.X0 < start.X1 && h.X1 > start.X0) ? new Snippet([.. start.Glyphs, .. ended.Glyphs]) : ended;
    }

    /// <summary>All lines of the cell below a head in a row of heads; none where the label stands in no such row.</summary>
    public IReadOnlyList<Snippet> Cell(LabelHit hit) => _heads.Has(hit.Row) ? _heads.Below(hit) : [];

    /// <summary>What stands right below a head whose row has no figures, also beside other labels.</summary>
    public Snippet? UnderHead(LabelHit hit)
    {
        var row = _rows[hit.Row];
        if (hit.Row + 1 >= _rows.Count || _rows[hit.Row + 1].Y - row.Y > row.Height * 3)
            return null;
        var next = Snippet.Split(row.Glyphs).Where(s => s.X0 >= hit.X1).Select(s => s.X0).DefaultIfEmpty(int.MaxValue).Min();
        var under = Snippet.Split(_rows[hit.Row + 1].Glyphs).Where(s => s.Middle >= hit.X0 && s.Middle < next).ToList();
        return under is [var only] ? only : null;
    }

    [GeneratedRegex(@"^[(\[]?\d{1,2}[)\]]?=[(\[\d)\]+\-*/=]+$")]
    private static partial Regex Formula();

    /// <summary>Behind a head, its number and how it is counted: 自费②, 政策范围内费用⑤=①-②-③-④, ⑪基金支付小计=⑦+⑧, of which a number in a ring may be read as a figure or as @.</summary>
    [GeneratedRegex(@"(?:(?:[①-⑳]|\(\d\)|\d(?==))(?:=[①-⑳@\d()+\-*/=]+)?|=[①-⑳@\d()+\-*/=]+)$")]
    private static partial Regex NumberOfHead();

    /// <summary>Before a head, its number, of which a ring may not have been read: ⑨基金支付小计, 9基金支付小计, ?统筹基金支付.</summary>
    [GeneratedRegex(@"^(?:[①-⑳?]|\d{1,2}[.、]?|其中:)(?=[\u4e00-\u9fff])")]
    private static partial Regex NumberBefore();

    /// <summary>A head without its number and formula.</summary>
    public static string HeadOf(Snippet word) => NumberBefore().Replace(NumberOfHead().Replace(TextFold.Squeeze(word.Text), ""), "");

    private IEnumerable<Snippet> Below(LabelHit hit)
    {
        var row = _rows[hit.Row];
        var from = row.Y;
        for (var r = hit.Row + 1; r < _rows.Count && _rows[r].Y - from < row.Height * 32 / 10; r++)
        {
            foreach (var snippet in Snippet.Split(_rows[r].Glyphs))
            {
                // (5)=(1)-(2)-(3)-(4): how it is counted belongs to the label.
                if (Math.Min(snippet.X1, hit.X1) - Math.Max(snippet.X0, hit.X0) > 0 && Formula().IsMatch(TextFold.Squeeze(snippet.Text)))
                {
                    from = _rows[r].Y;
                    continue;
                }
                if (Math.Min(snippet.X1, hit.X1) - Math.Max(snippet.X0, hit.X0) > 0)
                    return _byRow[r].Any(h => h.X0 < snippet.X1 && h.X1 > snippet.X0) ? [] : [snippet];
            }
        }
        return [];
    }

    /// <summary>A row of words over a row of figures: each column's value stands below its word, also where not every word is a label we know.</summary>
    private void ReadHeader(IReadOnlyList<LabelHit> labels)
    {
        var index = labels[0].Row;
        var below = _heads.Values(index);
        if (labels.Count < 2 || below >= _rows.Count || _byRow[below].Any())
            return;
        var row = _rows[index];
        var values = _rows[below];
        IReadOnlyList<Snippet> words = Snippet.Split(row.Glyphs);
        // Marks are no cells, and two figures may have been read as one: 4,175.53|0.
        List<Snippet> cells = [.. Snippet.Split(values.Glyphs).Where(c => c.Glyphs.Any(g => char.IsLetterOrDigit(g.Char)) && (!Seals.Has(c.Text) || labels.Any(l => l.Field == FieldName.Hospital && Overlaps(l, c)))).SelectMany(Parted)];
        // Under heads of one line and of two the figures stand a little above one another.
        if (cells.Count < words.Count && cells.Count > 0 && SecondLine(below, cells) is { } lower)
            cells = [.. cells.Concat(lower).OrderBy(c => c.X0)];
        // A stamp's one or two characters between figures.
        if (cells.Count(c => c.Glyphs.Any(g => char.IsAsciiDigit(g.Char))) >= 3)
            cells.RemoveAll(c => c.Glyphs.Length <= 2 && c.Glyphs.All(g => TextFold.IsHan(g.Char)) && !labels.Any(l => Worded.Contains(l.Field) && Overlaps(l, c)));
        if (WithRowAbove(index, words, cells.Count) is { } both)
        {
            words = both;
            labels = [.. _byRow[index - 1], .. labels];
        }
        // 患者姓名 over a name, 医保类型 over a word among heads of figures: what is no figure stands under a word for none.
        var columnsAll = words.Count;
        var worded = cells.Where(c => !c.Glyphs.Any(g => char.IsAsciiDigit(g.Char)))
            .SelectMany(c => labels.Where(l => Overlaps(l, c)).OrderBy(l => Math.Abs(((l.X0 + l.X1) / 2) - c.Middle)).Take(1).Where(l => !LabelTable.IsMoney(l.Field)).Select(l => (Cell: c, Label: l))).ToList();
        cells.RemoveAll(c => worded.Exists(n => n.Cell == c));
        words = [.. words.Where(w => !worded.Exists(n => Overlaps(n.Label, w)))];
        // 结算方式 over DRG: neither the word nor what stands below it is known.
        foreach (var other in cells.Where(c => !c.Glyphs.Any(g => char.IsAsciiDigit(g.Char)) && !labels.Any(l => Overlaps(l, c))).ToList())
        {
            if (words.Where(w => w.X0 < other.X1 && w.X1 > other.X0 && !labels.Any(l => Overlaps(l, w))).ToList() is not [var head])
                continue;
            cells.Remove(other);
            words = [.. words.Where(w => w.X0 != head.X0)];
        }
        // 姓名 | 汪林 | 性别 | 男 over 床位费 | 41.50: no heads.
        if (worded.Count > 0 && words.Count < 3 && !words.All(w => labels.Any(l => Overlaps(l, w))))
            return;
        if ((columnsAll < 3 && !StandUnder(words, cells, labels, row.Height)) || words.Any(w => HeadOf(w).Any(c => char.IsAsciiDigit(c) || c == ':')) || values.Y - row.Y > row.Height * 4
            || (cells.Count < 2 && worded.Count == 0) || cells.Count == 0 || cells.Count > words.Count || cells.Count * 2 < words.Count || cells.Any(c => !c.Glyphs.Any(g => char.IsAsciiDigit(g.Char))))
            return;
        // A word that is no label may be a seal's: without such words the columns may match one to one.
        var known = words.Where(w => labels.Any(l => Overlaps(l, w)) || LabelGrammar.Field(HeadOf(w)) is not null).ToList();
        var columns = known.Count == cells.Count ? known : words;
        var under = columns.Count == cells.Count
            ? Enumerable.Range(0, cells.Count).ToArray()
            : UnderHeads.Of(cells, columns) ?? Aligner.Align(cells.Count, columns.Count, (i, j) => Math.Min(Math.Abs(cells[i].Middle - columns[j].Middle), Math.Min(Math.Abs(cells[i].X0 - columns[j].X0), Math.Abs(cells[i].X1 - columns[j].X1))), _ => 100_000, _ => 1);
        foreach (var head in labels.Select(l => l.Row).Append(index).Distinct())
        {
            _headers.Add(head);
            if (columns.Count != cells.Count)
                _loose.Add(head);
        }
        foreach (var (cell, label) in worded)
            _underHeader[label] = cell;
        for (var i = 0; i < cells.Count; i++)
        {
            foreach (var label in labels.Where(l => Overlaps(l, columns[under[i]])))
                _underHeader[label] = cells[i];
        }
    }

    /// <summary>Figures close below a row of figures, each in a column in which that row has none.</summary>
    private List<Snippet>? SecondLine(int values, List<Snippet> cells)
    {
        if (values + 1 >= _rows.Count || _byRow[values + 1].Any() || (_rows[values + 1].Y - _rows[values].Y) * 10 > _rows[values].Height * 13)
            return null;
        var lower = Snippet.Split(_rows[values + 1].Glyphs).Where(c => c.Glyphs.Any(g => char.IsLetterOrDigit(g.Char)) && !Seals.Has(c.Text)).ToList();
        return lower.Count > 0 && lower.TrueForAll(l => l.Glyphs.All(g => char.IsAsciiDigit(g.Char) || g.Char is '.' or ',' or '¥' or '元') && !cells.Exists(c => c.X0 < l.X1 && c.X1 > l.X0)) ? lower : null;
    }

    /// <summary>Two tiles of a screen: each of two labels over a figure that begins or is centred where it does.</summary>
    private static bool StandUnder(IReadOnlyList<Snippet> words, List<Snippet> cells, IReadOnlyList<LabelHit> labels, int height) =>
        words.Count == 2 && cells.Count == 2 && words.Zip(cells).All(pair => Math.Min(Math.Abs(pair.First.X0 - pair.Second.X0), Math.Abs(pair.First.Middle - pair.Second.Middle)) <= height && labels.Any(l => Overlaps(l, pair.First)));

    /// <summary>医疗总费用 and 个人自付 stand a little above 基本医保, 大病保险 and 合计, over which 补偿金额 stands: heads of two levels, of which the lower ones fill only some of the columns.</summary>
    private List<Snippet>? WithRowAbove(int index, IReadOnlyList<Snippet> words, int cells)
    {
        if (index == 0 || cells <= words.Count || _headers.Contains(index - 1) || _rows[index].Y - _rows[index - 1].Y > _rows[index].Height * 2 || _rows[index - 1].Text.Any(c => char.IsAsciiDigit(c) || c is ':'))
            return null;
        var beside = Snippet.Split(_rows[index - 1].Glyphs).Where(a => !words.Any(w => w.X0 < a.X1 && w.X1 > a.X0)).ToList();
        return beside.Count > 0 && beside.Count + words.Count is var all && all >= cells ? [.. beside.Concat(words).OrderBy(w => w.X0)] : null;
    }

    /// <summary>统筹支付 | 大病支付 | 合计 beside 总费用: what the funds before it paid together.</summary>
    public bool SumsFunds(LabelHit hit)
    {
        if (hit.Text is not ("合计" or "小计" or "总计") || !_headers.Contains(hit.Row))
            return false;
        var before = _byRow[hit.Row].TakeWhile(h => h != hit).TakeLast(2).ToList();
        return before.Count == 2 && before.TrueForAll(h => Funds.Contains(h.Field)) && _byRow[hit.Row].Concat(_byRow[hit.Row - 1]).Any(h => h != hit && h.Field == FieldName.Total && _headers.Contains(h.Row));
    }

    private static IEnumerable<Snippet> Parted(Snippet cell)
    {
        var text = Glyph.Text(cell.Glyphs);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && text.Length == point + 4 && text[^1] == '0' && text[^2..] != "00" && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',')
            ? [cell.Slice(0, point + 3), cell.Slice(point + 3, cell.Glyphs.Length)] : [cell];
    }

    private static bool Overlaps(LabelHit label, Snippet word) => label.X0 < word.X1 && label.X1 > word.X0;
}
