using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Pictures;

/// <summary>The first look (初看) at pictures that only this process can decode: the same measures and the same thresholds as the app's own.</summary>
static class DrawnLook
{
    /// <summary>The faults of a file's photographed pages together.</summary>
    /// <exception cref="PictureRefusedException">Not a document that is read here, or damaged.</exception>
    public static async Task<IReadOnlyList<PictureFault>> FaultsAsync(byte[] file, CancellationToken stop)
    {
        SortedSet<PictureFault> faults = [];
        await foreach (var page in DocumentPictures.PhotographedAsync(file, stop))
            faults.UnionWith(Faults(page));
        return [.. faults];
    }

    static IReadOnlyList<PictureFault> Faults(Picture page)
    {
        var grey = Grey(page);
        return PictureLook.Judge(PictureMeasures.Of(grey), grey, Orientation.AsStored);
    }

    /// <summary>Brightness, shrunk by averages as the app shrinks a PNG.</summary>
    static GreyPicture Grey(Picture picture)
    {
        var by = Math.Max(1, Math.Max(picture.Width, picture.Height) / GreyPicture.LookedAt);
        var (width, height) = (picture.Width / by, picture.Height / by);
        var (sums, pixels) = (new int[width], new byte[width * height]);
        for (var y = 0; y < height; y++)
        {
            Array.Clear(sums);
            for (var part = 0; part < by; part++)
            {
                var row = picture.Row((y * by) + part);
                for (var x = 0; x < width * by; x++)
                    sums[x / by] += (Picture.Red(row[x]) + (2 * Picture.Green(row[x])) + Picture.Blue(row[x])) / 4;
            }
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (byte)(sums[x] / (by * by));
        }
        return new GreyPicture(width, height, pixels, 8 * by);
    }
}
