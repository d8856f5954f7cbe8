using Microsoft.AspNetCore.Mvc;
using Shouwang.Functions.Http;
using Shouwang.Shared.MutualAid.Sheets;

namespace Shouwang.Functions.Sheets;

/// <summary>Cells of a table that was uploaded (表格文件): XLSX or CSV, told apart by their bytes, never by their names.</summary>
internal static class SheetFile
{
    /// <summary>A roster of 50,000 takes 10 MB.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    /// <summary>A request with such a file, in a form or by itself.</summary>
    public static RequestSizeLimitAttribute Limit { get; } = new(MostBytes + 65_536);

    /// <summary>The table in a request, as multipart or as the body itself.</summary>
    /// <exception cref="ProblemException">It is neither, is damaged, or is too large.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasFormContentType)
            return Rows(await BinaryData.FromStreamAsync(request.Body, stop));
        try
        {
            var form = await request.ReadFormAsync(stop);
            if (form.Files.Count != 1)
                throw Bad("file-count", "一次上传一个表格文件。");
            await using var stream = form.Files[0].OpenReadStream();
            return Rows(await BinaryData.FromStreamAsync(stream, stop));
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problem.BadRequest("form-malformed", "上传的内容不完整。请重新上传。"));
        }
    }

    /// <exception cref="ProblemException">It is neither, is damaged, or is too large.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(BinaryData file)
    {
        var bytes = file.ToMemory();
        var span = bytes.Span;
        if (span.Length == 0)
            throw Bad("file-empty", "文件是空的。请重新选择文件。");
        if (span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw Bad("file-xls", "这是旧版 .xls 文件。请在表格软件里“另存为” .xlsx 或者 .csv，再上传。");
        if (!span.StartsWith("PK"u8) && span[..Math.Min(span.Length, 4096)].Contains((byte)0) && !Csv.IsUtf16(span))
            throw Bad("file-unknown", "这不是表格文件。请上传 .xlsx 或者 .csv 表格。");
        try
        {
            return span.StartsWith("PK"u8) ? Xlsx.Rows(bytes) : Csv.Rows(Csv.Text(span));
        }
        catch (SheetException unreadable)
        {
            throw Bad(unreadable.Code, unreadable.Message);
        }
    }

    public static ProblemException Bad(string code, string detail) => new(Problem.BadRequest(code, detail, "file"));
}
