using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Recognises the header row of a fee table.</summary>
static class TableHeader
{
    /// <summary>The columns that a row names, null where it is no header.</summary>
    public static IReadOnlyList<Column>? Read(TextRow row)
    {
        var columns = new List<Column>();
        var (covered, all, group) = (0, 0, 0);
        for (var i = 0; i < row.Glyphs.Length;)
        {
            if (row.Glyphs[i].IsBlank)
            {
                i++;
                continue;
            }
            if (Match(row, i) is not ({ } kind, { } end, { } length))
            {
                i++;
                all++;
                continue;
            }
            if (columns.Exists(c => c.Group == group && c.Kind == kind))
                group++;
            columns.Add(new Column(kind, group, row.Glyphs[i].X0, row.Glyphs[end - 1].X1));
            (covered, all, i) = (covered + length, all + length, end);
        }
        var named = columns.Exists(c => c.Kind == ColumnKind.Name);
        var priced = columns.Exists(c => c.Kind is ColumnKind.Amount or ColumnKind.Price);
        return priced && (named || columns.Count >= 4) && columns.Count >= 2 && covered * 10 >= all * 7 ? columns : null;
    }

    private static (ColumnKind? Kind, int? End, int? Length) Match(TextRow row, int start)
    {
        foreach (var (text, kind) in Column.ByLength)
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
            if (matched == text.Length)
                return (kind, at, text.Length);
        }
        return (null, null, null);
    }
}
