using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Recognises the header row of a fee table.</summary>
static class TableHeader
{
    /// <summary>The columns that a row names, null where it is no header.</summary>
    /// <param name="misread">Whether a word counts as a head though one character of it was misread.</param>
    public static IReadOnlyList<Column>? Read(TextRow row, bool misread = false)
    {
        var (columns, unknown, covered, all) = Heads(row);
        if (misread)
            covered += MisreadHeads.Take(row, columns, unknown);
        var named = columns.Exists(c => c.Kind == ColumnKind.Name);
        var priced = columns.Exists(c => c.Kind is ColumnKind.Amount or ColumnKind.Price);
        // Where all that makes an item is named, half of the characters may be of heads that nobody knows.
        var whole = Items.All(kind => columns.Exists(c => c.Kind == kind));
        // On a narrow strip the names stand in lines of their own.
        var figures = covered == all && Items.Skip(1).All(kind => columns.Exists(c => c.Kind == kind));
        return priced && (named || figures || columns.Count >= 4) && columns.Count >= 2 && covered * 10 >= all * (whole ? 5 : 7) ? WithUnknown(row, columns, unknown) : null;
    }

    /// <summary>The columns that a row may name, too few to be a header by themselves; null where it has no such words.</summary>
    public static IReadOnlyList<Column>? Words(TextRow row)
    {
        var (columns, unknown, _, _) = Heads(row);
        return columns.Count == 0 ? null : WithUnknown(row, columns, unknown);
    }

