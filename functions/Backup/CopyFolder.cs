using System.Security.Cryptography;
using System.Text.Json;
using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Backup;

/// <summary>A copy of the storage as files (备份文件夹), readable by its owner alone: it holds people's papers and names.</summary>
internal sealed class CopyFolder(string root)
{
    /// <summary>The list of deletions, in a copy or by itself.</summary>
    public const string Deletions = "deletions.txt";

    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public bool IsNew => !Directory.Exists(root) || !Directory.EnumerateFileSystemEntries(root).Any();

    public static string Table(string name) => Path.Combine("tables", $"{name}.jsonl");

    /// <summary>A blob's name may be the beginning of another's, which no file's can be.</summary>
    public static string Blob(string container, string name) => Path.Combine(["blobs", container, .. name.Split('/').Select(part => Uri.EscapeDataString(part).Replace(".", "%2E", StringComparison.Ordinal))]) + ".blob";

    /// <summary>Writes a file whole.</summary>
    /// <returns>The hash of what was written, and how long it is.</returns>
    public async Task<(string Hash, long Length)> WriteAsync(string file, Func<Stream, Task> write)
    {
        var path = Path.Combine(root, file);
        MakeFolder(root);
        MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var stream = new FileStream(path, options);
        await write(stream);
        await stream.FlushAsync();
        stream.Position = 0;
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream)), stream.Length);
    }

    /// <summary>A file of the copy.</summary>
    /// <exception cref="CopyException">It is not there.</exception>
    public FileStream Open(string file)
    {
        var path = Path.Combine(root, file);
        return File.Exists(path) ? File.OpenRead(path) : throw new CopyException($"{file} 不在备份里。 · {file} is not in the copy.");
    }

    /// <exception cref="CopyException">It is not there or is not as it was written.</exception>
    public async Task CheckAsync(string file, string hash, CancellationToken stop)
    {
        await using var stream = Open(file);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)) != hash)
            throw new CopyException($"{file} 和备份清单对不上，备份坏了。 · {file} is not as the manifest says.");
    }

    public async Task<CopyManifest> ManifestAsync(CancellationToken stop)
    {
        await using var stream = Open(CopyManifest.File);
        return await JsonSerializer.DeserializeAsync(stream, CopyJson.Default.CopyManifest, stop) is { Version: CopyManifest.Current } manifest ? manifest
            : throw new CopyException("备份清单的版本不认识。 · The manifest is of another version.");
    }

    /// <summary>The list of deletions that lies here.</summary>
    /// <exception cref="CopyException">There is none, or it is damaged.</exception>
    public async Task<IReadOnlyList<Deletion>> DeletionsAsync(CancellationToken stop)
    {
        using var lines = new StreamReader(Open(Deletions));
        var all = new List<Deletion>();
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            try
            {
                all.Add(Deletion.Read(line));
            }
            catch (FormatException)
            {
                throw new CopyException($"{Deletions} 第 {all.Count + 1} 行看不懂，删除登记坏了。 · Line {all.Count + 1} of {Deletions} is not a deletion.");
            }
        }

        return all;
    }

    public Task WriteAsync(CopyManifest manifest) =>
        WriteAsync(CopyManifest.File, stream => JsonSerializer.SerializeAsync(stream, manifest, CopyJson.Default.CopyManifest));

    static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }
}

/// <summary>What stands in the way of copying, in words for whoever runs the command; names no person.</summary>
internal sealed class CopyException(string message) : Exception(message);
