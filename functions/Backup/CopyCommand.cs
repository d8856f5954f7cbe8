using Azure;
using Azure.Identity;
using Azure.Storage.Blobs;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Backup;

/// <summary><c>handler copy-out FOLDER</c>, <c>handler deletions-out FOLDER</c> and <c>handler copy-in FOLDER [FOLDER WITH LATER DELETIONS …]</c>: the app's own executable, run by an administrator instead of the app. It needs the storage's address and nothing else.</summary>
internal static class CopyCommand
{
    public static bool Is(string[] args) => args is ["copy-out" or "deletions-out", _] or ["copy-in", _, ..];

    /// <returns>0 where it is done.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string, string?> variable, CancellationToken stop)
    {
        var folder = new CopyFolder(Path.GetFullPath(args[1]));
        try
        {
            var copy = Copy(variable);
            switch (args[0])
            {
                case "copy-out":
                    Console.WriteLine($"备份好了 copied：{Words(await copy.OutAsync(folder, stop))}");
                    break;
                case "deletions-out":
                    Console.WriteLine($"删除登记备份好了 deletions copied：{await copy.DeletionsOutAsync(folder, stop)}");
                    break;
                default:
                    var (manifest, deleted) = await copy.InAsync(folder, [.. args[2..].Select(list => new CopyFolder(Path.GetFullPath(list)))], stop);
                    Console.WriteLine($"恢复好了 restored：{Words(manifest)}");
                    Console.WriteLine($"备份以后有人要求删除的，又删了一遍 deleted once more：{deleted}");
                    break;
            }

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

    static string Words(CopyManifest manifest) =>
        $"{manifest.Tables.Count} 张表 tables，{manifest.Tables.Sum(table => table.Rows)} 行 rows，{manifest.Blobs.Count} 个文件 blobs，{manifest.Blobs.Sum(blob => blob.Length)} 字节 bytes（{manifest.At:u}）";

    static StorageCopy Copy(Func<string, string?> variable)
    {
        var (connection, uris) = StorageAddress.From(variable);
        if (uris is null)
            return new StorageCopy(new TableServiceClient(connection!), new BlobServiceClient(connection), TimeProvider.System);
        var who = new DefaultAzureCredential();
        return new StorageCopy(new TableServiceClient(uris.Table, who), new BlobServiceClient(uris.Blob, who), TimeProvider.System);
    }
}
