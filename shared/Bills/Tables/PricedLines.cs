using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Items of a list without column heads (无表头清单), known by price times quantity: the name stands above its prices, or before them.</summary>
static partial class PricedLines
{
    /// <summary>So many lines make a list; fewer may be anything.</summary>
    private const int Fewest = 2;

    /// <summary>In tenths of a line's height, how far above its prices an item's name stands.</summary>
    private const int Above = 25;

    /// <summary>So many lines above an item's prices its day may stand.</summary>
    private const int Heading = 4;

    /// <summary>16.00 × 9次  144.00, or 16.00元/次×9=144.00, but not the code of an operation: 36.0700x004.</summary>
    [GeneratedRegex(@"(?<![\d.])(?<price>\d[\d,]*\.\d{2,4})元?(?:/\d?[\u4e00-\u9fff]{1,5})?[\s\u0001]*[×xX✕*][\s\u0001]*\.?(?<quantity>(?!00\d)\d{1,5}(?:\.\d{1,3})?)(?![\d.])[\s\u0001]*(?<unit>[\u4e00-\u9fff]{0,4}|[a-zA-Z]{1,3})[\s\u0001=:¥]*(?:(?<amount>-?\d[\d,]*\.\d{2})(?!\d)元?)?")]
    private static partial Regex Priced();

