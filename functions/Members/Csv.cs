using System.Text;

namespace Shouwang.Functions.Members;

/// <summary>Comma-separated text (CSV, RFC 4180), with the tabs and semicolons that some offices' programs write instead of commas.</summary>
internal static class Csv
{
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
            throw RosterFile.Bad("csv-quote", $"从第 {rows.Count + 1} 行起，有一个引号没有配对，后面的行分不开。请在表格软件里重新导出。");
        if (cell.Length > 0 || row.Count > 0)
            EndRow();
        return rows;

        void EndCell()
        {
            if (row.Count < RosterFile.MostColumns)
                row.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(row);
            row = [];
            if (rows.Count > RosterFile.MostRows)
                throw RosterFile.Bad("file-too-long", $"名册超过 {RosterFile.MostRows} 行。请分成几个文件上传。");
        }
    }

    static char Separator(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 4000));
        var (commas, tabs, semicolons) = (head.Count(','), head.Count('\t'), head.Count(';'));
        return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }
}
