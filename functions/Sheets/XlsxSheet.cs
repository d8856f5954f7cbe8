using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Sheets;

/// <summary>A column of a table that is written as a workbook (表格的列).</summary>
/// <param name="Width">In characters.</param>
internal sealed record XlsxColumn(string Head, int Width);

/// <summary>Writes a workbook of one sheet (XLSX) to be printed on one page's width and signed: a title, lines over the whole width, and a table. Texts stay texts, so that an account number that somebody types in is not rounded.</summary>
internal sealed class XlsxSheet(string name, IReadOnlyList<XlsxColumn> columns)
{
    // Places in the list of styles below.
    const int Plain = 0;
    const int Large = 1;
    const int Head = 2;
    const int Boxed = 3;
    const int Money = 4;

    readonly List<string> _rows = [];
    readonly List<int> _merged = [];

    /// <summary>Large, in the middle.</summary>
    public void Title(string text) => Wide(text, Large);

    /// <summary>Text over the whole width.</summary>
    public void Line(string text) => Wide(text, Plain);

    public void Heads() => Add(columns.Select((column, at) => Text(at, column.Head, Head)));

    /// <summary>A row of texts, whole numbers and amounts.</summary>
    public void Row(params object[] cells) => Add(cells.Select((cell, at) => cell switch
    {
        Fen amount => Number(at, amount.ToString(), Money),
        int number => Number(at, number.ToString(CultureInfo.InvariantCulture), Boxed),
        _ => Text(at, (string)cell, Boxed),
    }));

    public byte[] File()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
            const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Related}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Related}"><sheets><sheet name="{Escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Related}/styles" Target="styles.xml"/></Relationships>""");
            Part(zip, "xl/styles.xml", Styles);
            Part(zip, "xl/worksheets/sheet1.xml", Sheet());
        }

        return file.ToArray();
    }

    string Sheet()
    {
        var last = Letter(columns.Count - 1);
        var widths = string.Concat(columns.Select((column, at) => $"""<col min="{at + 1}" max="{at + 1}" width="{column.Width}" customWidth="1"/>"""));
        var merged = string.Concat(_merged.Select(row => $"""<mergeCell ref="A{row}:{last}{row}"/>"""));
        return $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>{widths}</cols><sheetData>{string.Concat(_rows)}</sheetData><mergeCells count="{_merged.Count}">{merged}</mergeCells><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>""";
    }

    void Wide(string text, int style)
    {
        Add([Text(0, text, style)]);
        _merged.Add(_rows.Count);
    }

    void Add(IEnumerable<string> cells) => _rows.Add($"""<row r="{_rows.Count + 1}">{string.Concat(cells)}</row>""");

    string Text(int column, string text, int style) => $"""<c r="{Letter(column)}{_rows.Count + 1}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{Escaped(text)}</t></is></c>""";

    string Number(int column, string number, int style) => $"""<c r="{Letter(column)}{_rows.Count + 1}" s="{style}"><v>{number}</v></c>""";

    static char Letter(int column) => (char)('A' + column);

    /// <summary>Signs that a workbook cannot hold are left out.</summary>
    static string Escaped(string text) =>
        new StringBuilder(string.Concat(text.Where(XmlConvert.IsXmlChar))).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();

    static void Part(ZipArchive zip, string path, string xml)
    {
        using var part = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
        part.Write(Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}"""));
    }

    /// <summary>In the order of the constants above. 49 is text, 4 an amount with two decimals.</summary>
    const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/></cellXfs></styleSheet>
        """;
}
