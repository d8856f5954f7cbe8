using System.Net;
using System.Net.Sockets;
using Azure;
using Azure.Core;
using Shouwang.Functions.Recognition;

namespace Shouwang.Recognizer.Tests.Client;

public sealed class RecognitionFailuresTests
{
    [Theory]
    [InlineData(400, "InvalidContent", nameof(RecognitionFailure.PictureRefused))]
    [InlineData(400, "InvalidContentDimensions", nameof(RecognitionFailure.PictureRefused))]
    [InlineData(200, "InvalidContent", nameof(RecognitionFailure.PictureRefused))]
    [InlineData(413, null, nameof(RecognitionFailure.PictureRefused))]
    [InlineData(415, "UnsupportedMediaType", nameof(RecognitionFailure.PictureRefused))]
    [InlineData(400, "InvalidParameter", nameof(RecognitionFailure.Misconfigured))]
    [InlineData(401, "401", nameof(RecognitionFailure.Misconfigured))]
    [InlineData(403, null, nameof(RecognitionFailure.Misconfigured))]
    [InlineData(404, "ModelNotFound", nameof(RecognitionFailure.Misconfigured))]
    [InlineData(404, "OperationNotFound", nameof(RecognitionFailure.Unavailable))]
    [InlineData(429, "429", nameof(RecognitionFailure.Unavailable))]
    [InlineData(500, "InternalServerError", nameof(RecognitionFailure.Unavailable))]
    [InlineData(503, null, nameof(RecognitionFailure.Unavailable))]
    [InlineData(504, "AnalysisTimeout", nameof(RecognitionFailure.Unavailable))]
    [InlineData(200, "InternalServerError", nameof(RecognitionFailure.Unavailable))]
    [InlineData(0, null, nameof(RecognitionFailure.Unavailable))]
    public void Status_and_code_tell_what_to_do(int status, string? code, string expected) =>
        RecognitionFailures.Of(new RequestFailedException(status, "…", code, null)).ToString().ShouldBe(expected);

    [Fact]
    public async Task A_recogniser_that_is_down_is_unavailable()
    {
        var options = new DocumentAnalysisClientOptions { Retry = { MaxRetries = 0 } };
        var client = new DocumentAnalysisClient(new Uri($"http://127.0.0.1:{FreePort()}"), new AzureKeyCredential("key"), options);

        var failure = await Should.ThrowAsync<RequestFailedException>(() => client.AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-read", BinaryData.FromBytes(new byte[100])));

        RecognitionFailures.Of(failure).ShouldBe(RecognitionFailure.Unavailable);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
