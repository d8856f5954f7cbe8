using System.Text;
using Shouwang.Functions.Http;

namespace Shouwang.Functions.Contributions;

/// <summary>The text of a table that was sent: UTF-8 or GB 18030, with or without a mark at its beginning.</summary>
internal static class SheetText
{
    const int Most = 32 * 1024 * 1024;
    static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static SheetText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        var piece = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(piece, stop)) > 0;)
        {
            if (buffer.Length + read > Most)
                throw new ProblemException(new Problem(StatusCodes.Status413PayloadTooLarge, "sheet-too-large", "表格超过 32 MB。请分成几份上传。"));
            buffer.Write(piece, 0, read);
        }

        return Text(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    internal static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new ProblemException(Problem.BadRequest("sheet-not-text", "这里要上传 CSV 文件。请在表格软件里选“另存为”，类型选 CSV。"));
        try
        {
            return Strict.GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(bytes);
        }
    }
}
