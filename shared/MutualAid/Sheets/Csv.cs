using System.Text;

namespace Shouwang.Shared.MutualAid.Sheets;

/// <summary>Comma-separated text (CSV, RFC 4180), with the tabs and semicolons that some offices' programs write instead of commas.</summary>
public static class Csv
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What a file says: UTF-16 where it is marked so, UTF-8 where it is that, else what Chinese Windows writes.</summary>
    public static string Text(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf16(bytes))
            return (bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]);
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    /// <summary>Whether a text may hold noughts as bytes.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    /// <summary>The cells of every line; quoted cells may hold separators and line ends.</summary>
    /// <exception cref="SheetException">A quote has no end, or it is too long.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string text)
    {
        var separator = Separator(text);
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                EndCell();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                EndRow();
            }
            else
            {
                cell.Append(c);
            }
        }

        if (quoted)
            throw new SheetException("csv-quote", $"从第 {rows.Count + 1} 行起，有一个引号没有配对，后面的行分不开。请在表格软件里重新导出。");
        if (cell.Length > 0 || row.Count > 0)
            EndRow();
        return rows;

        void EndCell()
        {
            if (row.Count < Sheet.MostColumns)
                row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(row);
            row = [];
            if (rows.Count > Sheet.MostRows)
                throw SheetException.TooLong();
        }
    }

    private static char Separator(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4000));
        var (commas, tabs, semicolons) = (head.Count(','), head.Count('\t'), head.Count(';'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
