using System.Net;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Pages;

public sealed class FrontDoorTests(Azurite azurite)
{
    [Fact]
    public async Task The_bare_address_leads_villagers_to_their_village_and_staff_to_their_desk()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        var village = await system.NewVillageAsync();
        using var http = system.As(null);
        // Who asks without wanting a page is the host.
        (await http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        http.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
        using var answer = await http.GetAsync("/");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("<html lang=\"zh-CN\">");
        page.ShouldContain($"<h3>江阴市示例镇守望村</h3>");
        foreach (var way in new[] { $"/chat?village={village}", $"/board/{village}", "/desk", "/county" })
            page.ShouldContain($"href=\"{way}\"");
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/desk/claims", 404)]
    [InlineData("GET", "/chat/old.000000000000.js", 404)]
    [InlineData("GET", "/v3/directline/conversations", 405)]
    public async Task Where_nothing_is_a_browser_reads_words_and_a_program_a_problem(string method, string path, int status)
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var http = system.As(null);
        using var asked = new HttpRequestMessage(new HttpMethod(method), path);
        asked.Headers.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        using var shown = await http.SendAsync(asked);
        ((int)shown.StatusCode).ShouldBe(status);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = await shown.Content.ReadAsStringAsync();
        page.ShouldContain("没有这一页");
        page.ShouldContain("href=\"/\"");
        var told = await http.SendJsonAsync(new HttpMethod(method), path);
        told.Status.ShouldBe(status);
        told.Code.ShouldBe("address-unknown");
    }

    [Fact]
    public async Task What_says_why_it_is_not_there_keeps_its_words()
    {
        await using var system = await TestSystem.StartAsync(azurite);
        using var http = system.As(null);
        using var board = await http.GetAsync("/board/320281999999");
        board.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await board.Content.ReadAsStringAsync()).ShouldContain("没有这个村的公示");
        using var staff = system.Administrator();
        (await staff.GetJsonAsync("/api/villages/320281999999")).Code.ShouldBe("village-unknown");
        (await staff.GetJsonAsync("/api/nothing")).Code.ShouldBe("address-unknown");
        (await http.GetJsonAsync("/api/nothing")).Status.ShouldBe(401);
    }
}
