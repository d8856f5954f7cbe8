using System.IO.Compression;
using System.Security.Cryptography;

namespace Shouwang.Functions.ChatPage;

/// <summary>One file of a page (页面文件) in memory, ready to go out in the encodings a browser takes.</summary>
/// <param name="Address">Name with the hash of the bytes: such an address never shows anything else.</param>
internal sealed record PageFile(string Address, string MediaType, byte[] Plain, byte[] Brotli, byte[] Gzip)
{
    /// <summary>Above this, compressing at start would cost the first villager seconds; the bundle comes compressed.</summary>
    const int Small = 100_000;

    public static PageFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Path.GetFileNameWithoutExtension(path);
        return Of($"{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}{Path.GetExtension(path)}", bytes, Beside(path + ".br"), Beside(path + ".gz"));
    }

    public static PageFile Of(string address, byte[] bytes, byte[]? brotli = null, byte[]? gzip = null)
    {
        var level = bytes.Length < Small ? CompressionLevel.SmallestSize : CompressionLevel.Fastest;
        return new(
            address,
            Type(Path.GetExtension(address)),
            bytes,
            brotli ?? Compressed(bytes, into => new BrotliStream(into, level)),
            gzip ?? Compressed(bytes, into => new GZipStream(into, level)));
    }

    /// <summary>The body for a browser that sent this Accept-Encoding, and what to call it.</summary>
    public (byte[] Body, string? Encoding) For(string acceptEncoding)
    {
        var accepted = acceptEncoding.Split(',').Select(part => part.Split(';')).Where(part => part.Length == 1 || part[1].Trim() is not ("q=0" or "q=0.0")).Select(part => part[0].Trim()).ToList();
        return accepted.Contains("br") ? (Brotli, "br") : accepted.Contains("gzip") ? (Gzip, "gzip") : (Plain, null);
    }

    static byte[]? Beside(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compressor)
    {
        var into = new MemoryStream();
        using (var stream = compressor(into)) stream.Write(bytes);
        return into.ToArray();
    }

    static string Type(string extension) => extension switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
}
