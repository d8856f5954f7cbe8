using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Backup;

/// <summary>Copies everything the app keeps to files and back (备份与恢复). No platform does it for tables, and the ledger, the claims and the roster are tables. Queues are left out: what waited in them is put back from the tables by the timer.</summary>
internal sealed class StorageCopy(TableServiceClient tables, BlobServiceClient blobs, TimeProvider clock)
{
    const int MostRows = 100;
    const int MostBytes = 2_000_000;
    const int AtOnce = 8;

    /// <summary>Copies out. Nobody may write meanwhile: two tables of different moments do not belong together.</summary>
    /// <exception cref="CopyException">The folder is not empty.</exception>
    public async Task<CopyManifest> OutAsync(CopyFolder folder, CancellationToken stop)
    {
        if (!folder.IsNew)
            throw new CopyException("文件夹里已经有东西了。每次备份请用一个新的文件夹。 · The folder is not empty: give each copy a new one.");
        var at = clock.GetUtcNow();
        var copied = new List<CopiedTable>();
        foreach (var name in StorageSetup.Tables)
            copied.Add(await TableOutAsync(name, folder, stop));
        var files = new List<CopiedBlob>();
        // The list of deletions is not part of what is restored: it is a file beside it, for copies that are older.
        foreach (var container in StorageSetup.Containers.Where(container => container != DeletionList.Container))
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: stop))
                files.Add(await BlobOutAsync(container, blob, folder, stop));
        }

        await DeletionsOutAsync(folder, stop);
        var manifest = new CopyManifest(CopyManifest.Current, at, copied, files);
        await folder.WriteAsync(manifest);
        return manifest;
    }

    /// <summary>Copies the list of deletions out, which can be done while the app runs.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> DeletionsOutAsync(CopyFolder folder, CancellationToken stop)
    {
        var deletions = await DeletionsAsync(stop);
        await folder.WriteAsync(CopyFolder.Deletions, async stream =>
        {
            foreach (var deletion in deletions)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{deletion}\n"), stop);
        });
        return deletions.Count;
    }

    /// <summary>Copies back into storage in which nothing lies: what is there is never overwritten nor mixed. What people had deleted since is deleted once more.</summary>
    /// <param name="lists">Folders with later lists of deletions; the storage's own counts too, should it still be there.</param>
    /// <returns>What was copied, and how much of it was deleted once more.</returns>
    /// <exception cref="CopyException">The copy is not whole, or the storage is not empty. Nothing was written.</exception>
    public async Task<(CopyManifest Manifest, int Deleted)> InAsync(CopyFolder folder, IReadOnlyList<CopyFolder> lists, CancellationToken stop)
    {
        var manifest = await folder.ManifestAsync(stop);
        var deletions = new List<Deletion>(await DeletionsAsync(stop));
        foreach (var list in lists)
            deletions.AddRange(await list.DeletionsAsync(stop));
        foreach (var table in manifest.Tables)
            await folder.CheckAsync(CopyFolder.Table(table.Name), table.Hash, stop);
        foreach (var blob in manifest.Blobs)
            await folder.CheckAsync(CopyFolder.Blob(blob.Container, blob.Name), blob.Hash, stop);
        foreach (var name in manifest.Tables.Select(table => table.Name))
            await EmptyTableAsync(name, stop);
        foreach (var name in manifest.Blobs.Select(blob => blob.Container).Distinct(StringComparer.Ordinal))
            await EmptyContainerAsync(name, stop);

        // Blobs first: a row never points at what is not there.
        await Parallel.ForEachAsync(manifest.Blobs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (blob, cancelled) =>
        {
            await using var bytes = folder.Open(CopyFolder.Blob(blob.Container, blob.Name));
            await blobs.GetBlobContainerClient(blob.Container).GetBlobClient(blob.Name).UploadAsync(bytes, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = blob.Type } }, cancelled);
        });
        foreach (var table in manifest.Tables)
            await TableInAsync(table, folder, stop);
        return (manifest, await new DeletionsAgain(tables, blobs).RunAsync(deletions, manifest.At, stop));
    }

    async Task<IReadOnlyList<Deletion>> DeletionsAsync(CancellationToken stop)
    {
        var container = blobs.GetBlobContainerClient(DeletionList.Container);
        return await container.ExistsAsync(stop) ? await new DeletionList(container).ReadAsync(stop) : [];
    }

    async Task<CopiedTable> TableOutAsync(string name, CopyFolder folder, CancellationToken stop)
    {
        var rows = 0;
        var (hash, _) = await folder.WriteAsync(CopyFolder.Table(name), async stream =>
        {
            await foreach (var row in tables.GetTableClient(name).QueryAsync(cancellationToken: stop))
            {
                await stream.WriteAsync(TableEntityJson.Write(row), stop);
                stream.WriteByte((byte)'\n');
                rows++;
            }
        });
        return new CopiedTable(name, rows, hash);
    }

    async Task<CopiedBlob> BlobOutAsync(string container, BlobItem blob, CopyFolder folder, CancellationToken stop)
    {
        var (hash, length) = await folder.WriteAsync(CopyFolder.Blob(container, blob.Name), stream => blobs.GetBlobContainerClient(container).GetBlobClient(blob.Name).DownloadToAsync(stream, stop));
        return new CopiedBlob(container, blob.Name, blob.Properties.ContentType ?? "application/octet-stream", length, hash);
    }

    async Task EmptyTableAsync(string name, CancellationToken stop)
    {
        var table = tables.GetTableClient(name);
        await table.CreateIfNotExistsAsync(stop);
        await foreach (var _ in table.QueryAsync(maxPerPage: 1, cancellationToken: stop))
            throw new CopyException($"表 {name} 不是空的。恢复只能恢复到空的存储里。 · Table {name} is not empty.");
    }

    async Task EmptyContainerAsync(string name, CancellationToken stop)
    {
        var container = blobs.GetBlobContainerClient(name);
        await container.CreateIfNotExistsAsync(cancellationToken: stop);
        await foreach (var _ in container.GetBlobsAsync(cancellationToken: stop))
            throw new CopyException($"容器 {name} 不是空的。恢复只能恢复到空的存储里。 · Container {name} is not empty.");
    }

    async Task TableInAsync(CopiedTable table, CopyFolder folder, CancellationToken stop)
    {
        var client = tables.GetTableClient(table.Name);
        using var lines = new StreamReader(folder.Open(CopyFolder.Table(table.Name)));
        var (batch, bytes, written) = (new List<TableEntity>(), 0, 0);
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var row = TableEntityJson.Read(json.RootElement);
            if (batch.Count > 0 && (batch.Count == MostRows || bytes + line.Length > MostBytes || batch[0].PartitionKey != row.PartitionKey))
                await FlushAsync();
            batch.Add(row);
            bytes += line.Length;
        }

        if (batch.Count > 0)
            await FlushAsync();
        if (written != table.Rows)
            throw new CopyException($"表 {table.Name} 写了 {written} 行，清单上是 {table.Rows} 行。 · {written} of {table.Rows} rows of {table.Name} were written.");

        async Task FlushAsync()
        {
            await client.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), stop);
            written += batch.Count;
            batch.Clear();
            bytes = 0;
        }
    }
}
