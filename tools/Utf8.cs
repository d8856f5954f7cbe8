using System.Text;

namespace Shouwang.Tools;

/// <summary>Files people write by hand (手写的文件), read as UTF-8 and nothing else: what another encoding holds would be taken for other words, silently.</summary>
internal static class Utf8
{
    /// <summary>What to do about a file that is not.</summary>
    public const string Remedy = "save it as UTF-8 (记事本 and WPS: 另存为, 编码 UTF-8)";

    /// <summary>The same in Chinese.</summary>
    public const string Chinese = "文件不是 UTF-8 编码。用记事本或者 WPS 另存为，编码选 UTF-8";

    /// <exception cref="DecoderFallbackException">While reading, where the file holds another encoding. Those that begin with a mark of their own are read by it.</exception>
    public static StreamReader Open(string path) => new(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
}
