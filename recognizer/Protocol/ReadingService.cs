using Shouwang.Recognizer.Inference;
using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Reading;

namespace Shouwang.Recognizer.Protocol;

/// <summary>Loads the models and reads waiting pictures, so many at once as settled.</summary>
sealed partial class ReadingService(InferenceFiles files, RecognizerSettings settings, WaitingPages waiting, Operations operations, ILogger<ReadingService> log) : BackgroundService
{
    /// <summary>Whether the models are loaded.</summary>
    public bool IsReady { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // listening comes first
        using var reader = PageReader.Load(files, Math.Max(1, Environment.ProcessorCount / settings.PagesAtOnce));
        reader.Read(new DecodedPicture(WarmUp(), 320, 160));
        IsReady = true;
        LogReady(files.RuntimeLibrary, settings.PagesAtOnce);
        await Task.WhenAll(Enumerable.Range(0, settings.PagesAtOnce).Select(_ => Task.Run(() => WorkAsync(reader, stoppingToken), stoppingToken)));
    }

    async Task WorkAsync(PageReader reader, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (await waiting.NextAsync(stopping) is not { } page)
                return;
            operations.Update(page.Operation, Operation.Running);
            try
            {
                operations.Update(page.Operation, Operation.Succeeded, await ReadAsync(reader, page, stopping));
            }
            catch (PictureRefusedException refused)
            {
                operations.Update(page.Operation, Operation.Failed, error: refused.ToRefusal().Error);
            }
#pragma warning disable CA1031 // one bad picture must not end the service
            catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(page.Operation, failure);
                operations.Update(page.Operation, Operation.Failed, error: new("InternalServerError", "The picture could not be read because of an error in the recogniser."));
            }
        }
    }

    static async Task<AnalyzeResult> ReadAsync(PageReader reader, WaitingPage waiting, CancellationToken stopping)
    {
        List<PageReading> pages = [];
        try
        {
            await foreach (var picture in DocumentPictures.OfAsync(waiting.File, stopping))
            {
                pages.Add(reader.Read(picture));
                GC.Collect(); // a page takes tens of megabytes in few large arrays: give them back before the next one asks for as many
            }
            return ResultBuilder.Build(pages, waiting.Request);
        }
        finally
        {
            GC.Collect();
        }
    }

    /// <summary>White with a black bar, so that every model runs once before the first picture comes.</summary>
    static Picture WarmUp()
    {
        var picture = Picture.Blank(320, 160);
        picture.Pixels.AsSpan().Fill(Picture.Pixel(255, 255, 255));
        for (var y = 60; y < 90; y++)
            picture.Row(y).Slice(40, 200).Clear();
        return picture;
    }

    [LoggerMessage(1, LogLevel.Information, "Ready: models loaded with {Library}, {Pages} page(s) at once.")]
    partial void LogReady(string library, int pages);

    [LoggerMessage(2, LogLevel.Error, "Operation {Operation} failed.")]
    partial void LogFailure(Guid operation, Exception failure);
}
