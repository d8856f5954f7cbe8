using System.Text.Json.Nodes;
using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

public sealed class SampleClaimTests(WholeSystem system)
{
    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public async Task Three_photos_become_the_amount_in_whatever_order_they_come(int first, int second, int third)
    {
        using var villager = await Villager.ReadyAsync(system);
        foreach (var paper in (int[])[first, second, third]) await villager.SendAsync(SampleClaim.Papers[paper]);
        await villager.ShouldGetTheAmountAsync(system);
        (await villager.CountsAsync()).ShouldBe(["claim-decided × 2", "consent × 2", "paper-read × 6", "paper-received × 3", "send-papers × 2", "welcome × 2"]);
    }

    [Fact]
    public async Task The_claim_is_shown_with_its_papers_and_its_reasons()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(SampleClaim.Papers);
        await villager.HearsAsync("claim-decided");
        var claim = await SampleClaim.ShouldBeTheOnlyClaimAsync(system, villager.Village);
        claim["person"]!.GetValue<string>().ShouldBe("周桂兰");
        claim["disease"]!.GetValue<string>().ShouldBe("K35");
        claim["why"]!.AsArray().ShouldNotBeEmpty();
        claim["adjudication"].ShouldBeOfType<JsonObject>().ShouldNotBeEmpty();
        claim["papers"]!.AsArray().Select(paper => paper!["kind"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["discharge-record", "fee-list", "settlement-sheet"]);
        foreach (var paper in SampleClaim.Papers)
            (await system.Http.GetByteArrayAsync(new Uri($"api/villages/{villager.Village}/claims/{claim["id"]}/papers/{paper.Hash}", UriKind.Relative))).ShouldBe(paper.Bytes);
    }

    [Fact]
    public async Task The_same_photos_sent_over_HTTP_meet_the_claim_made_in_the_chat()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(SampleClaim.Papers);
        await villager.HearsAsync("claim-decided");
        var claim = await SampleClaim.ShouldBeTheOnlyClaimAsync(system, villager.Village);
        using var photos = new MultipartFormDataContent();
        foreach (var paper in SampleClaim.Papers) photos.Add(new ByteArrayContent(paper.Bytes), "photos", paper.Name);
        using var accepted = await system.Http.PostAsync(new Uri($"api/villages/{villager.Village}/claims", UriKind.Relative), photos);
        var location = JsonNode.Parse(await accepted.Content.ReadAsStringAsync())!["location"]!.GetValue<string>();
        var found = await Eventually.Is(async () => await system.GetAsync(location) is var answer && answer["amount"] is null ? null : answer, () => "The claim over HTTP");
        found["id"]!.GetValue<string>().ShouldBe(claim["id"]!.GetValue<string>());
        await SampleClaim.ShouldBeTheOnlyClaimAsync(system, villager.Village);
    }
}
