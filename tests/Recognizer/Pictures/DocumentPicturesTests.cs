using System.Diagnostics;
using System.Text;
using Shouwang.Recognizer.Pictures;

namespace Shouwang.Recognizer.Tests.Pictures;

/// <summary>PDF and HEIC files as pages.</summary>
public sealed class DocumentPicturesTests
{
    static async Task<List<DecodedPicture>> Pages(byte[] file)
    {
        List<DecodedPicture> pages = [];
        await foreach (var page in DocumentPictures.OfAsync(file, TestContext.Current.CancellationToken))
            pages.Add(page);
        return pages;
    }

    static async Task<PictureRefusal> Refused(byte[] file) => (await Should.ThrowAsync<PictureRefusedException>(() => Pages(file))).Refusal;

    [Fact]
    public async Task Every_page_of_a_PDF_is_drawn_at_a_size_that_can_be_read()
    {
        var pages = await Pages(Pdf("595 842", "595 842", "842 595"));
        pages.Select(page => (page.SentWidth, page.SentHeight)).ShouldBe([(1653, 2338), (1653, 2338), (2338, 1653)]);
        pages[0].Picture.Row(1000)[500].ShouldBe(Picture.Pixel(255, 255, 255));
    }

    [Fact]
    public async Task A_page_as_large_as_a_field_or_as_long_as_a_road_is_drawn_small()
    {
        foreach (var page in await Pages(Pdf("99999999 99999999", "50 900000", "900000 50")))
            ((long)page.Picture.Width * page.Picture.Height).ShouldBeInRange(1, 12_100_000);
    }

    [Fact]
    public async Task More_pages_than_are_read_are_refused_with_a_reason_of_their_own()
    {
        (await Refused(Pdf([.. Enumerable.Repeat("100 100", PdfPages.MostPages + 1)]))).ShouldBe(PictureRefusal.TooManyPages);
        (await Refused(Pdf([.. Enumerable.Repeat("100 100", 5_000)]))).ShouldBe(PictureRefusal.TooManyPages);
    }

    [Fact]
    public async Task Pages_that_are_drawn_for_too_long_together_are_refused()
    {
        await using var outside = new OutsideFile();
        var path = await outside.LayAsync(Pdf("200 200", "200 200"), TestContext.Current.CancellationToken);
        List<Picture> pages = [];
        (await Should.ThrowAsync<PictureRefusedException>(async () =>
        {
            await foreach (var page in PdfPages.DrawAsync(path, TimeSpan.Zero, TestContext.Current.CancellationToken))
                pages.Add(page);
        })).Refusal.ShouldBe(PictureRefusal.NotReadable);
        pages.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_malformed_PDF_is_refused()
    {
        (await Refused("%PDF-1.7\nnothing of the kind\n%%EOF"u8.ToArray())).ShouldBe(PictureRefusal.NotReadable);
        (await Refused(Pdf())).ShouldBe(PictureRefusal.NotReadable);
    }

    [Fact]
    public async Task A_page_that_would_need_all_memory_or_all_time_ends_its_own_decoder_alone()
    {
        // A picture of 30,000 x 30,000 in colour that packs into next to nothing, drawn a thousand times over.
        var bomb = Pdf(["595 842"], string.Concat(Enumerable.Repeat("q 595 0 0 842 0 0 cm BI /W 30000 /H 30000 /CS /RGB /BPC 8 ID \0 EI Q ", 1000)));
        var before = Process.GetCurrentProcess().WorkingSet64;
        try
        {
            (await Pages(bomb)).Count.ShouldBe(1);
        }
        catch (PictureRefusedException refused)
        {
            refused.Refusal.ShouldBe(PictureRefusal.NotReadable);
        }
        (Process.GetCurrentProcess().WorkingSet64 - before).ShouldBeLessThan(400L << 20);
        (await Pages(Pdf("200 200"))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_iPhone_photo_is_decoded_as_it_is_seen()
    {
        var page = (await Pages(Heic())).ShouldHaveSingleItem();
        var same = PictureDecoder.Decode(RunningRecognizer.Sample("claim/fee-list.jpg"));
        (page.Picture.Width, page.Picture.Height).ShouldBe((same.Picture.Width, same.Picture.Height));
    }

    [Fact]
    public async Task A_damaged_iPhone_photo_is_refused()
    {
        var file = Heic();
        (await Refused(file[..(file.Length / 2)])).ShouldBe(PictureRefusal.NotReadable);
        (await Refused([.. "\0\0\0\u0018ftypheic"u8, .. new byte[2000]])).ShouldBe(PictureRefusal.NotReadable);
    }

    [Fact]
    public async Task An_iPhone_photo_that_claims_to_be_huge_is_refused_before_it_is_decoded()
    {
        var file = Heic();
        for (var at = file.AsSpan().IndexOf("ispe"u8); at >= 0; at = file.AsSpan(at + 4).IndexOf("ispe"u8) is >= 0 and var next ? at + 4 + next : -1)
            new byte[] { 0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30 }.CopyTo(file, at + 8);
        (await Refused(file)).ShouldBe(PictureRefusal.Dimensions);
    }

    static byte[] Heic()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("heic-").FullName, "photo.heic");
        try
        {
            using var encode = Process.Start(new ProcessStartInfo("heif-enc", ["-q", "60", Path.Combine(AppContext.BaseDirectory, "samples", "claim", "fee-list.jpg"), "-o", path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            encode.WaitForExit();
            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    internal static byte[] Pdf(params string[] sizes) => Pdf(sizes, "");

    static byte[] Pdf(string[] sizes, string drawing)
    {
        List<string> objects = ["<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count {sizes.Length} /Kids [{string.Join(' ', sizes.Select((_, i) => $"{i + 4} 0 R"))}] >>", $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream"];
        objects.AddRange(sizes.Select(size => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 3 0 R >>"));
        var file = new StringBuilder("%PDF-1.7\n");
        for (var i = 0; i < objects.Count; i++)
            file.Append(null, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        return Encoding.Latin1.GetBytes(file.Append(null, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\n%%EOF\n").ToString());
    }
}
