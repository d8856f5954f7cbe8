using System.Net;
using System.Text;
using System.Text.Json;
using Shouwang.Functions.Tests.Interface;

namespace Shouwang.Functions.Tests.DiagnosisMatch;

/// <summary>POST /api/diagnoses/match through the whole app.</summary>
public sealed class DiagnosisMatchTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Text_comes_back_as_ranked_entries_with_reasons_and_operations()
    {
        var (status, answer) = await PostAsync("""{ "text": "1.胆囊结石伴急性胆囊炎 行腹腔镜下胆囊切除术 2.高血压" }""");
        status.ShouldBe(HttpStatusCode.OK);
        var first = answer.GetProperty("matches")[0];
        first.GetProperty("entry").GetString().ShouldBe("K80");
        first.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        first.GetProperty("serious").GetBoolean().ShouldBeFalse();
        first.GetProperty("icd10")[0].GetString().ShouldBe("K80");
        first.GetProperty("score").GetDecimal().ShouldBeInRange(0, 1);
        first.GetProperty("reasons").GetArrayLength().ShouldBeGreaterThan(0);
        answer.GetProperty("matches").GetArrayLength().ShouldBe(5);
        answer.GetProperty("operations")[0].GetProperty("code").GetString().ShouldBe("51.23");
    }

    [Fact]
    public async Task Text_that_says_nothing_gets_an_empty_answer()
    {
        var (status, answer) = await PostAsync("""{ "text": "？？？" }""");
        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("matches").GetArrayLength().ShouldBe(0);
        answer.GetProperty("sure").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_no_text_is_refused_with_what_to_do()
    {
        string[] bodies = ["", "[]", "{}", """{ "text": 5 }""", """{ "text": null }""", """{ "text": "  " }""", """{ "text": ["肺炎"] }""", """{ "text": "肺""", """{ "text": "\ud83d" }""", $$"""{ "text": "{{new string('炎', 1001)}}" }"""];
        foreach (var body in bodies)
        {
            var (status, answer) = await PostAsync(body);
            status.ShouldBe(HttpStatusCode.BadRequest, body);
            answer.GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
            answer.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestApp.AdminKey);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/diagnoses/match", UriKind.Relative), content);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (response.StatusCode, document.RootElement.Clone());
    }
}
