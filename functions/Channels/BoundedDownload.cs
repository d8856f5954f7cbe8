namespace Shouwang.Functions.Channels;

/// <summary>Reads an answer's body into memory up to a limit (限量下载).</summary>
internal static class BoundedDownload
{
    /// <summary>Larger than any picture taken in, so that the bot can say in words that one is too large.</summary>
    public const int MostBytes = 40 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The body is larger than the limit.</exception>
    public static async Task<BinaryData> ReadAsync(HttpContent content, int most, CancellationToken stop)
    {
        if (content.Headers.ContentLength > most) throw new InvalidDataException("The body is larger than is taken.");
        await using var body = await content.ReadAsStreamAsync(stop);
        var into = new MemoryStream();
        var piece = new byte[81_920];
        for (int read; (read = await body.ReadAsync(piece, stop)) > 0;)
        {
            if (into.Length + read > most) throw new InvalidDataException("The body is larger than is taken.");
            into.Write(piece, 0, read);
        }
        return new BinaryData(into.GetBuffer().AsMemory(0, (int)into.Length));
    }
}
