using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Shouwang.Functions.CustomHandler;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Board;

/// <summary>One published state of a board (一期公示).</summary>
/// <param name="Folder">Where its files lie: "2026-03-01-0000000401".</param>
internal sealed record Publication(string Folder, int Entries, string Statement, string Signature, string KeyId);

/// <summary>Publishes boards as signed static files (公示存档). What was published is never written again, so anybody can hold a later board against an earlier one.</summary>
internal sealed partial class Publisher(
    VillageStore villages, BoardDesk desk, BoardSigner signer, IEnumerable<IBoardRenderer> renderers, TableClient table, BlobContainerClient files, TimeProvider clock, ILogger<Publisher> log)
{
    public const string Container = "board";
    const string Prefix = "published|";

    /// <summary>Publishes the village's board of today. Asked again on the same day with nothing new, it is the earlier one.</summary>
    public async Task<Publication> PublishAsync(Village village, CancellationToken stop)
    {
        var board = await desk.MakeAsync(village, stop);
        var folder = $"{clock.Today():yyyy-MM-dd}-{board.View.Entries:D10}";
        if (await FindAsync(village.Code, folder, stop) is { } earlier)
            return earlier;
        foreach (var renderer in renderers)
        {
            // Cut off in between, what is there already stays and is signed by the file beside it.
            var bytes = await KeepAsync($"{village.Code}/{folder}/{renderer.File}", BinaryData.FromBytes(renderer.Render(board)), renderer.MediaType, stop);
            await KeepAsync($"{village.Code}/{folder}/{renderer.File}.sig", BinaryData.FromBytes(signer.SignDer(bytes.ToMemory().Span)), "application/octet-stream", stop);
        }

        var published = new Publication(folder, board.View.Entries, board.Tree.Text, board.Tree.Signature, board.Tree.KeyId);
        try
        {
            await table.AddEntityAsync(
                new TableEntity(village.Code, Prefix + folder)
                {
                    { "Entries", published.Entries },
                    { "Statement", published.Statement },
                    { "Signature", published.Signature },
                    { "KeyId", published.KeyId },
                },
                stop);
            return published;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return (await FindAsync(village.Code, folder, stop))!;
        }
    }

    /// <summary>What was published, oldest first.</summary>
    public async Task<IReadOnlyList<Publication>> AllAsync(string village, CancellationToken stop)
    {
        var all = new List<Publication>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, Prefix), cancellationToken: stop))
            all.Add(Read(row));
        return all;
    }

    /// <summary>A published file; null where there is none.</summary>
    public async Task<(BinaryData Bytes, string MediaType)?> FileAsync(string village, string folder, string file, CancellationToken stop)
    {
        try
        {
            var blob = (await files.GetBlobClient($"{village}/{folder}/{file}").DownloadContentAsync(stop)).Value;
            return (blob.Content, blob.Details.ContentType);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The timer function PublishBoards: every village with a ledger, one after another; a damaged ledger keeps no other from being published.</summary>
    public async Task HandleAsync(TimerTrigger trigger, CancellationToken stop)
    {
        foreach (var card in await villages.AllAsync(stop))
        {
            try
            {
                if (await villages.FindAsync(card.Code, stop) is { } village)
                    await PublishAsync(village, stop);
            }
            catch (Http.ProblemException refused)
            {
                NotPublished(log, card.Code, refused.Problem.Code);
            }
        }
    }

    async Task<Publication?> FindAsync(string village, string folder, CancellationToken stop)
    {
        var row = await table.GetEntityIfExistsAsync(village, Prefix + folder, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>Writes a file once; the bytes that lie there.</summary>
    async Task<BinaryData> KeepAsync(string name, BinaryData bytes, string mediaType, CancellationToken stop)
    {
        var blob = files.GetBlobClient(name);
        try
        {
            await blob.UploadAsync(bytes, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All }, HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, stop);
            return bytes;
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            return (await blob.DownloadContentAsync(stop)).Value.Content;
        }
    }

    static Publication Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..], row.GetInt32("Entries")!.Value, row.GetString("Statement")!, row.GetString("Signature")!, row.GetString("KeyId")!);

    [LoggerMessage(LogLevel.Error, "The board of village {Village} was not published: {Code}")]
    static partial void NotPublished(ILogger log, string village, string code);
}
