using System.Buffers;
using System.Globalization;
using System.Text;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>Cells as people type them (单元格内容): full-width signs, spaces, a leading apostrophe.</summary>
public static class CellText
{
    private static readonly string[] DateForms = ["yyyy-M-d", "yyyyMMdd", "yyyy-M-d H:m:s", "yyyy-M-d H:m"];
    private const string Numerals = "〇一二三四五六七八九";
    private static readonly SearchValues<char> Chinese = SearchValues.Create(Numerals + "零十");

    /// <summary>Half-width, without apostrophe, zero-width signs and blanks at the ends.</summary>
    public static string Plain(string? cell)
    {
        if (cell is null)
            return "";
        var text = new StringBuilder(cell.Length);
        foreach (var c in cell)
        {
            if (c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF')
                continue;
            text.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' or '\t' or '\r' or '\n' => ' ',
                _ => c,
            });
        }

        return text.ToString().Trim().TrimStart('\'', '`', '‘', '’').Trim();
    }

    /// <summary>As <see cref="Plain"/>, and without any blank.</summary>
    public static string Solid(string? cell) => Plain(cell).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>2024/3/5, 2024.3.5, 20240305, 2024年3月5日, 二〇二四年三月五日, an Excel day number. Null for anything else.</summary>
    public static DateOnly? Date(string? cell)
    {
        var text = Plain(cell);
        if (text.Length == 0)
            return null;
        if (text.AsSpan().ContainsAny(Chinese))
            text = Digits(text);
        if (Serial(text) is { } day)
            return day;
        text = text.Replace('/', '-').Replace('.', '-').Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal).Replace("号", "", StringComparison.Ordinal);
        text = string.Join('-', text.Split('-').Select(part => part.Trim()));
        return DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200
            ? DateOnly.FromDateTime(date)
            : null;
    }

    /// <summary>Days since 1899-12-30, as a workbook keeps a date; 36526 is 2000-01-01. A fraction is the time of day.</summary>
    private static DateOnly? Serial(string text)
    {
        var whole = text.Split('.') is [var days, var time] && time.All(char.IsAsciiDigit) && time.Length > 2 ? days : text;
        return whole.Length is 4 or 5 && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 3_000 and <= 80_000
            ? new DateOnly(1899, 12, 30).AddDays(number)
            : null;
    }

    /// <summary>二〇二四年三月十五日 → 2024年3月15日.</summary>
    private static string Digits(string text)
    {
        var plain = text.Replace('零', '〇').Replace('○', '〇').Replace('Ｏ', '〇');
        var written = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c == '十')
            {
                // 十五, 二十, 三十一: the ten stands for nothing, one, or a digit of its own.
                var before = i > 0 && Numerals.Contains(plain[i - 1]);
                var after = i + 1 < plain.Length && Numerals.Contains(plain[i + 1]);
                written.Append((before, after) switch { (false, false) => "10", (false, true) => "1", (true, false) => "0", _ => "" });
            }
            else
            {
                written.Append(Numerals.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? (char)('0' + digit) : c);
            }
        }

        return written.ToString();
    }
}
