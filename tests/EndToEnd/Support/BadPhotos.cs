using System.Diagnostics;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>Files that are no photo of a paper, or none that will do.</summary>
static class BadPhotos
{
    const string SixtyMegapixels = "60000000@";

    public static Photo Make(string what) => what switch
    {
        "words" => new("words.jpg", "这不是照片，是一封信。"u8.ToArray()),
        "an empty file" => new("empty.jpg", []),
        "a truncated JPEG" => SampleClaim.FeeList with { Bytes = SampleClaim.FeeList.Bytes[..100_000] },
        "25 MB" => SampleClaim.FeeList with { Bytes = [.. SampleClaim.FeeList.Bytes, .. new byte[25 << 20]] },
        "a malformed PDF" => new("bill.pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n"u8.ToArray()),
        "a locked PDF" => new("bill.pdf", Pdf.Locked()),
        "a photo in the dark" => new("dark.jpg", Drawn("-evaluate", "multiply", "0.2")),
        "a broken HEIC" => new("IMG_0001.HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[2000]]),
        "a thumbnail" => new("thumbnail.jpg", Drawn("-resize", "40x")),
        "a blank wall" => Photo.Other("blank-wall"),
        "a blurred page" => Photo.Other("blurred-settlement-sheet"),
        "a shopping receipt" => Photo.Other("shopping-receipt"),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "There is no such photo."),
    };

    /// <summary>The discharge record as a phone with too many pixels takes it.</summary>
    public static Photo Huge() => SampleClaim.DischargeRecord with { Bytes = Drawn("-sample", SixtyMegapixels) };

    static byte[] Drawn(params ReadOnlySpan<string> how)
    {
        var file = Path.GetTempFileName();
        try
        {
            using var convert = Process.Start("convert", [Tree.In("samples", "claim", "discharge-record.jpg"), .. how, "-quality", "60", $"jpeg:{file}"]);
            convert.WaitForExit();
            convert.ExitCode.ShouldBe(0, "ImageMagick");
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
