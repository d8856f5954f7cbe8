using System.Net.Http.Headers;
using System.Text.Json;

namespace Shouwang.Tools.ReadReport;

/// <summary>Asks a form recogniser over the Document Intelligence protocol.</summary>
sealed class RecogniserClient(Uri endpoint, string? key) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(3) };

    /// <summary>The analyzeResult of one picture.</summary>
    /// <exception cref="HttpRequestException">The recogniser refused; the message says with which status.</exception>
    public async Task<JsonElement> Analyze(byte[] picture, CancellationToken cancel)
    {
        using var body = new ByteArrayContent(picture);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var accepted = await Send(HttpMethod.Post, new Uri(endpoint, "formrecognizer/documentModels/prebuilt-layout:analyze?api-version=2023-07-31"), body, cancel);
        var operation = new Uri(accepted.Headers.GetValues("Operation-Location").First());
        for (; ; await Task.Delay(Pause, cancel))
        {
            using var answer = await Send(HttpMethod.Get, operation, null, cancel);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
            switch (json.RootElement.GetProperty("status").GetString())
            {
                case "succeeded":
                    return json.RootElement.GetProperty("analyzeResult").Clone();
                case "failed":
                    throw new HttpRequestException("The recogniser could not read the picture.");
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpMethod method, Uri uri, HttpContent? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, uri) { Content = body };
        if (key is not null)
            request.Headers.Add("Ocp-Apim-Subscription-Key", key);
        var answer = await _http.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"The recogniser at {uri.GetLeftPart(UriPartial.Authority)} answered {(int)answer.StatusCode}.");
        return answer;
    }
}
