namespace Shouwang.Recognizer.Pictures;

/// <summary>The pages of a TIFF file (TIFF 页面): a scanner writes several into one.</summary>
static unsafe class TiffPages
{
    /// <summary>One page after the other, each decoded when it is asked for.</summary>
    /// <exception cref="PictureRefusedException">The file is damaged, or has too many or too large pages.</exception>
    public static IEnumerable<Picture> Of(byte[] file) => Enumerable.Range(0, Count(file)).Select(page => One(file, page));

    /// <summary>All headers are judged before anything is decoded.</summary>
    static int Count(byte[] file)
    {
        fixed (byte* data = file)
        {
            for (var page = 0; page <= PdfPages.MostPages; page++)
            {
                if (Leptonica.ReadTiffHeader(data, (nuint)file.Length, page, out var width, out var height) != 0)
                    return page > 0 ? page : throw new PictureRefusedException(PictureRefusal.NotReadable, "The file is corrupted: its Tiff header makes no sense.");
                PictureDecoder.Bounded(PictureFormat.Tiff, width, height);
            }
        }
        throw new PictureRefusedException(PictureRefusal.TooManyPages, $"The TIFF file has more than {PdfPages.MostPages} pages, which are read at most. Send it in parts.");
    }

    static Picture One(byte[] file, int page)
    {
        fixed (byte* data = file)
            return PictureDecoder.Taken(Leptonica.ReadTiff(data, (nuint)file.Length, page), PictureFormat.Tiff);
    }
}
