using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Pictures;

/// <summary>A file → the pictures of its pages (文件页面): one for a photo, several for a PDF.</summary>
static class DocumentPictures
{
    /// <exception cref="PictureRefusedException">Not a document that is read here, or damaged.</exception>
    public static async IAsyncEnumerable<DecodedPicture> OfAsync(byte[] file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        switch (PictureDecoder.Inspect(file).Format)
        {
            case PictureFormat.Pdf:
                // A page is read before the next is drawn.
                await using (var outside = new OutsideFile())
                {
                    await foreach (var page in PdfPages.DrawAsync(await outside.LayAsync(file, stop), stop))
                        yield return new DecodedPicture(page, page.Width, page.Height);
                }
                break;
            case PictureFormat.Heif:
                byte[] jpeg;
                await using (var outside = new OutsideFile())
                    jpeg = await HeifPicture.ToJpegAsync(await outside.LayAsync(file, stop), stop);
                // Already turned; what its EXIF block still tells is of the file before.
                yield return PictureDecoder.Decode(jpeg, Orientation.AsStored);
                break;
            case PictureFormat.Tiff:
                foreach (var page in TiffPages.Of(file))
                    yield return new DecodedPicture(page, page.Width, page.Height);
                break;
            default:
                yield return PictureDecoder.Decode(file);
                break;
        }
    }

    /// <summary>One page alone; null where there is none of that number.</summary>
    /// <exception cref="PictureRefusedException">Not a document that is read here, or damaged.</exception>
    public static async Task<Picture?> OneAsync(byte[] file, int number, CancellationToken stop)
    {
        switch (PictureDecoder.Inspect(file).Format)
        {
            case PictureFormat.Pdf:
                await using (var outside = new OutsideFile())
                    return await PdfPages.DrawAsync(await outside.LayAsync(file, stop), number, stop);
            case PictureFormat.Tiff:
                return TiffPages.Of(file).ElementAtOrDefault(number - 1);
            default:
                await foreach (var page in OfAsync(file, stop))
                    return number == 1 ? page.Picture : null;
                return null;
        }
    }

    /// <summary>The pages that were photographed or scanned: what was drawn by a program cannot be dark or cut off.</summary>
    /// <exception cref="PictureRefusedException">Not a document that is read here, or damaged.</exception>
    public static async IAsyncEnumerable<Picture> PhotographedAsync(byte[] file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (PictureDecoder.Inspect(file).Format == PictureFormat.Pdf)
        {
            await using var outside = new OutsideFile();
            var path = await outside.LayAsync(file, stop);
            foreach (var number in await PdfPages.ScannedAsync(path, stop))
            {
                if (await PdfPages.DrawAsync(path, number, stop) is { } page)
                    yield return page;
            }
            yield break;
        }
        await foreach (var page in OfAsync(file, stop))
            yield return page.Picture;
    }
}
