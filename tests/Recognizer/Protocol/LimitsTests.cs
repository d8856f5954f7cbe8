using System.Net;
using System.Net.Http.Headers;
using Shouwang.Recognizer.Protocol;

namespace Shouwang.Recognizer.Tests.Protocol;

public sealed class LimitsTests(RunningRecognizer recognizer)
{
    static readonly AnalyzeRequest Request = new(ApiFamily.FormRecognizer, AnalyzeRequest.Read, "textElements");

    [Fact]
    public void The_line_of_waiting_pages_is_bounded_in_number()
    {
        var waiting = new WaitingPages();
        for (var i = 0; i < WaitingPages.MostPages; i++)
            waiting.TryAdd(new(Guid.Empty, Request, [])).ShouldBeTrue();
        waiting.TryAdd(new(Guid.Empty, Request, [])).ShouldBeFalse();
    }

    [Fact]
    public async Task The_line_of_waiting_pages_is_bounded_in_bytes_and_takes_more_once_one_is_gone()
    {
        var waiting = new WaitingPages();
        var large = new byte[WaitingPages.MostBytes / 2];
        waiting.TryAdd(new(Guid.Empty, Request, large)).ShouldBeTrue();
        waiting.TryAdd(new(Guid.Empty, Request, large)).ShouldBeTrue();
        waiting.TryAdd(new(Guid.Empty, Request, [1])).ShouldBeFalse();

        await waiting.NextAsync(CancellationToken.None);

        waiting.TryAdd(new(Guid.Empty, Request, [1])).ShouldBeTrue();
    }

    [Fact]
    public void Results_are_forgotten_after_a_while_and_the_oldest_go_first()
    {
        var clock = new SetClock();
        var operations = new Operations(clock);
        var first = operations.Begin(Request);
        operations.Update(first.Id, Operation.Succeeded);
        operations.Find(first.Id, Request.Family, Request.ModelId).ShouldNotBeNull();

        clock.Now += Operations.KeptFor + TimeSpan.FromSeconds(1);

        operations.Find(first.Id, Request.Family, Request.ModelId).ShouldBeNull();
        var many = Enumerable.Range(0, Operations.KeptAtMost + 2).Select(_ =>
        {
            clock.Now += TimeSpan.FromMilliseconds(1);
            var operation = operations.Begin(Request);
            operations.Update(operation.Id, Operation.Succeeded);
            return operation;
        }).ToList();
        operations.Begin(Request);
        operations.Find(many[0].Id, Request.Family, Request.ModelId).ShouldBeNull();
        operations.Find(many[^1].Id, Request.Family, Request.ModelId).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("POST", "/formrecognizer/documentModels/prebuilt-read:analyze?api-version=2023-07-31", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/formrecognizer/documentModels/prebuilt-read:analyze?api-version=2023-07-31", "application/octet-stream", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/formrecognizer/documentModels/prebuilt-read:analyze?api-version=2019-01-01", "application/octet-stream", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/documentintelligence/documentModels/prebuilt-read:analyze?api-version=2023-07-31", "application/octet-stream", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/documentintelligence/documentModels/prebuilt-read:analyze?api-version=2024-11-30", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/formrecognizer/documentModels/prebuilt-read/analyzeResults/00000000-0000-0000-0000-000000000001?api-version=2023-07-31", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/formrecognizer/documentModels/prebuilt-read:analyze?api-version=2023-07-31", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/nowhere", null, HttpStatusCode.NotFound)]
    public async Task Malformed_calls_are_refused(string method, string path, string? type, HttpStatusCode expected)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new(method), new Uri(recognizer.Endpoint, path));
        request.Headers.Add("Ocp-Apim-Subscription-Key", RunningRecognizer.Key);
        if (type is not null)
            request.Content = new ByteArrayContent("{\"base64Source\":"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

        (await http.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
