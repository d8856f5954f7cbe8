using System.Buffers.Binary;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Bot;
using Shouwang.Functions.Papers;

namespace Shouwang.Functions.Tests.Papers;

public sealed class PictureFileTests
{
    [Fact]
    public void An_empty_file_is_called_empty() => PictureFile.Look([]).ShouldBe(PictureVerdict.Empty);

    [Theory]
    [InlineData("hello, this is text", PictureVerdict.NotAPicture)]
    [InlineData("<html></html>", PictureVerdict.NotAPicture)]
    [InlineData("PK\u0003\u0004 a zip", PictureVerdict.NotAPicture)]
    [InlineData("#!AMR\n a voice message", PictureVerdict.Recording)]
    [InlineData("\u0002#!SILK_V3 a voice message", PictureVerdict.Recording)]
    [InlineData("\0\0\0\u001cftypM4A \0\0\0\0 a voice memo", PictureVerdict.Recording)]
    [InlineData("\0\0\0\u0014ftypqt  \0\0\0\0 a live photo's film", PictureVerdict.Recording)]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ", PictureVerdict.Recording)]
    [InlineData("OggS a voice message", PictureVerdict.Recording)]
    [InlineData("\u00ff\u00fe text of two bytes a character", PictureVerdict.NotAPicture)]
    [InlineData("GIF89a a sticker that moves", PictureVerdict.NotAPicture)]
    [InlineData("%PDF-1.7 ... cut short", PictureVerdict.Damaged)]
    [InlineData("%PDF-1.7 ... %%EOF", PictureVerdict.Fine)]
    public void Other_files_are_told_by_their_first_bytes(string text, PictureVerdict verdict) =>
        PictureFile.Look(Encoding.Latin1.GetBytes(text)).ShouldBe(verdict);

    [Theory]
    [InlineData(4032, 3024, 0, PictureVerdict.Fine)]
    [InlineData(30_000, 30_000, 0, PictureVerdict.TooManyPixels)]
    [InlineData(40, 3024, 0, PictureVerdict.TooSmall)]
    [InlineData(4032, 3024, 5, PictureVerdict.Damaged)]
    public void An_iPhone_photo_is_judged_by_its_boxes(int width, int height, int missing, PictureVerdict verdict) =>
        PictureFile.Look(Heic(width, height).AsSpan()[..^missing]).ShouldBe(verdict);

    [Theory]
    [InlineData("heic")]
    [InlineData("mif1")]
    [InlineData("heix")]
    public void An_iPhone_photo_is_told_by_its_brand(string brand) =>
        PictureFile.MediaType([0, 0, 0, 24, .. Encoding.ASCII.GetBytes("ftyp" + brand), 0, 0, 0, 0]).ShouldBe("image/heic");

    [Fact]
    public void A_whole_JPEG_will_do() => PictureFile.Look(Jpeg(3000, 4000)).ShouldBe(PictureVerdict.Fine);

    [Fact]
    public void A_phone_may_append_its_own_data_after_the_end() => PictureFile.Look([.. Jpeg(3000, 4000), 1, 2, 3]).ShouldBe(PictureVerdict.Fine);

    [Fact]
    public void What_a_phone_appends_may_look_like_the_start_of_another_scan() =>
        PictureFile.Look([.. Jpeg(3000, 4000), 0xFF, 0xDA, 0, 12, 3]).ShouldBe(PictureVerdict.Fine);

    [Fact]
    public void Several_scans_need_the_end_after_the_last()
    {
        byte[] first = [.. Jpeg(3000, 4000).AsSpan()[..^2], 1, 0xFF, 0x00, 0xFF, 0xD3, 2];
        byte[] tables = [0xFF, 0xC4, 0, 4, 0xFF, 0xD9];
        byte[] second = [0xFF, 0xDA, 0, 2, 3, 4];
        PictureFile.Look([.. first, .. tables, .. second]).ShouldBe(PictureVerdict.Damaged);
        PictureFile.Look([.. first, .. tables, .. second, 0xFF, 0xD9]).ShouldBe(PictureVerdict.Fine);
    }

    [Fact]
    public void A_JPEG_that_goes_over_the_picture_again_and_again_is_not_taken_in()
    {
        byte[] scan = [0xFF, 0xDA, 0, 4, 0, 0, 1, 2];
        byte[] Again(int times) => [.. Jpeg(3000, 4000).AsSpan()[..^2], .. Enumerable.Repeat(scan, times).SelectMany(piece => piece), 0xFF, 0xD9];
        PictureFile.Look(Again(99)).ShouldBe(PictureVerdict.Fine);
        PictureFile.Look(Again(100)).ShouldBe(PictureVerdict.Damaged);
    }

