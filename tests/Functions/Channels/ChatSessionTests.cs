using System.Text.Json.Nodes;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

public sealed class ChatSessionTests(Azurite azurite) : IAsyncLifetime
{
    ChatApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ChatApp.StartAsync(azurite, new ScriptedBot(), ChatApp.Options with { OpensPerHour = 3 });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_phone_that_comes_back_finds_its_conversation()
    {
        using var page = new HttpClient { BaseAddress = _app.Address };
        var first = await OpenAsync(page, $$"""{"village":"{{ScriptedBot.Village}}"}""");
        ((bool)first["resumed"]!).ShouldBeFalse();
        using var phone = new Phone(_app.Address, (string)first["token"]!);
        (await phone.PostAsync("/v3/directline/conversations", "")).Status.ShouldBe(201);

        var second = await OpenAsync(page, "");
        ((bool)second["resumed"]!).ShouldBeTrue();
        ((string?)second["conversationId"]).ShouldBe((string?)first["conversationId"]);
        ((string?)second["userId"]).ShouldBe((string?)first["userId"]);

        ((string?)(await OpenAsync(page, """{"fresh":true}"""))["conversationId"]).ShouldNotBe((string?)first["conversationId"]);
    }

    [Fact]
    public async Task The_code_of_another_village_opens_another_conversation()
    {
        using var page = new HttpClient { BaseAddress = _app.Address };
        var first = await OpenAsync(page, $$"""{"village":"{{ScriptedBot.Village}}"}""");
        using var phone = new Phone(_app.Address, (string)first["token"]!);
        await phone.PostAsync("/v3/directline/conversations", "");
        ((bool)(await OpenAsync(page, """{"village":"110101001001"}"""))["resumed"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var page = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _app.Address };
        using var answer = await page.PostAsync("/api/chat/session", null);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"village":"12"}""")]
    [InlineData("""{"village":"32028110520x"}""")]
    [InlineData("nonsense")]
    public async Task A_malformed_request_is_refused(string json)
    {
        using var page = new Phone(_app.Address, null);
        (await page.PostAsync("/api/chat/session", json)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task One_address_cannot_open_conversations_without_end()
    {
        using var page = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = _app.Address };
        page.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9, 198.51.100.7:4711");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => page.PostAsync("/api/chat/session", null)));
        answers.Count(answer => (int)answer.StatusCode == 429).ShouldBe(2);
    }

    static async Task<JsonNode> OpenAsync(HttpClient page, string json)
    {
        using var answer = await page.PostAsync("/api/chat/session", new StringContent(json));
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
