using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Where neighbouring cells were read as one text: 甲16.00, 144.00 0%, 60.00住院诊察费.</summary>
static partial class CellCuts
{
    [GeneratedRegex(@"^(?:-?¥?-?\d[\d,]*\.\d{3,4}(?=[\u4e00-\u9fff]{2})|\d[\d,]*\.\d{2}(?=(?:[1-9][\d,]*|0)\.\d{2}$)|¥?\d[\d,]*\.\d{2,4}元?/[\u4e00-\u9fff]{1,4}(?=\d[\d,]*\.\d{2}$)|-?¥?-?\d[\d,]*\.\d{2}(?=[\u4e00-\u9fff]|[(\[][甲乙丙]|\d{15}$|[A-Z][0-9A-Z]{8,22}$|\d{1,3}%$|[Zz]$)|\d{1,3}%(?=\d)|(?:[0-9A-Z]{12,27}|\d{9})(?=[\u4e00-\u9fff])|" + NationalCodes.Drug + @"(?=\d+(?:\.\d+)?%)|[\u4e00-\u9fff()]{2,}(?=(?:[0-9A-Z]{13,27}|\d{9})$)|\d{2}-\d{2}(?=[0-9A-Z]{12})|20\d{2}[-/.]\d{2}[-/.]\d{2}(?=[0-9A-Z]{9})|[^.]*[\u4e00-\u9fff)](?=\d[\d,]*\.\d{2}(?:[Xx×*]|/[\u4e00-\u9fff]{1,3})?$))")]
    private static partial Regex Figures();

    /// <summary>A hospital's own code, one in two parts, or any before a mark: F08374静脉输液, XJ01DDT052B001010[甲]头孢曲松. Where codes have a column.</summary>
    [GeneratedRegex(@"^(?:[A-Z]{1,2}\d{5,8}|[0-9A-Z]{12,27}|(?:\d{15}-)?\d{9}[a-z]?)(?=[\u4e00-\u9fff]|[(\[][甲乙丙])")]
    private static partial Regex OwnCode();

    [GeneratedRegex(@"^(?:[甲乙丙]类?(?=\d)|[^甲乙丙\d.]{1,2}(?=[甲乙丙]类?$))")]
    private static partial Regex Class();

    /// <summary>A row's pieces: what stands in brackets right behind a word belongs to it, and a class printed before a name to the column of classes before the names'.</summary>
    public static IEnumerable<Snippet> Cells(TextRow row, IReadOnlyList<Column> columns, (int X0, int X1)[] edges)
    {
        var cells = new List<Snippet>();
        foreach (var piece in Whole(Snippet.Split(row.Glyphs, atBlanks: true), row.Height))
        {
            if (cells.Count > 0 && piece.Glyphs[0].Char is '(' && cells[^1].Glyphs[^1] is var last && TextFold.IsHan(last.Char) && last.Line == piece.Glyphs[0].Line && piece.X0 - last.X1 <= row.Height)
                cells[^1] = new Snippet([.. cells[^1].Glyphs, .. piece.Glyphs]);
            else if (StartsWithClass(piece, columns, edges))
                cells.AddRange([piece.Slice(0, 1), piece.Slice(1, piece.Glyphs.Length)]);
            else
                cells.Add(piece);
        }
        return cells;
    }

    /// <summary>National codes of drugs, medicines, materials and services, and days: what has just these figures is one.</summary>
    [GeneratedRegex($"^(?:{NationalCodes.Drug}|{NationalCodes.Medicine}|{NationalCodes.Material}|{NationalCodes.Service}|" + @"20\d{2}([-/.])[01]\d\1[0-3]\d)$")]
    private static partial Regex OneCode();

    private const int MostParts = 8;

