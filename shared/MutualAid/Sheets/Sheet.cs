using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>One row of a table that somebody sent (表格的一行).</summary>
/// <param name="Line">As a person counts in his spreadsheet, from 1.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A cell, folded and trimmed; empty where the row is shorter or there is no such column.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}

/// <summary>What is wrong in a row, or worth a look (问题行).</summary>
/// <param name="Row">As a person counts in his spreadsheet, from 1; 0 for the file as a whole.</param>
/// <param name="Code">Stable: "id-number-eaten".</param>
/// <param name="Detail">What is wrong and what to do, one or two Chinese sentences. Names no number in full.</param>
public sealed record SheetFault(int Row, string Code, string Detail);

/// <summary>Reads tables as offices and banks write them: full-width digits, thousands separators, several forms of dates.</summary>
public static class Sheet
{
    /// <summary>More is no table of a village.</summary>
    public const int MostRows = 100_000;

    public const int MostColumns = 100;

    /// <summary>The rows of a table in which something is written.</summary>
    /// <param name="cells">As they stand in the file, empty rows too.</param>
    public static IEnumerable<SheetRow> Rows(IReadOnlyList<IReadOnlyList<string>> cells) =>
        cells.Select((row, i) => new SheetRow(i + 1, [.. row.Select(CellText.Plain)])).Where(row => row.Cells.Any(cell => cell.Length > 0));

    /// <summary>The columns that the heads name and the rows below them; titles may stand above the heads. Null where none of the first lines has them.</summary>
    /// <param name="heads">The columns of a row, null where it has not all that are needed.</param>
    /// <param name="within">So many lines are looked at.</param>
    public static (T Columns, IEnumerable<SheetRow> Rows)? Headed<T>(IReadOnlyList<IReadOnlyList<string>> cells, Func<SheetRow, T?> heads, int within)
        where T : class
    {
        foreach (var row in Rows(cells).TakeWhile(row => row.Line <= within))
        {
            if (heads(row) is { } columns)
                return (columns, Rows(cells).SkipWhile(other => other.Line <= row.Line));
        }

        return null;
    }

    /// <summary>Which column has one of these heads; −1 where none.</summary>
    public static int Column(SheetRow head, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < head.Cells.Count; i++)
            {
                if (head[i].Replace(" ", "", StringComparison.Ordinal).Split('(')[0] == name)
                    return i;
            }
        }

        return -1;
    }

    /// <summary>"1,200.00", "120元", "￥120.5", "-30"; nothing where it is no amount.</summary>
    public static Fen? Amount(string cell) =>
        Fen.TryParse(cell.Replace(",", "", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal).Trim('元', '¥', '￥', ' '), out var amount) ? amount : null;

    /// <summary>"2026-03-01", "2026/3/1", "20260301", "2026年3月1日", with or without a time, or a workbook's day number.</summary>
    public static DateOnly? Date(string cell)
    {
        var day = cell.Split(' ', 'T')[0];
        if (day.Length > 8 && day.All(char.IsAsciiDigit))
            day = day[..8];
        return CellText.Date(day) is { Year: >= 2000 } date ? date : null;
    }
}
