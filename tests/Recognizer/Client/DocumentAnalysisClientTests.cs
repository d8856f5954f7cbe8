using System.Text;
using Azure;
using Shouwang.Functions.Recognition;

namespace Shouwang.Recognizer.Tests.Client;

public sealed class DocumentAnalysisClientTests(RunningRecognizer recognizer)
{
    DocumentAnalysisClient Client(string version = "2023-07-31", string key = RunningRecognizer.Key) =>
        new(recognizer.Endpoint, new AzureKeyCredential(key), new(DocumentAnalysisClientOptions.ParseVersion(version)));

    async Task<RequestFailedException> Refusal(byte[] file, string key = RunningRecognizer.Key, string model = "prebuilt-read") =>
        await Should.ThrowAsync<RequestFailedException>(() => Client(key: key).AnalyzeDocumentAsync(WaitUntil.Completed, model, BinaryData.FromBytes(file)));

    [Theory]
    [InlineData("2023-07-31")]
    [InlineData("2024-11-30")]
    public async Task A_discharge_record_comes_back_as_lines_and_characters(string version)
    {
        var operation = await Client(version).AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-layout", BinaryData.FromBytes(RunningRecognizer.Sample("claim/discharge-record.jpg")));

        operation.Value.ApiVersion.ShouldBe(version);
        var page = RecognisedPages.From(operation.Value).ShouldHaveSingleItem();
        page.Lines.Select(line => line.Text).ShouldContain("江阴市示例人民医院");
        var title = page.Lines.First(line => line.Text == "江阴市示例人民医院");
        string.Concat(title.Words.Select(word => word.Text)).ShouldBe(title.Text);
        title.Words.Count.ShouldBe(9);
        title.Confidence.Value.ShouldBeGreaterThan(9_000);
        title.Where.Left.ShouldBeInRange(480, 540);
    }

    [Fact]
    public async Task A_page_upside_down_is_read_and_its_places_are_those_of_the_upright_picture()
    {
        var operation = await Client().AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-read", BinaryData.FromBytes(RunningRecognizer.Sample("others/upside-down-discharge-record.jpg")));

        Math.Abs(operation.Value.Pages![0].Angle!.Value).ShouldBeGreaterThan(170);
        var page = RecognisedPages.From(operation.Value).ShouldHaveSingleItem();
        page.QuarterTurns.ShouldBe(2);
        page.Lines[0].Where.Top.ShouldBeLessThan(page.Height / 3);
        page.Lines[0].Where.X0.ShouldBeLessThan(page.Lines[0].Where.X1);
    }

    [Fact]
    public async Task A_blank_wall_is_a_page_without_lines()
    {
        var operation = await Client().AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-layout", new MemoryStream(RunningRecognizer.Sample("others/blank-wall.jpg")));

        operation.Value.Pages!.ShouldHaveSingleItem().Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_for_good()
    {
        var failure = await Refusal(Encoding.UTF8.GetBytes("不是图片"));

        (failure.Status, failure.ErrorCode).ShouldBe((400, "InvalidContent"));
        RecognitionFailures.Of(failure).ShouldBe(RecognitionFailure.PictureRefused);
    }

    [Fact]
    public async Task A_jpeg_cut_short_is_refused_for_good()
    {
        var failure = await Refusal(RunningRecognizer.Sample("claim/fee-list.jpg")[..^20_000]);

        (failure.Status, failure.ErrorCode).ShouldBe((400, "InvalidContent"));
        RecognitionFailures.Of(failure).ShouldBe(RecognitionFailure.PictureRefused);
    }

    [Theory]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")]
    public async Task Documents_that_are_cut_short_are_refused_for_good(string start)
    {
        var failure = await Refusal(Encoding.Latin1.GetBytes(start));

        failure.ErrorCode.ShouldBe("InvalidContent");
        RecognitionFailures.Of(failure).ShouldBe(RecognitionFailure.PictureRefused);
    }

    [Fact]
    public async Task A_wrong_key_is_a_matter_of_settings() =>
        RecognitionFailures.Of(await Refusal(RunningRecognizer.Sample("others/blank-wall.jpg"), key: "wrong")).ShouldBe(RecognitionFailure.Misconfigured);

    [Fact]
    public async Task A_model_that_does_not_exist_is_a_matter_of_settings()
    {
        var failure = await Refusal(RunningRecognizer.Sample("others/blank-wall.jpg"), model: "no-such");

        (failure.Status, failure.ErrorCode).ShouldBe((404, "ModelNotFound"));
        RecognitionFailures.Of(failure).ShouldBe(RecognitionFailure.Misconfigured);
    }
}
