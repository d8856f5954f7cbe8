using System.Net.Http.Headers;

namespace Shouwang.Local.SampleRoad;

/// <summary>The sample village (样例村): its plan and its members, put in as an administrator would.</summary>
static class SampleVillage
{
    /// <exception cref="LocalProblemException">The app refused it.</exception>
    public static async Task SetUpAsync(Uri app, string village, string file, string adminKey, CancellationToken stop)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(app, $"api/villages/{village}")) { Content = new ByteArrayContent(await File.ReadAllBytesAsync(file, stop)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", adminKey);
        using var answer = await http.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
            throw new LocalProblemException($"The sample village was refused with {(int)answer.StatusCode}. .local/logs/handler.log says why.", $"样例村没有设置成功（{(int)answer.StatusCode}），原因见 .local/logs/handler.log。");
    }
}
