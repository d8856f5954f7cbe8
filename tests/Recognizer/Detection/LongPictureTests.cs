using Shouwang.Recognizer.Pictures;
using Shouwang.Recognizer.Reading;
using Shouwang.Recognizer.Tests.Pictures;
using Shouwang.Shared.Pictures;

namespace Shouwang.Recognizer.Tests.Detection;

/// <summary>Screenshots that were scrolled, one sheet below the other.</summary>
public sealed class LongPictureTests
{
    const int Sheets = 4;

    [Fact]
    public void A_long_picture_is_read_as_well_as_its_sheets_and_no_line_twice()
    {
        using var reader = PageReader.Load(RunningRecognizer.Files, threads: 2);
        var sheet = Read(reader);
        string[] copy = ["(", "-clone", "0", ")"];
        var whole = Read(reader, [.. Enumerable.Repeat(copy, Sheets - 1).SelectMany(one => one), "-append"]);

        whole.Height.ShouldBe(Sheets * sheet.Height);
        LongPicture.Is(whole.Width, whole.Height).ShouldBeTrue();
        var times = whole.Lines.ToLookup(line => line);
        // Of the lines that stand once on the sheet nearly all stand once on each.
        var once = sheet.Lines.GroupBy(line => line).Where(same => same.Count() == 1 && same.Key.Length >= 4).Select(same => same.Key).ToList();
        once.Count.ShouldBeGreaterThan(40);
        once.Count(line => times[line].Count() == Sheets).ShouldBeGreaterThan(once.Count * 9 / 10);
        once.ShouldAllBe(line => times[line].Count() <= Sheets);
        whole.Lines.Count.ShouldBeInRange(Sheets * sheet.Lines.Count * 97 / 100, Sheets * sheet.Lines.Count * 103 / 100);
    }

    [Theory]
    [InlineData(1080, 2400, 1280, 2400)] // one screen of a phone
    [InlineData(1240, 1754, 1280, 1754)] // a sheet
    [InlineData(3000, 400, 1280, 3000)] // a strip that lies
    [InlineData(1080, 13_947, 900, 1080)]
    public void What_is_longer_than_a_screen_is_looked_at_like_a_sheet_of_its_width(int width, int height, int looked, int of) => LongPicture.Scale(width, height).ShouldBe((looked, of));

    static (int Width, int Height, List<string> Lines) Read(PageReader reader, params string[] how)
    {
        var page = reader.Read(PictureDecoder.Decode(Converted.Sample("claim/fee-list.jpg", "jpeg", ["-auto-orient", "-resize", "1000x", .. how, "-quality", "92"])));
        return (page.Frame.Width, page.Frame.Height, [.. page.Lines.Select(line => line.Text)]);
    }
}
