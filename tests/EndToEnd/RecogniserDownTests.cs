using System.Net;
using System.Text.Json.Nodes;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

public sealed class RecogniserDownTests(WholeSystem system)
{
    [Fact]
    public async Task While_the_recogniser_is_down_photos_wait_the_person_is_told_once_and_the_amount_comes_when_it_is_back()
    {
        using var villager = await Villager.ReadyAsync(system);
        await system.Local.StopRecogniserAsync();
        try
        {
            using var picture = new ByteArrayContent(SampleClaim.FeeList.Bytes);
            var reading = system.Http.PostAsync(new Uri("api/readings", UriKind.Relative), picture);
            await villager.SendAsync([.. SampleClaim.Papers.Select(paper => paper.Again())]);
            await villager.HearsAsync("reading-delayed");
            using var refused = await reading;
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["code"]!.GetValue<string>().ShouldBe("recogniser-down");
        }
        finally
        {
            await system.Local.StartRecogniserAsync();
        }
        await villager.ShouldGetTheAmountAsync(system);
        (await villager.CountsAsync()).ShouldContain("reading-delayed × 1");
    }
}
