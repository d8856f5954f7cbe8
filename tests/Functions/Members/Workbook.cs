using System.IO.Compression;
using System.Security;
using System.Text;

namespace Shouwang.Functions.Tests.Members;

/// <summary>A workbook as an office program writes it: shared strings, numbers as numbers, a hidden sheet before the roster.</summary>
static class Workbook
{
    public static byte[] Of(params string[][] rows)
    {
        var strings = new List<string>();
        var sheet = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (var r = 0; r < rows.Length; r++)
        {
            sheet.Append($"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var (cell, at) = (rows[r][c], $"{(char)('A' + c)}{r + 1}");
                if (cell.Length == 0) continue;
                // "#" marks a number; the others are text.
                if (cell[0] == '#') sheet.Append($"<c r=\"{at}\" s=\"1\"><v>{cell[1..]}</v></c>");
                else if (c % 2 == 0) sheet.Append($"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>");
                else
                {
                    sheet.Append($"<c r=\"{at}\" t=\"s\"><v>{strings.Count}</v></c>");
                    strings.Add(cell);
                }
            }

            sheet.Append("</row>");
        }

        sheet.Append("</sheetData></worksheet>");
        return Zip(
            ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"旧\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/><sheet name=\"名册\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>"),
            ("xl/worksheets/sheet2.xml", sheet.ToString()),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(strings.Select(s => $"<si><r><t>{SecurityElement.Escape(s)}</t></r><rPh><t>pinyin</t></rPh></si>"))}</sst>"));
    }

    public static byte[] Zip(params (string Path, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
