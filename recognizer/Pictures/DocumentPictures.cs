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
            default:
                yield return PictureDecoder.Decode(file);
                break;
        }
    }
}
