using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Sheets;

/// <summary>The first visible sheet of a workbook (XLSX) as text, read cell by cell with limits, so that a small file cannot grow into a large one.</summary>
internal static class Xlsx
{
    const long MostUnpacked = 400L * 1024 * 1024;
    const int MostParts = 2_000;
    const int MostSharedText = 60_000_000;
    static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static IReadOnlyList<IReadOnlyList<string>> Rows(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts)
                throw Large();
            var shared = zip.GetEntry("xl/sharedStrings.xml") is { } strings ? SharedStrings(strings) : [];
            var sheet = First(zip) ?? throw new SheetException("file-unknown", "文件里没有工作表。请上传 .xlsx 或者 .csv 表格。");
            return Cells(sheet, shared);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw new SheetException("file-damaged", "表格文件打不开，可能没有存完整或者加了密码。请重新保存后再上传。");
        }
    }

    /// <summary>The sheet that stands first in the workbook and is not hidden.</summary>
    static ZipArchiveEntry? First(ZipArchive zip)
    {
        if (zip.GetEntry("xl/workbook.xml") is { } workbook && zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations)
        {
            var targets = new Dictionary<string, string>(StringComparer.Ordinal);
            using (var reader = Open(relations))
            {
                while (reader.ReadToFollowing("Relationship"))
                {
                    if (reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                        targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
                }
            }

            using var sheets = Open(workbook);
            while (sheets.Read())
            {
                if (sheets is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && sheets.GetAttribute("state") is null or "visible"
                    && Relation(sheets) is { } relation && targets.TryGetValue(relation, out var path) && zip.GetEntry(path) is { } found)
                    return found;
            }
        }

        return zip.GetEntry("xl/worksheets/sheet1.xml");
    }

    static string? Relation(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
                return sheet.Value;
        }

        return null;
    }

    static List<string> SharedStrings(ZipArchiveEntry entry)
    {
        var strings = new List<string>();
        var size = 0L;
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            var text = Text(reader, "si");
            size += text.Length;
            if (size > MostSharedText)
                throw Large();
            strings.Add(text);
        }

        return strings;
    }

    static List<IReadOnlyList<string>> Cells(ZipArchiveEntry entry, IReadOnlyList<string> shared)
    {
        var rows = new List<IReadOnlyList<string>>();
        List<string>? row = null;
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "row")
            {
                // Empty rows are left out of the file, but count for whoever looks for row 17.
                var number = int.TryParse(reader.GetAttribute("r"), out var r) ? r : rows.Count + 1;
                if (number > Sheet.MostRows)
                    throw SheetException.TooLong();
                while (rows.Count < number - 1)
                    rows.Add([]);
                rows.Add(row = []);
            }
            else if (reader.LocalName == "c" && row is not null)
            {
                var column = Column(reader.GetAttribute("r")) ?? row.Count;
                var value = Cell(reader, shared);
                if (column >= Sheet.MostColumns)
                    continue;
                while (row.Count < column)
                    row.Add("");
                row.Add(value);
            }
        }

        return rows;
    }

    static string Cell(XmlReader reader, IReadOnlyList<string> shared)
    {
        var type = reader.GetAttribute("t");
        if (reader.IsEmptyElement)
            return "";
        if (type == "inlineStr")
            return Text(reader, "c");
        var value = "";
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false })
            {
                reader.Read();
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                    value = reader.Value;
            }
        }

        return type == "s" ? int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : "" : type is null or "n" ? Number(value) : value;
    }

    /// <summary>A workbook keeps 17 digits of a number and shows 15: 119.99999999999999 is 120. Numbers too long for that (E+) stay as they are, for whoever can tell what they were.</summary>
    static string Number(string value)
    {
        const int Shown = 15;
        if (value.IndexOf('.', StringComparison.Ordinal) < 0 || value.Contains("E+", StringComparison.Ordinal) || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).Length;
        return decimal.Round(number, Math.Max(0, Shown - whole)).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    /// <summary>All text below the element, pronunciation guides left out.</summary>
    static string Text(XmlReader reader, string element)
    {
        if (reader.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var depth = reader.Depth;
        var guide = 0;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth && reader.LocalName == element))
        {
            if (reader.LocalName == "rPh" && !reader.IsEmptyElement)
                guide += reader.NodeType == XmlNodeType.Element ? 1 : reader.NodeType == XmlNodeType.EndElement ? -1 : 0;
            else if (guide == 0 && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(reader.Value);
        }

        return text.ToString();
    }

    /// <summary>"AB12" → 27.</summary>
    static int? Column(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c))
                break;
            column = Math.Min((column * 26) + (c - 'A' + 1), 1_000_000);
        }

        return column == 0 ? null : column - 1;
    }

    static XmlReader Open(ZipArchiveEntry entry) => entry.Length > MostUnpacked ? throw Large() : XmlReader.Create(new Limited(entry.Open(), MostUnpacked), Safe);

    static SheetException Large() => new("file-too-large", "表格文件解开以后太大了。请只保留要上传的那一张表，另存以后再上传。");

    /// <summary>The size a zip says of its parts may be a lie.</summary>
    sealed class Limited(Stream inner, long most) : Stream
    {
        long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

        int Count(int read) => (_read += read) > most ? throw Large() : read;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
