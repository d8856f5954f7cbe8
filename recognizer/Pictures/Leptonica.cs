using System.Runtime.InteropServices;

namespace Shouwang.Recognizer.Pictures;

/// <summary>The few calls of the Leptonica image library (Debian liblept5) that decoding needs.</summary>
static unsafe partial class Leptonica
{
    const string Library = "liblept.so.5";

    /// <summary>Keep what could be read of a damaged JPEG and count the complaints, so that we judge and not the library.</summary>
    public const int ContinueWithBadData = 2;

    const int Silent = 6;

    static Leptonica() => _ = setMsgSeverity(Silent);

    public static int ReadHeader(byte* data, nuint size, out int width, out int height) =>
        pixReadHeaderMem(data, size, out _, out width, out height, out _, out _, out _);

    public static nint ReadJpeg(byte* data, nuint size, int reduction, out int complaints) =>
        pixReadMemJpeg(data, size, 0, reduction, out complaints, ContinueWithBadData);

    public static nint Read(byte* data, nuint size) => pixReadMem(data, size);

    public static int ReadTiffHeader(byte* data, nuint size, int page, out int width, out int height) =>
        readHeaderMemTiff(data, size, page, out width, out height, out _, out _, out _, out _, out _);

    public static nint ReadTiff(byte* data, nuint size, int page) => pixReadMemTiff(data, size, page);

    /// <summary>The picture as a JPEG file, its longer side brought down to that.</summary>
    public static byte[] Jpeg(Picture picture, int longest, int quality)
    {
        var native = pixCreate(picture.Width, picture.Height, 32);
        try
        {
            for (var y = 0; y < picture.Height; y++)
                picture.Row(y).CopyTo(new Span<uint>(pixGetData(native) + ((nint)y * pixGetWpl(native)), picture.Width));
            if (Math.Max(picture.Width, picture.Height) > longest)
            {
                var small = picture.Width > picture.Height ? pixScaleToSize(native, longest, 0) : pixScaleToSize(native, 0, longest);
                Free(native);
                native = small;
            }
            return pixWriteMemJpeg(out var file, out var size, native, quality, 0) == 0 ? Owned(file, size) : throw new InvalidOperationException("Leptonica could not write a JPEG file.");
        }
        finally
        {
            Free(native);
        }
    }

    static byte[] Owned(byte* file, nuint size)
    {
        var bytes = new ReadOnlySpan<byte>(file, (int)size).ToArray();
        lept_free(file);
        return bytes;
    }

    /// <summary>The same picture with one 32-bit word a pixel; the handle given is spent.</summary>
    public static nint To32Bits(nint picture)
    {
        if (pixGetDepth(picture) == 32)
            return picture;
        var converted = pixConvertTo32(picture);
        Free(picture);
        return converted;
    }

    public static int Width(nint picture) => pixGetWidth(picture);

    public static int Height(nint picture) => pixGetHeight(picture);

    public static ReadOnlySpan<uint> Row(nint picture, int y, int width) => new(pixGetData(picture) + ((nint)y * pixGetWpl(picture)), width);

    public static void Free(nint picture) => pixDestroy(ref picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixReadHeaderMem(byte* data, nuint size, out int format, out int width, out int height, out int bitsPerSample, out int samples, out int hasColourMap);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixReadMemJpeg(byte* data, nuint size, int colourMap, int reduction, out int warnings, int hint);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixReadMem(byte* data, nuint size);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int readHeaderMemTiff(byte* data, nuint size, int page, out int width, out int height, out int bitsPerSample, out int samples, out int resolution, out int hasColourMap, out int format);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixReadMemTiff(byte* data, nuint size, int page);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixCreate(int width, int height, int depth);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixScaleToSize(nint picture, int width, int height);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixWriteMemJpeg(out byte* file, out nuint size, nint picture, int quality, int progressive);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void lept_free(byte* memory);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint pixConvertTo32(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint* pixGetData(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixGetDepth(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixGetWidth(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixGetHeight(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int pixGetWpl(nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void pixDestroy(ref nint picture);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setMsgSeverity(int level);
}
