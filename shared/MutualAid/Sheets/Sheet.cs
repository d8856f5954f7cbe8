using System.Globalization;
using System.Text;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>One row of a table that somebody sent (表格的一行).</summary>
/// <param name="Line">As a person counts in his spreadsheet, from 1.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>A cell, folded and trimmed; empty where the row is shorter or there is no such column.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";

    /// <summary>Nothing is in it.</summary>
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>What is wrong in a row, and the remedy (表格错误).</summary>
public sealed record SheetFault(int Line, string Code, string Detail);

/// <summary>Reads tables as offices and banks write them: commas or tabs, quoted cells, full-width digits, thousands separators, several forms of dates.</summary>
public static class Sheet
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The rows of a text; quoted cells may hold separators and line ends.</summary>
    public static IEnumerable<SheetRow> Rows(string text)
    {
        var separator = text.AsSpan(0, Math.Min(text.Length, 2000)).Count('\t') > text.AsSpan(0, Math.Min(text.Length, 2000)).Count(',') ? '\t' : ',';
        var (cells, cell, quoted, line) = (new List<string>(), new StringBuilder(), false, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(c);
                i++;
            }
            else if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (quoted || (c != separator && c is not ('\r' or '\n')))
            {
                cell.Append(c);
            }
            else if (c == separator)
            {
                cells.Add(Fold(cell));
            }
            else if (c == '\n')
            {
                cells.Add(Fold(cell));
                yield return new SheetRow(line++, cells);
                cells = [];
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
            yield return new SheetRow(line, [.. cells, Fold(cell)]);
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

    /// <summary>"2026-03-01", "2026/3/1", "20260301", "2026年3月1日", with or without a time.</summary>
    public static DateOnly? Date(string cell)
    {
        var day = cell.Split(' ', 'T')[0];
        if (day.Length > 8 && day.All(char.IsAsciiDigit))
            day = day[..8];
        return DateOnly.TryParseExact(day, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2200 ? date : null;
    }

    /// <summary>Full-width letters and digits made plain, spaces around taken away, the quote that keeps a number text too.</summary>
    private static string Fold(StringBuilder cell)
    {
        for (var i = 0; i < cell.Length; i++)
        {
            cell[i] = cell[i] switch
            {
                >= '\uff01' and <= '\uff5e' and var wide => (char)(wide - 0xfee0),
                '\u3000' or '\u00a0' or '\t' or '\r' or '\n' => ' ',
                var c => c,
            };
        }

        var text = cell.ToString().Trim().Trim('\'', '`', '\ufeff').Trim();
        cell.Clear();
        return text;
    }
}