    /// <summary>The columns with those under words that nobody knows; what is one more 金额 within 范围内金额 is that word.</summary>
    private static List<Column> WithUnknown(TextRow row, List<Column> columns, List<int> unknown)
    {
        List<Column> others = [.. unknown.Select(at => Unknown(row, at, columns))];
        // 页目名称, 记账科室: characters right before a head, or over it, are of its word.
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Kind != ColumnKind.Remark && others.Find(o => o.X0 <= columns[i].X0 && (o.X1 >= columns[i].X1 || (o.X1 == columns[i].X0 && o.Head.Length <= ShortBeginning))) is { } word)
            {
                others.Remove(word);
                columns[i] = columns[i] with { X0 = word.X0, X1 = Math.Max(word.X1, columns[i].X1) };
            }
        }
        return RepeatedHeads.Complete([.. columns.Where(c => c.Kind != ColumnKind.Remark || !others.Exists(o => o.X0 < c.X0 && o.X1 >= c.X1)).Concat(others).OrderBy(c => c.X0)], row.Height);
    }

    private static (List<Column> Columns, List<int> Unknown, int Covered, int All) Heads(TextRow row)
    {
        var columns = new List<Column>();
        var unknown = new List<int>();
        var (covered, all) = (0, 0);
        for (var i = 0; i < row.Glyphs.Length;)
        {
            if (row.Glyphs[i].IsBlank)
            {
                i++;
                continue;
            }
            if (GluedHeads.At(row, i) is { } parts)
            {
                List<Column> glued = [.. parts.Select(part => new Column(part.Kind, 0, row.Glyphs[part.From].X0, row.Glyphs[part.To - 1].X1) { Head = Text(row, part.From, part.To) })];
                columns.AddRange(glued);
                (covered, all, i) = (covered + glued.Sum(c => c.Head.Length), all + glued.Sum(c => c.Head.Length), parts[^1].To);
                continue;
            }
            if (Word(row, i) is { } word)
            {
                columns.Add(new Column(word.Kind, 0, row.Glyphs[i].X0, row.Glyphs[word.End - 1].X1) { Head = Text(row, i, word.End) });
                (covered, all, i) = (covered + word.Length, all + word.Length, word.End);
                continue;
            }
            if (Match(row, i) is not ({ } kind, { } end, { } length))
            {
                // A word nobody knows is a column all the same: its cells are not its neighbour's.
                if (StartsWord(row, i))
                    unknown.Add(i);
                i++;
                all++;
                continue;
            }
            columns.Add(new Column(kind, 0, row.Glyphs[i].X0, row.Glyphs[end - 1].X1) { Head = Text(row, i, end) });
            (covered, all, i) = (covered + length, all + length, end);
        }
        return (SumsOfCategories(RepeatedHeads.Settle(columns)), unknown, covered, all);
    }

    /// <summary>费用类别 | 金额 | 甲类 | 乙类: where neither a name nor a price has a head, the categories are what is listed.</summary>
    private static List<Column> SumsOfCategories(List<Column> columns) =>
        columns is [{ Kind: ColumnKind.Category or ColumnKind.Serial }, ..] && columns.Find(c => c.Kind == ColumnKind.Category) is { } category && columns.Exists(c => c.Kind == ColumnKind.Amount)
        && !columns.Exists(c => c.Kind is ColumnKind.Name or ColumnKind.Price or ColumnKind.Quantity)
            ? [.. columns.Select(c => c.Kind != ColumnKind.Category ? c : c with { Kind = ReferenceEquals(c, category) || c.Head == category.Head ? ColumnKind.Name : ColumnKind.Remark })] : columns;

    /// <summary>Among heads read as one word, so many characters before a known one are its beginning; more are a head of their own.</summary>
    private const int ShortBeginning = 2;

    private static readonly ColumnKind[] Items = [ColumnKind.Name, ColumnKind.Price, ColumnKind.Quantity, ColumnKind.Amount];

    private static bool StartsWord(TextRow row, int at) => TextFold.IsHan(row.Glyphs[at].Char) && (at == 0 || row.Glyphs[at - 1].Char == Glyph.Gap || (row.Glyphs[at - 1].IsBlank && Label(row, at) is not null));

    /// <summary>Where a word ends that names a particular of the person: 住院号 姓名, read with a blank between.</summary>
    private static int? Label(TextRow row, int at)
    {
        var end = at;
        while (end < row.Glyphs.Length && !row.Glyphs[end].IsBlank)
            end++;
        return end > at && LabelTable.ByText.ContainsKey(Text(row, at, end)) ? end : null;
    }

    private static Column Unknown(TextRow row, int at, List<Column> columns)
    {
        var end = Label(row, at) - 1 ?? at;
        while (end + 1 < row.Glyphs.Length && row.Glyphs[end + 1].Char != Glyph.Gap && Label(row, at) is null)
            end++;
        // Where several known heads stand in one word, one that nobody knows ends where the next begins.
        List<Column> within = [.. columns.Where(c => c.X0 > row.Glyphs[at].X0 && c.X1 <= row.Glyphs[end].X1)];
        if (within.Count > 1)
            end = Math.Max(at, Array.FindIndex(row.Glyphs, g => g.X0 == within.Min(c => c.X0)) - 1);
        var group = columns.Where(c => c.X0 <= row.Glyphs[at].X0).Select(c => c.Group).DefaultIfEmpty(0).Max();
        return new Column(ColumnKind.Remark, group, row.Glyphs[at].X0, row.Glyphs[end].X1) { Head = Text(row, at, end + 1) };
    }

    private static string Text(TextRow row, int from, int to) => Glyph.Squeezed(row.Glyphs.AsSpan(from, to - from));

    /// <summary>Whether the columns are those of a list of items with their prices, so that none of its words is a label.</summary>
    public static bool IsPriced(IReadOnlyList<Column> columns) => columns.Any(c => c.Kind == ColumnKind.Name) && columns.Any(c => c.Kind is ColumnKind.Price or ColumnKind.Quantity);

    /// <summary>A whole word that no list knows but the grammar does.</summary>
    private static (ColumnKind Kind, int End, int Length)? Word(TextRow row, int start)
    {
        if (start > 0 && row.Glyphs[start - 1].Char != Glyph.Gap)
            return null;
        var end = start;
        while (end < row.Glyphs.Length && row.Glyphs[end].Char != Glyph.Gap)
            end++;
        var text = Text(row, start, end);
        return !Column.Known(text) && ColumnGrammar.Kind(text) is { } kind ? (kind, end, text.Length) : null;
    }

    private static (ColumnKind? Kind, int? End, int? Length) Match(TextRow row, int start)
    {
        foreach (var (text, kind) in Column.ByFirst[row.Glyphs[start].Char])
        {
            var at = start;
            var matched = 0;
            while (matched < text.Length && at < row.Glyphs.Length)
            {
                var glyph = row.Glyphs[at];
                if (glyph.Char == ' ' || (glyph.Char == Glyph.Gap && text.Length == 2 && glyph.X1 - glyph.X0 < row.Height * 2))
                    at++;
                else if (glyph.Char == text[matched])
                    (matched, at) = (matched + 1, at + 1);
                else
                    break;
            }
            // 序费用分类: the first head may have run into the second.
            if (matched == text.Length && (!Column.AtEnd.Contains(text) || at == row.Glyphs.Length || row.Glyphs[at].IsBlank || (start == 0 && Match(row, at).Kind is not null)))
                return (kind, at, text.Length);
        }
        return (null, null, null);
    }
}
