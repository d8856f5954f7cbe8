using Shouwang.Functions.Recognition;
using Shouwang.Shared.Bills;

namespace Shouwang.Recognizer.Tests.Client;

public sealed class RecognisedPagesTests
{
    static AnalyzeResult Page(float angle, float[] polygon) => new(
        "2023-07-31",
        "prebuilt-layout",
        "合计12.50",
        [new(1, angle, 400, 300, "pixel",
            [Word("合", 0, 1, 0.9f), Word("计", 1, 1, 0.8f), Word("12.50", 2, 5, 1f)],
            [new("合计12.50", polygon, [new(0, 7)])])],
        [new(1, 1, [new(0, 0, "合计12.50", [new(1, polygon)])])]);

    static DocumentWord Word(string content, int offset, int length, float confidence) => new(content, [0, 0, 1, 0, 1, 1, 0, 1], confidence, new(offset, length));

    [Fact]
    public void A_line_is_as_sure_as_its_characters_on_average()
    {
        var line = RecognisedPages.From(Page(0, [10, 20, 60, 20, 60, 40, 10, 40])).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

        line.Confidence.Value.ShouldBeInRange(9_571, 9_572);
        line.Words.Select(word => word.Text).ShouldBe(["合", "计", "12.50"]);
        line.Where.ShouldBe(new Quad(10, 20, 60, 20, 60, 40, 10, 40));
    }

    [Theory]
    [InlineData(1.4f, 0, 1, 400, 300, new float[] { 10, 20, 60, 20, 60, 40, 10, 40 })]
    [InlineData(-179.6f, 2, 0, 400, 300, new float[] { 390, 280, 340, 280, 340, 260, 390, 260 })]
    [InlineData(179.6f, 2, 0, 400, 300, new float[] { 390, 280, 340, 280, 340, 260, 390, 260 })]
    [InlineData(90.4f, 1, 0, 300, 400, new float[] { 380, 10, 380, 60, 360, 60, 360, 10 })]
    [InlineData(-88f, 3, 2, 300, 400, new float[] { 20, 290, 20, 240, 40, 240, 40, 290 })]
    public void Places_are_those_of_the_picture_stood_upright(float angle, int turns, int lean, int width, int height, float[] polygon)
    {
        var page = RecognisedPages.From(Page(angle, polygon)).ShouldHaveSingleItem();

        (page.QuarterTurns, page.AngleDegrees, page.Width, page.Height).ShouldBe((turns, lean, width, height));
        page.Lines[0].Where.ShouldBe(new Quad(10, 20, 60, 20, 60, 40, 10, 40));
        page.Tables[0].Cells[0].Where.ShouldBe(page.Lines[0].Where);
    }

    [Fact]
    public void An_answer_with_nothing_in_it_is_no_pages() => RecognisedPages.From(new(null, null, null, null, null)).ShouldBeEmpty();
}