    [GeneratedRegex(@"^\(?\d{1,3}\)?[.、．,]?(?=[^\d.,、%])|^[1-9]\d{0,2}[.、．]+(?=\d)(?!\d+%)")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^C\d{20}(?!\d)|^(?=[A-Z]*[0-9])[0-9A-Z]{9,27}(?:-\d{1,9}[a-z]?)?(?![0-9A-Za-z.])")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[(\[]?[甲乙丙](?:类|类药|类项目)?[)\]]?$|^(?:全?自费|无自付|有自付)$")]
    private static partial Regex Class();

    public static IReadOnlyList<TableRow> Read(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        var found = new List<TableRow>();
        List<(int Row, Match Match)> lines = [.. rows.Select((row, at) => (at, Priced().Match(row.Text))).Where(line => line.Item2.Success)];
        var beside = AreNamed([.. lines.Select(line => Before(rows[line.Row], line.Match))]);
        var last = -1;
        Snippet? day = null;
        foreach (var (r, match) in lines)
        {
            day = Day(rows, Math.Max(last + 1, r - Heading), r) ?? day;
            if (Item(rows, hits, r, last, match, beside) is { } item)
                found.Add(day is { } on ? item with { Cells = new Dictionary<ColumnKind, Snippet>(item.Cells) { [ColumnKind.Date] = on } } : item);
            last = r;
        }
        return found.Count >= Fewest ? found : [];
    }

    /// <summary>A day by itself between the item above and this one heads this one and those below it; further up it may be the day of printing.</summary>
    private static Snippet? Day(IReadOnlyList<TextRow> rows, int from, int to)
    {
        for (var r = to - 1; r >= from; r--)
        {
            if (DayHeadings.Of(rows[r], withSum: true) is { } day)
                return day;
        }
        return null;
    }

    /// <summary>What stands before the prices of a line.</summary>
    private static List<Snippet> Before(TextRow row, Match match) => [.. Snippet.Split(row.Glyphs.AsSpan(0, match.Index), atBlanks: true)];

    /// <summary>Whether the names stand before the prices, nearly each another, and what lines stand between are specifications and sums of categories.</summary>
    private static bool AreNamed(List<List<Snippet>> before)
    {
        List<string> names = [.. before.Select(cells => cells.Select(c => TextFold.Squeeze(c.Text)).FirstOrDefault(text => text.Count(TextFold.IsHan) >= 2 && !FeeRows.IsCategory(text) && !Class().IsMatch(text) && !Column.Known(text.TrimEnd(':')) && !text.Contains(':', StringComparison.Ordinal)) ?? "")];
        // 病历复印费 may be an item or a category; a list says one of both.
        return names.Count >= Fewest && names.Distinct().Count(name => name.Length > 0) * 10 >= names.Count * 6 && names.Count(name => name.Count(TextFold.IsHan) >= 4) * 2 >= names.Count;
    }

    /// <param name="beside">Whether the names stand before the prices, not above them.</param>
    private static TableRow? Item(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, int at, int last, Match match, bool beside)
    {
        var row = rows[at];
        var cells = new Dictionary<ColumnKind, Snippet> { [ColumnKind.Price] = Part(row, match.Groups["price"]), [ColumnKind.Quantity] = Part(row, match.Groups["quantity"]) };
        if (match.Groups["amount"] is { Success: true } amount)
            cells[ColumnKind.Amount] = Part(row, amount);
        var before = Before(row, match);
        // On a screen the amount may stand by itself at the right, between the name and its prices.
        var above = at - 1;
        if (above > last && !cells.ContainsKey(ColumnKind.Amount) && Snippet.Split(rows[above].Glyphs) is [var alone] && alone.X0 > row.Glyphs[^1].X1 && Money().IsMatch(TextFold.Squeeze(alone.Text)))
        {
            cells[ColumnKind.Amount] = alone;
            above--;
        }
        var (from, name) = (Math.Max(last + 1, above - 1), new List<Snippet>());
        for (var r = above; !beside && r >= from && (rows[r + 1].Y - rows[r].Y) * 10 <= Above * rows[r].Height && !Labelled(rows[r], r, hits) && DayHeadings.Of(rows[r], withSum: true) is null && (r == above || !EndsOther(rows[r])); r--)
        {
            name.InsertRange(0, Snippet.Split(rows[r].Glyphs, atBlanks: true));
            // Only a name over two lines reaches further up.
            if (last < 0 || StartsItem(rows[r]))
                break;
        }
        if (name.Count == 0)
        {
            name = before;
            before = [];
        }
        Take(name, cells, isName: true);
        Take(before, cells, isName: false);
        TakeClass(row, match, cells);
        var whole = WithoutSerial([.. name.SelectMany(s => s.Glyphs)]);
        if (whole.Glyphs.Length == 0)
            return null;
        cells[ColumnKind.Name] = whole;
        if (before.Count > 0)
            cells[ColumnKind.Spec] = new Snippet([.. before.SelectMany(s => s.Glyphs)]);
        return new TableRow(cells, false, row.Y, Math.Max(4, row.Height));
    }

    /// <summary>A name without the number of its line.</summary>
    public static Snippet WithoutSerial(Glyph[] name) => new(name[Serial().Match(Glyph.Text(name)).Length..]);

    /// <summary>单价28.00 ×5日 | 甲类: the class behind the prices, at the right of the screen.</summary>
    private static void TakeClass(TextRow row, Match match, Dictionary<ColumnKind, Snippet> cells)
    {
        foreach (var behind in Snippet.Split(row.Glyphs.AsSpan(match.Index + match.Length), atBlanks: true).Append(match.Groups["unit"].Length > 0 ? Part(row, match.Groups["unit"]) : default))
        {
            if (behind.Glyphs is not null && Class().IsMatch(TextFold.Squeeze(behind.Text)))
                cells.TryAdd(ColumnKind.Class, behind);
        }
    }

    /// <summary>Takes code, class and, where the name's line ends in it, the amount out of some cells.</summary>
    private static void Take(List<Snippet> from, Dictionary<ColumnKind, Snippet> cells, bool isName)
    {
        for (var i = from.Count - 1; i >= 0; i--)
        {
            var text = TextFold.Squeeze(from[i].Text);
            // 250301001化学法: the code and what stands behind it were read as one.
            if (Code().Match(text) is { Success: true, Length: var length } && length < from[i].Glyphs.Length && cells.TryAdd(ColumnKind.Code, from[i].Slice(0, length)))
            {
                from[i] = from[i].Slice(length, from[i].Glyphs.Length);
                continue;
            }
            var kind = Code().IsMatch(text) ? ColumnKind.Code
                : (i > 0 || !isName) && (Class().IsMatch(text) || (text.Length == 1 && FeeRows.IsClass(text)) || (text is ['(' or '[', _, _] && FeeRows.IsClass(text))) ? ColumnKind.Class
                : isName && i > 0 && i == from.Count - 1 && Money().IsMatch(text) ? ColumnKind.Amount
                : !isName && !text.Any(TextFold.IsHan) && DateText.All(text) is [_] ? ColumnKind.Date
                : ColumnKind.Remark;
            if (kind == ColumnKind.Remark || !cells.TryAdd(kind, Bare(from[i], kind)))
                continue;
            from.RemoveAt(i);
        }
    }

    [GeneratedRegex(@"^[¥=]?-?\d[\d,]*\.\d{2}元?$")]
    private static partial Regex Money();

    /// <summary>A class without its brackets.</summary>
    private static Snippet Bare(Snippet cell, ColumnKind kind) => kind == ColumnKind.Class && cell.Glyphs.Length > 3 && cell.Glyphs[0].Char is '(' or '[' ? cell.Slice(1, cell.Glyphs.Length) : cell;

    /// <summary>What stands above the name of an item and is none of its first line: 西药费, 西药费 60.40, which head the items below, and prices of the item above that were misread, 2026-04-05 15.007.</summary>
    private static bool EndsOther(TextRow row) => Snippet.Split(row.Glyphs, atBlanks: true) is [var first, ..] && (FeeRows.IsCategory(first.Text) || Unread().IsMatch(row.Plain));

    [GeneratedRegex(@"^[^\u4e00-\u9fff]*\d\.\d{2,}")]
    private static partial Regex Unread();

    private static bool StartsItem(TextRow row) => Serial().IsMatch(row.Text.TrimStart(' '));

    private static bool Labelled(TextRow row, int index, IReadOnlyList<LabelHit> hits) =>
        row.Text.Contains(':', StringComparison.Ordinal) && hits.Any(h => h.Row == index) || hits.Count(h => h.Row == index && h.Field != LabelTable.Other) > 1;

    private static Snippet Part(TextRow row, Group group) => new(row.Glyphs[group.Index..(group.Index + group.Length)]);
}