    /// <summary>Puts together what blanks were read into: XA02BCA221 B001 0201 05216, 2026. 04. 24.</summary>
    private static IEnumerable<Snippet> Whole(IReadOnlyList<Snippet> pieces, int height)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var end = Enumerable.Range(i + 1, Math.Min(MostParts, pieces.Count - i) - 1).TakeWhile(at => Goes(pieces[at - 1], pieces[at], height)).LastOrDefault(at => OneCode().IsMatch(string.Concat(pieces.Skip(i).Take(at - i + 1).Select(p => p.Text))));
            yield return end > i ? new Snippet([.. pieces.Skip(i).Take(end - i + 1).SelectMany(p => p.Glyphs)]) : pieces[i];
            i = Math.Max(i, end);
        }
    }

    private static bool Goes(Snippet before, Snippet after, int height) => before.Glyphs[^1].Line == after.Glyphs[0].Line && after.X0 - before.X1 <= height && IsFigures(before) && IsFigures(after);

    private static bool IsFigures(Snippet piece) => piece.Glyphs.All(g => char.IsAsciiDigit(g.Char) || char.IsAsciiLetterUpper(g.Char) || g.Char is '.' or '-' or '/');

    /// <summary>甲硝唑 stands where the names begin, 甲|黄芪 where the classes do.</summary>
    private static bool StartsWithClass(Snippet cell, IReadOnlyList<Column> columns, (int X0, int X1)[] edges) =>
        cell.Glyphs is [{ Char: '甲' or '乙' or '丙' }, { Char: not '类' } second, ..] && TextFold.IsHan(second.Char)
        && Enumerable.Range(0, columns.Count - 1).Any(i => columns[i].Kind == ColumnKind.Class && columns[i + 1].Kind == ColumnKind.Name && Math.Abs(cell.X0 - edges[i].X0) < Math.Abs(cell.X0 - edges[i + 1].X0));

    /// <summary>A share and the word behind it, 0%全科医学科; 5%葡萄糖注射液 is a name.</summary>
    [GeneratedRegex(@"^\d{1,3}(?:\.\d{1,2})?%(?=[\u4e00-\u9fff])")]
    private static partial Regex Share();

    /// <summary>How many characters belong to the first cell, 0 where there is only one.</summary>
    public static int After(Snippet cell, IReadOnlyList<Column> columns, (int X0, int X1)[] edges)
    {
        var text = Glyph.Text(cell.Glyphs);
        if (Share().Match(text) is { Success: true } share && StandsUnderShares(cell.Slice(0, share.Length), columns, edges))
            return share.Length;
        var cut = Figures().Match(text).Length;
        if (cut == 0)
            cut = Beside(text, columns);
        if (cut == 0)
            cut = QuantityBeforeName(cell, text, columns, edges);
        if (cut == 0 && columns.Any(c => c.Kind == ColumnKind.Code))
            cut = OwnCode().Match(text).Length;
        if (cut == 0)
            cut = SpecBehindName(cell, text, columns, edges);
        if (cut > 0 || !columns.Any(c => c.Kind == ColumnKind.Class))
            return cut;
        // 乙10% says both where shares have no column.
        return ClassCell.Share(text) is not null && !columns.Any(c => c.Kind == ColumnKind.SelfShare) ? 0 : Class().Match(text).Length;
    }

    /// <summary>A day and the number of its line, 01-171 and 2026-03-0112.</summary>
    [GeneratedRegex(@"^(?:20\d{2}[-/.])?[01]\d[-/.][0-3]\d(?=[1-9]\d{0,2}$)")]
    private static partial Regex DayBeforeSerial();

    /// <summary>A share without its mark and the department behind it, 0呼吸内科.</summary>
    [GeneratedRegex(@"^(?:0?\.\d{1,4}|\d{1,3}(?:\.\d{2})?)(?=[\u4e00-\u9fff]{2})")]
    private static partial Regex ShareBeforeWords();

    /// <summary>What sort of charge it is and the name behind it, 卫生材料费一次性使用静脉留置针.</summary>
    [GeneratedRegex(@"^(?:床位|诊察|检查|化验|治疗|手术|护理|麻醉|卫生材料|材料|西药|中成药|中草药|中药饮片|其他)费(?=[\u4e00-\u9fffⅠⅡⅢ]{3})")]
    private static partial Regex CategoryBeforeName();

    /// <summary>What things are counted in.</summary>
    public const string Units = "曝光次数|曝光次|每部位|部位|单侧|床日|小时|次|日|天|项|支|盒|瓶|袋|片|个|套|根|包|例|组|枚|块|克|付|人次|张";

    [GeneratedRegex(@"^\d{1,4}(?:\.\d{1,4})?(?:/?(?:" + Units + @"))?(?=[(\[△▲☆★*#]|[\u4e00-\u9fffⅠⅡⅢA-Z]{2})")]
    private static partial Regex QuantityFirst();

    /// <summary>How many characters are the quantity, 2日 of 2日住院诊查费, where that has the column before the names' and the cell begins in it; 24小时动态心电图 begins where the names do.</summary>
    private static int QuantityBeforeName(Snippet cell, string text, IReadOnlyList<Column> columns, (int X0, int X1)[] edges)
    {
        var name = Enumerable.Range(0, columns.Count).FirstOrDefault(i => i > 0 && columns[i].Kind == ColumnKind.Name && columns[i - 1].Kind == ColumnKind.Quantity && columns[i].Group == columns[i - 1].Group);
        return name > 0 && cell.X0 < edges[name - 1].X1 && cell.X1 > edges[name].X0 && QuantityFirst().Match(text) is { Success: true, Length: var length } ? length : 0;
    }

    /// <summary>How many characters belong to the first of two columns that stand beside each other, where what was read of both can be parted in one way only.</summary>
    private static int Beside(string text, IReadOnlyList<Column> columns) =>
        AreBeside(columns, ColumnKind.Category, ColumnKind.Name) && CategoryBeforeName().Match(text) is { Success: true, Length: var category } ? category
        : AreBeside(columns, ColumnKind.Date, ColumnKind.Serial) && DayBeforeSerial().Match(text) is { Success: true, Length: var day } ? day
        : AreBeside(columns, ColumnKind.SelfShare, ColumnKind.Department) && ShareBeforeWords().Match(text) is { Success: true, Length: var share } ? share : 0;

    private static bool AreBeside(IReadOnlyList<Column> columns, ColumnKind left, ColumnKind right) =>
        Enumerable.Range(1, Math.Max(0, columns.Count - 1)).Any(i => columns[i - 1].Kind == left && columns[i].Kind == right);

    /// <summary>What a thing measures: 400ml, 40mg*24片, 3.0×23mm.</summary>
    [GeneratedRegex(@"^\d[\d.,]*(?:[mkuμ]?g|ml|l|iu|u|[mc]m|万|单位|片|粒|丸|支|袋|孔|英寸|[×x*:/])", RegexOptions.IgnoreCase)]
    private static partial Regex Measure();

    public static bool IsMeasure(string text) => Measure().IsMatch(text);

    /// <summary>How many characters of a cell are the name, where its specification was read in one with it and begins where the specs do: 一次性使用负压引流瓶|400ml.</summary>
    private static int SpecBehindName(Snippet cell, string text, IReadOnlyList<Column> columns, (int X0, int X1)[] edges)
    {
        var spec = Enumerable.Range(0, columns.Count).FirstOrDefault(i => i > 0 && columns[i].Kind == ColumnKind.Spec && columns[i - 1].Kind == ColumnKind.Name && columns[i].Group == columns[i - 1].Group);
        if (spec == 0 || cell.X0 >= edges[spec].X0 || cell.X1 <= edges[spec].X0)
            return 0;
        var width = 2 * (cell.X1 - cell.X0) / Math.Max(1, cell.Glyphs.Length);
        return Enumerable.Range(2, Math.Max(0, cell.Glyphs.Length - 2))
            .Where(i => (TextFold.IsHan(cell.Glyphs[i - 1].Char) || cell.Glyphs[i - 1].Char == ')') && Measure().IsMatch(text[i..]) && Math.Abs(cell.Glyphs[i].X0 - edges[spec].X0) <= width * 3 / 2)
            .OrderBy(i => Math.Abs(cell.Glyphs[i].X0 - edges[spec].X0)).FirstOrDefault();
    }

    /// <summary>Whether the shares have a column, and no column of words begins nearer.</summary>
    private static bool StandsUnderShares(Snippet share, IReadOnlyList<Column> columns, (int X0, int X1)[] edges) => Enumerable.Range(0, columns.Count).Any(i => columns[i].Kind == ColumnKind.SelfShare)
        && columns[Enumerable.Range(0, columns.Count).Where(i => columns[i].Kind is ColumnKind.SelfShare or ColumnKind.Name or ColumnKind.Spec).MinBy(i => Math.Abs(share.Middle - ((edges[i].X0 + edges[i].X1) / 2)))].Kind == ColumnKind.SelfShare;
}
