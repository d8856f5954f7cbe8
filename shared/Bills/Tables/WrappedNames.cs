using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Long names run over two lines (折行): the lines above and below a row that hold nothing but a piece of name belong to it.</summary>
static partial class WrappedNames
{
    /// <summary>Lines closer than this part of their height, in tenths, stand in one row of the table.</summary>
    private const int SameRow = 10;

    /// <summary>So many different charges in lines of their own head the rows below them; one alone may be the end of a name.</summary>
    private const int FewestCharges = 2;

    /// <summary>A line right under another of the same cell.</summary>
    private const int NextLine = 17;

    /// <param name="rows">Of one list, from top to bottom.</param>
    /// <param name="y">Where a cell stands.</param>
    public static IReadOnlyList<TableRow> Join(IReadOnlyList<TableRow> rows, Func<Snippet, int> y)
    {
        rows = [.. rows.Where(row => row.Text(ColumnKind.Name) is not { } name || !(CategorySums().IsMatch(name) || (IsPiece(row) && Heading().IsMatch(TextFold.Squeeze(name)))))];
        List<TableRow> charges = [.. rows.Where(row => IsPiece(row) && Charge().IsMatch(TextFold.Squeeze(row.Text(ColumnKind.Name)!)))];
        if (charges.DistinctBy(row => row.Text(ColumnKind.Name)).Count() >= FewestCharges)
            rows = [.. rows.Except(charges)];
        rows = WrappedCodes.Join(WrappedCells.Codes(WrappedCells.Settled(rows), y));
        rows = WrappedCells.Names(AreCodesBelow(rows) ? CodesBelow(rows) : rows, y);
        var (joined, taken) = (new List<TableRow>(), -1);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (IsPiece(row))
            {
                if (joined.Count > 0 && !joined[^1].IsSum && !IsPiece(joined[^1]) && IsEnd(row.Text(ColumnKind.Name)!) && joined[^1].Cells.TryGetValue(ColumnKind.Name, out var begun) && Near(joined[^1], row, NextLine))
                {
                    (joined[^1], taken) = (Named(joined[^1], [begun, row.Cells[ColumnKind.Name]]), i);
                    continue;
                }
                if (i + 1 < rows.Count && !IsPiece(rows[i + 1]) && Near(row, rows[i + 1], SameRow))
                    continue;
                if (joined.Count > 0 && !joined[^1].IsSum && Continues(joined[^1], row, i > 0 && rows[i - 1].Y == joined[^1].Y))
                    joined[^1] = Named(joined[^1], [joined[^1].Cells.GetValueOrDefault(ColumnKind.Name), row.Cells[ColumnKind.Name]]);
                else
                    joined.Add(row);
                continue;
            }
            Snippet? above = i > 0 && taken != i - 1 && IsPiece(rows[i - 1]) && Near(rows[i - 1], row, SameRow) ? rows[i - 1].Cells[ColumnKind.Name] : null;
            Snippet? below = i + 1 < rows.Count && IsPiece(rows[i + 1]) && Near(row, rows[i + 1], SameRow) ? rows[i + 1].Cells[ColumnKind.Name] : null;
            if (above is null)
            {
                joined.Add(row);
                continue;
            }
            // Between two lines of a name only a shadow of both can have been read.
            joined.Add(Named(row, below is null ? [above.Value, row.Cells.GetValueOrDefault(ColumnKind.Name)] : [above.Value, below.Value]));
            if (below is not null)
                i++;
        }
        return joined;
    }

    /// <summary>Lines that begin with a code below each item (每项下面一行编码), XA11HAW042B002010200641 / 2ml:0.1g / 支: the code is that of the item, the rest says what it is like. Where one stands above the first item, each stands above its own.</summary>
    private static List<TableRow> CodesBelow(IReadOnlyList<TableRow> rows)
    {
        var given = new List<TableRow>();
        foreach (var row in rows)
        {
            if (CodeOf(row) is { } code && given.Count > 0 && !given[^1].IsSum && given[^1].Cells.ContainsKey(ColumnKind.Amount) && given[^1].Cells.ContainsKey(ColumnKind.Name) && !given[^1].Cells.ContainsKey(ColumnKind.Code) && Near(given[^1], row, NextLine))
                given[^1] = given[^1] with { Cells = new Dictionary<ColumnKind, Snippet>(given[^1].Cells) { [ColumnKind.Code] = code } };
            else
                given.Add(row);
        }
        return given;
    }

    private static bool AreCodesBelow(IReadOnlyList<TableRow> rows)
    {
        var first = rows.ToList().FindIndex(row => row.Cells.ContainsKey(ColumnKind.Amount) && row.Cells.ContainsKey(ColumnKind.Name));
        return first >= 0 && !rows.Take(first).Any(row => CodeOf(row) is not null || row.Cells.ContainsKey(ColumnKind.Code));
    }

    private static Snippet? CodeOf(TableRow row) =>
        !row.IsSum && !row.Cells.ContainsKey(ColumnKind.Amount) && row.Cells.TryGetValue(ColumnKind.Name, out var name) && CodeFirst().Match(Glyph.Text(name.Glyphs)) is { Success: true, Groups: var groups } ? name.Slice(groups["code"].Index, groups["code"].Index + groups["code"].Length) : null;

    /// <remarks>National codes are as long as they are: C14070516200000091030 | 0.7mm may be read as one word.</remarks>
    [GeneratedRegex(@"^\s*(?:(?<code>(?=(?:[A-Z-]*\d){8})[A-Z]{0,3}\d[0-9A-Z-]{8,27})\s*(?:$|[/ ,，;；])|(?<code>C\d{20})(?!\d{6})|(?<code>" + NationalCodes.Drug + ")|(?<code>" + NationalCodes.Medicine + "))")]
    private static partial Regex CodeFirst();

    /// <summary>诊察费:180.00床位费:360.00: the sums of the categories below a list; 应收总额:9136.47: any sum there.</summary>
    [GeneratedRegex(@"[\u4e00-\u9fff]{1,6}[费药]\s*[:：]\s*\d|[\u4e00-\u9fff]{2,6}[额计]\s*[:：]\s*¥?\d[\d,]*\.\d{2}")]
    private static partial Regex CategorySums();

    /// <summary>[中药饮片]: what stands in brackets by itself heads the rows below it and is no line of their names; nor is a word that ends in a colon, 费用分类汇总:, or what a word and a colon begin, 长期医嘱:一级护理.</summary>
    [GeneratedRegex(@"^[\[<][\u4e00-\u9fff]{2,8}[\]>]:?$|^[\u4e00-\u9fff]{2,12}:$|^[▼▽]|^[▲△].*:|打印(?:时间|日期|人)|^第\d{1,3}页|共\d{1,3}页|[\u4e00-\u9fff]{2}:[\u4e00-\u9fff]{2}")]
    private static partial Regex Heading();

    [GeneratedRegex("^[■□▌▍▎◆◇●○★☆►▶◎※]?(?:床位|诊察|诊查|检查|化验|检验|治疗|护理|手术|麻醉|输血|输氧|放射|材料|卫生材料|西药|中药|中成药|中草药|草药|其他|诊疗)费?:?$")]
    private static partial Regex Charge();

    /// <summary>(三人间); a class alone is none.</summary>
    [GeneratedRegex("^(?!全?自费$)[\\u4e00-\\u9fff]{2,8}$")]
    private static partial Regex Words();

    /// <summary>(40mg), (三人间): what stands in brackets by itself and is no class ends a name, and begins none.</summary>
    public static bool IsEnd(string text) =>
        TextFold.Squeeze(text) is ['(', .. var inner, ')'] && !inner.AsSpan().ContainsAny('(', ')') && !ClassCell.Is(inner) && (Words().IsMatch(inner) || CellCuts.IsMeasure(inner));

    private static bool IsPiece(TableRow row) =>
        row.Cells.ContainsKey(ColumnKind.Name) && !row.Cells.ContainsKey(ColumnKind.Amount) && row.Text(ColumnKind.Quantity)?.Any(char.IsAsciiDigit) != true && !row.IsSum;

    private static bool Continues(TableRow row, TableRow piece, bool adjacent)
    {
        if (!row.Cells.TryGetValue(ColumnKind.Name, out var name))
            return adjacent && Near(row, piece, SameRow);
        var text = piece.Cells[ColumnKind.Name].Text;
        return adjacent && (Near(row, piece, SameRow) || (Near(row, piece, NextLine) && Math.Abs(piece.Cells[ColumnKind.Name].X0 - name.X0) <= row.Height && !FeeRows.IsCategory(text)));
    }

    private static bool Near(TableRow above, TableRow below, int tenths) => (below.Y - above.Y) * 10 <= Math.Max(above.Height, below.Height) * tenths;

    private static TableRow Named(TableRow row, IEnumerable<Snippet?> pieces)
    {
        Glyph[] glyphs = [.. pieces.OfType<Snippet>().SelectMany(p => p.Glyphs ?? [])];
        return row with { Cells = new Dictionary<ColumnKind, Snippet>(row.Cells) { [ColumnKind.Name] = new Snippet(glyphs) } };
    }
}