    [Fact]
    public void A_progressive_JPEG_that_would_have_to_be_held_whole_is_too_much()
    {
        PictureFile.Look(Jpeg(9_000, 5_000, progressive: true)).ShouldBe(PictureVerdict.Fine);
        PictureFile.Look(Jpeg(9_000, 6_000, progressive: true)).ShouldBe(PictureVerdict.TooManyPixels);
    }

    [Fact]
    public void A_JPEG_without_its_end_is_damaged() => PictureFile.Look(Jpeg(3000, 4000).AsSpan()[..^2]).ShouldBe(PictureVerdict.Damaged);

    [Fact]
    public void A_fifty_megapixel_photo_will_do() => PictureFile.Look(Jpeg(8160, 6120)).ShouldBe(PictureVerdict.Fine);

    [Theory]
    [InlineData(30_001, 4000)]
    [InlineData(10_000, 30_001)]
    public void A_side_longer_than_the_recogniser_takes_is_too_much(int width, int height) =>
        PictureFile.Look(Jpeg(width, height)).ShouldBe(PictureVerdict.TooManyPixels);

    [Fact]
    public void A_thumbnail_is_too_small() => PictureFile.Look(Jpeg(640, 49)).ShouldBe(PictureVerdict.TooSmall);

    [Fact]
    public void Twenty_megabytes_and_a_byte_are_too_large()
    {
        byte[] file = [.. Jpeg(3000, 4000), .. new byte[PictureFile.MostBytes]];
        PictureFile.Look(file).ShouldBe(PictureVerdict.TooLarge);
    }

    [Fact]
    public void A_PNG_that_would_unpack_to_a_billion_pixels_is_refused_by_its_header() =>
        PictureFile.Look(Png(9_999, 9_999)).ShouldBe(PictureVerdict.TooManyPixels);

    [Fact]
    public void A_PNG_without_its_last_chunk_is_damaged() => PictureFile.Look(Png(1000, 1000).AsSpan()[..^8]).ShouldBe(PictureVerdict.Damaged);

    [Fact]
    public void Bytes_cut_off_or_altered_anywhere_never_break_the_look() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            tail =>
            {
                foreach (var file in (byte[][])[[.. Jpeg(300, 400).Take(20), .. tail], [.. Png(300, 400).Take(20), .. tail], [.. "RIFF"u8, .. tail], [.. "RIFF\0\0\0\0WEBPVP8X"u8, .. tail], [.. "BM"u8, .. tail], [.. "II*\0\u0008\0\0\0"u8, .. tail], [.. "MM\0*"u8, .. tail], [.. "II*\0"u8, 255, 255, 255, 255, .. tail], tail])
                    PictureFile.Look(file);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(2480, 3508, 0, PictureVerdict.Fine)]
    [InlineData(2480, 3508, 5, PictureVerdict.Damaged)]
    [InlineData(9000, 9000, 0, PictureVerdict.TooManyPixels)]
    [InlineData(40, 3508, 0, PictureVerdict.TooSmall)]
    public void A_scan_is_judged_by_its_directory(ushort width, ushort height, int missing, PictureVerdict verdict)
    {
        byte[] file = [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, (byte)(width & 255), (byte)(width >> 8), 0, 0, 1, 1, 4, 0, 1, 0, 0, 0, (byte)(height & 255), (byte)(height >> 8), 0, 0];
        PictureFile.Look(file.AsSpan()[..^missing]).ShouldBe(verdict);
        PictureFile.MediaType(file).ShouldBe("image/tiff");
    }

    static byte[] Jpeg(int width, int height, bool progressive = false)
    {
        byte[] frame = [0xFF, (byte)(progressive ? 0xC2 : 0xC0), 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(7), (ushort)width);
        return [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, .. frame, 0xFF, 0xDA, 0, 4, 0, 0, 1, 2, 0xFF, 0, 3, 0xFF, 0xD9];
    }

    static byte[] Png(uint width, uint height)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. header, 8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
    }

    static byte[] Heic(int width, int height)
    {
        byte[] Box(string name, byte[] content) => [.. Number(content.Length + 8), .. Encoding.ASCII.GetBytes(name), .. content];
        byte[] Number(int value) => [(byte)(value >> 24), (byte)((value >> 16) & 255), (byte)((value >> 8) & 255), (byte)(value & 255)];
        byte[] sides = Box("ispe", [0, 0, 0, 0, .. Number(width), .. Number(height)]);
        return [.. Box("ftyp", [.. "heic"u8, 0, 0, 0, 0]), .. Box("meta", [0, 0, 0, 0, .. Box("iprp", Box("ipco", sides))]), .. Box("mdat", new byte[200])];
    }
}
