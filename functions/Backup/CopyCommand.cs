using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Backup;

/// <summary><c>handler copy-out FOLDER</c> and <c>handler copy-in FOLDER</c>: the app's own executable, run by an administrator instead of the app. It needs the storage's address and nothing else.</summary>
internal static class CopyCommand
{
    public static bool Is(string[] args) => args is ["copy-out" or "copy-in", _];

    /// <returns>0 where it is done.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string, string?> variable, CancellationToken stop)
    {
        var folder = new CopyFolder(Path.GetFullPath(args[1]));
        try
        {
            var copy = Copy(variable);
            var manifest = args[0] == "copy-out" ? await copy.OutAsync(folder, stop) : await copy.InAsync(folder, stop);
            Console.WriteLine($"{(args[0] == "copy-out" ? "备份好了 copied" : "恢复好了 restored")}：{manifest.Tables.Count} 张表 tables，{manifest.Tables.Sum(table => table.Rows)} 行 rows，{manifest.Blobs.Count} 个文件 blobs，{manifest.Blobs.Sum(blob => blob.Length)} 字节 bytes（{manifest.At:yyyy-MM-ddTHH:mm:ssZ}）");
            return 0;
        }
        catch (CopyException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 1;
        }
        catch (RequestFailedException failure)
        {
            Console.Error.WriteLine($"存储没有答应（{failure.Status} {failure.ErrorCode}），没有办完。 · The storage refused; this copy is not whole.");
            return 1;
        }
    }

    static StorageCopy Copy(Func<string, string?> variable)
    {
        var (connection, uris) = StorageAddress.From(variable);
        if (uris is null)
            return new StorageCopy(new TableServiceClient(connection!), new BlobServiceClient(connection), TimeProvider.System);
        var who = new DefaultAzureCredential();
        return new StorageCopy(new TableServiceClient(uris.Table, who), new BlobServiceClient(uris.Blob, who), TimeProvider.System);
    }
}
