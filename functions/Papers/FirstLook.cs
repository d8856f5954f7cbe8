using Shouwang.Shared.Bills;
using Shouwang.Shared.Pictures;

namespace Shouwang.Functions.Papers;

/// <summary>What a first look at the photo shows (初看): the app looks itself where it can, and asks for a look at files that only the recogniser decodes.</summary>
internal sealed class FirstLook(IPageDrawing drawing)
{
    public async Task<IReadOnlyList<PictureFault>> FaultsAsync(BinaryData picture, CancellationToken stop) =>
        PictureLook.Seen(picture) ?? await drawing.LookAsync(picture, stop);

    /// <summary>It goes before what can be guessed from badly read letters. Nobody can hold a file closer or into the light.</summary>
    public async Task<PaperReading> AdviseAsync(PaperReading reading, BinaryData picture, CancellationToken stop) =>
        reading.Quality.Advice is null ? reading
        : PictureFile.MediaType(picture) == PictureFile.Pdf ? With(reading, PictureAdvice.OfFile(await FaultsAsync(picture, stop), reading.Quality.Readable))
        : PictureAdvice.Of(await FaultsAsync(picture, stop)) is { } advice ? With(reading, advice)
        : reading;

    static PaperReading With(PaperReading reading, string advice) => reading with { Quality = reading.Quality with { Advice = advice } };
}
