using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;

namespace Shouwang.Functions.Storage;

/// <summary>That something was deleted because a person wanted it so (删除登记).</summary>
/// <param name="What">Hash of the id of the conversation or folder: it finds what an older copy of the storage brings back, and tells nothing to whoever has no such copy.</param>
internal readonly record struct Deletion(DateTimeOffset At, string What)
{
    const string Moment = "yyyyMMdd'T'HHmmssfff'Z'";

    public static Deletion Of(string id, DateTimeOffset at) => new(at, HashOf(id));

    public static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("shouwang-deletion\n" + id)));

    /// <exception cref="FormatException">It is no deletion.</exception>
    public static Deletion Read(string text) => text.IndexOf('-', StringComparison.Ordinal) is var at and > 0 && text.Length - at == 65
        ? new(DateTimeOffset.ParseExact(text.AsSpan(0, at), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), text[(at + 1)..])
        : throw new FormatException("Not a deletion.");

    public override string ToString() => $"{At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}-{What}";
}

/// <summary>What people had deleted, and when. A copy of the storage that is older brings it back; this list says what has to go once more. Each line is the name of an empty blob, so that it outlives the tables and can be taken elsewhere at any time.</summary>
internal sealed class DeletionList(BlobContainerClient container)
{
    public const string Container = "deletions";

    /// <summary>Before anything is deleted: what is on the list and still there is deleted once more, what is not on it would come back.</summary>
    public async Task AddAsync(Deletion deletion, CancellationToken stop)
    {
        try
        {
            await WriteAsync();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Storage that was set up before there was a list.
            await container.CreateIfNotExistsAsync(cancellationToken: stop);
            await WriteAsync();
        }

        Task WriteAsync() => container.GetBlobClient(deletion.ToString()).UploadAsync(BinaryData.Empty, overwrite: true, stop);
    }

    /// <summary>The whole list, oldest first.</summary>
    public async Task<IReadOnlyList<Deletion>> ReadAsync(CancellationToken stop)
    {
        var all = new List<Deletion>();
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: stop))
            all.Add(Deletion.Read(blob.Name));
        return all;
    }
}
