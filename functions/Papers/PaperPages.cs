using Shouwang.Functions.Storage;

namespace Shouwang.Functions.Papers;

/// <summary>A paper's pages as pictures that any browser shows (单据页面): a JPEG or PNG as it came, of anything else a drawing that is kept beside the original.</summary>
internal sealed class PaperPages(Originals originals, IPageDrawing drawing)
{
    /// <summary>More pages than this no recogniser here reads.</summary>
    const int MostPages = 20;

    const string Jpeg = "image/jpeg";

    /// <summary>Null where there is no such page, or nobody who draws it.</summary>
    /// <exception cref="RecogniserDownException">It cannot be drawn right now.</exception>
    public async Task<(BinaryData Picture, string MediaType)?> FindAsync(string original, int page, CancellationToken stop)
    {
        if (page is < 1 or > MostPages || await originals.FindAsync(original, stop) is not { } file)
            return null;
        var type = PictureFile.MediaType(file);
        if (type is Jpeg or "image/png")
            return page == 1 ? (file, type) : null;
        var path = $"{original}.page-{page}.jpg";
        if (await originals.FindAsync(path, stop) is { } kept)
            return (kept, Jpeg);
        if (await drawing.DrawAsync(file, page, stop) is not { } drawn)
            return null;
        await originals.KeepDerivedAsync(path, drawn, stop, Jpeg);
        // Deleted in the meantime? Then the drawing goes as well.
        if (!await originals.IsThereAsync(original, stop))
            await originals.ForgetAsync(original, stop);
        return (drawn, Jpeg);
    }
}
