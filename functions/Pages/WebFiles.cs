using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Shouwang.Functions.Pages;

/// <summary>The files of all pages as they lie in folders (网页文件夹). Whatever one file names of the others gets an address with the hash of its content.</summary>
/// <param name="root">Folder of page folders; read as asked.</param>
internal sealed partial class WebFiles(string root)
{
    readonly ConcurrentDictionary<string, Lazy<PageFile>> _files = new();

    /// <summary>A page's own file: "desk/index.html".</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public PageFile Page(string path) => Read(path);

    /// <summary>Where a file that pages name is served: "/assets/page.0123456789ab.css".</summary>
    public string Address(string path) => $"/{path[..^Path.GetExtension(path).Length]}.{Read(path).Hash}{Path.GetExtension(path)}";

    /// <summary>What is served there; null where nothing is, or is no longer.</summary>
    public PageFile? Find(string folder, string name)
    {
        if (Hashed().Match(name) is not { Success: true } match)
            return null;
        var path = $"{folder}/{match.Groups["stem"].Value}{match.Groups["ending"].Value}";
        return File.Exists(Path.Combine(root, path)) && Read(path) is var file && file.Hash == match.Groups["hash"].Value ? file : null;
    }

    /// <summary>Modules that name each other in a circle have no hash, and fail here.</summary>
    PageFile Read(string path) => _files.GetOrAdd(path, wanted => new(() => Load(wanted))).Value;

    PageFile Load(string path)
    {
        var full = Path.Combine(root, path);
        var bytes = File.ReadAllBytes(full);
        // What comes compressed comes from a package and names nothing.
        return File.Exists(full + ".br")
            ? PageFile.Of(path, bytes, full)
            : PageFile.Of(path, Encoding.UTF8.GetBytes(Reference().Replace(Encoding.UTF8.GetString(bytes), match => Named(path, match))));
    }

    string Named(string by, Match match)
    {
        var path = Path.GetRelativePath(root, Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(by)!, match.Groups["path"].Value))).Replace('\\', '/');
        var quote = match.Groups["quote"].Value;
        return File.Exists(Path.Combine(root, path)) && !path.StartsWith("..", StringComparison.Ordinal) ? $"{quote}{Address(path)}{quote}" : match.Value;
    }

    [GeneratedRegex("""(?<quote>["'])(?<path>(\.{1,2}/)*[a-z]+(-[a-z]+)*(/[a-z]+(-[a-z]+)*)*\.(js|css|svg))\k<quote>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<stem>[a-z]+(-[a-z]+)*)\.(?<hash>[0-9a-f]{12})(?<ending>\.(js|css|svg))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Hashed();
}
