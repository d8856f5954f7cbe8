using System.Net;
using System.Text.RegularExpressions;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Channels;

public sealed partial class ChatPageTests(Azurite azurite) : IAsyncLifetime
{
    ChatApp _app = null!;
    HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await ChatApp.StartAsync(azurite, new ScriptedBot());
        _http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = _app.Address };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task What_the_page_names_is_there_and_kept_for_ever_and_the_page_itself_is_not()
    {
        using var page = await _http.GetAsync("/chat");
        page.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var names = Named().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Value).Distinct().ToList();
        names.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var name in names)
        {
            using var file = await _http.GetAsync(name);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            file.Headers.CacheControl!.ToString().ShouldContain("immutable");
        }
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task It_comes_in_the_encoding_the_browser_takes(string accepted, string? encoding)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var page = await _http.GetAsync("/chat");
        page.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
    }

    [Theory]
    [InlineData("/chat/nothing.js")]
    [InlineData("/chat/index.html")]
    [InlineData("/chat/..%2fchat%2fchat.js")]
    public async Task Nothing_else_is_served(string path) => (await _http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task The_page_may_load_and_reach_nothing_foreign()
    {
        using var page = await _http.GetAsync("/chat");
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; script-src 'self';");
        policy.ShouldContain($"ws://{_app.Address.Authority}");
        policy.ShouldNotContain("*");
    }

    [GeneratedRegex("/chat/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+")]
    private static partial Regex Named();
}
