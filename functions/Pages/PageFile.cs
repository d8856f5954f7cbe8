using System.IO.Compression;
using System.Security.Cryptography;

namespace Shouwang.Functions.Pages;

/// <summary>One file of a page (页面文件) in memory, ready to go out in the encodings a browser takes.</summary>
internal sealed class PageFile
{
    /// <summary>Above this, compressing would cost the first villager seconds; bundles come compressed.</summary>
    const int Small = 100_000;

    readonly byte[] _plain;
    readonly Lazy<byte[]> _brotli;
    readonly Lazy<byte[]> _gzip;

    PageFile(string mediaType, byte[] plain, Func<byte[]> brotli, Func<byte[]> gzip) =>
        (MediaType, _plain, _brotli, _gzip, Hash) = (mediaType, plain, new(brotli), new(gzip), Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6)));

    public string MediaType { get; }

    /// <summary>Part of the address of what a page names: such an address never shows anything else.</summary>
    public string Hash { get; }

    public string Text => System.Text.Encoding.UTF8.GetString(_plain);

    /// <param name="name">Its ending gives the media type.</param>
    /// <param name="compressed">Folder and name beside which it lies compressed already; null where it does not.</param>
    public static PageFile Of(string name, byte[] bytes, string? compressed = null)
    {
        var level = bytes.Length < Small ? CompressionLevel.SmallestSize : CompressionLevel.Fastest;
        return new(
            Type(Path.GetExtension(name)),
            bytes,
            () => Beside(compressed, ".br") ?? Compressed(bytes, into => new BrotliStream(into, level)),
            () => Beside(compressed, ".gz") ?? Compressed(bytes, into => new GZipStream(into, level)));
    }

    /// <summary>The body for a browser that sent this Accept-Encoding, and what to call it.</summary>
    public (byte[] Body, string? Encoding) For(string acceptEncoding)
    {
        var accepted = acceptEncoding.Split(',').Select(part => part.Split(';')).Where(part => part.Length == 1 || part[1].Trim() is not ("q=0" or "q=0.0")).Select(part => part[0].Trim()).ToList();
        return accepted.Contains("br") ? (_brotli.Value, "br") : accepted.Contains("gzip") ? (_gzip.Value, "gzip") : (_plain, null);
    }

    static byte[]? Beside(string? path, string ending) => path is not null && File.Exists(path + ending) ? File.ReadAllBytes(path + ending) : null;

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
