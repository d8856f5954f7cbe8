using System.Text;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Members;

/// <summary>Cells of a spreadsheet file (表格文件): XLSX or CSV, told apart by their bytes, never by their names.</summary>
internal static class RosterFile
{
    /// <summary>A village of 50,000 takes 10 MB.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    public const int MostRows = 100_000;
    public const int MostColumns = 100;

    /// <exception cref="ProblemException">It is neither, is damaged, or is too large.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(BinaryData file)
    {
        var bytes = file.ToMemory();
        var span = bytes.Span;
        if (span.Length == 0)
            throw Bad("file-empty", "文件是空的。请重新选择名册文件。");
        if (span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw Bad("file-xls", "这是旧版 .xls 文件。请在表格软件里“另存为” .xlsx 或者 .csv，再上传。");
        if (span.StartsWith("PK"u8))
            return Xlsx.Rows(bytes);
        if (span[..Math.Min(span.Length, 4096)].Contains((byte)0) && !IsUtf16(span))
            throw Bad("file-unknown", "这不是表格文件。请上传 .xlsx 或者 .csv 名册。");
        return Csv.Rows(Text(span));
    }

    public static ProblemException Bad(string code, string detail) => new(Problem.BadRequest(code, detail, "file"));

    /// <summary>UTF-8 where it is that, else what Chinese Windows writes.</summary>
    static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
}
