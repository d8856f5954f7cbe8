using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Shouwang.Local.SampleRoad;

namespace Shouwang.EndToEnd.Tests.Support;

/// <summary>The sample member's claim: its three papers, and what must come of them.</summary>
static class SampleClaim
{
    public static Photo DischargeRecord { get; } = Photo.Sample("discharge-record");
    public static Photo FeeList { get; } = Photo.Sample("fee-list");
    public static Photo SettlementSheet { get; } = Photo.Sample("settlement-sheet");
    public static IReadOnlyList<Photo> Papers { get; } = [DischargeRecord, FeeList, SettlementSheet];

    /// <summary>The one claim of its village, at the amount the plan gives.</summary>
    public static async Task<JsonNode> ShouldBeTheOnlyClaimAsync(WholeSystem system, string village, string because = "")
    {
        var claim = (await system.ClaimsAsync(village)).ShouldHaveSingleItem(because);
        claim["amount"]!.GetValue<string>().ShouldBe("1200.00", because);
        return claim;
    }

    public static void ShouldNameTheAmount(ReceivedActivity answer)
    {
        answer.Lines.ShouldContain(line => SampleAmount.Names(line, "1200.00"));
        answer.Lines.ShouldContain(line => line.Contains("急性阑尾炎", StringComparison.Ordinal), "the reason");
    }

    /// <summary>The papers as files never seen before; what the recogniser makes of them is there already, so that a repetition costs nothing.</summary>
    public static async Task<IReadOnlyList<Photo>> RecognisedAgainAsync(WholeSystem system, params IReadOnlyList<Photo> papers)
    {
        var again = new List<Photo>();
        foreach (var paper in papers)
        {
            var copy = paper.Again();
            var recognised = await Recognised(system, paper).DownloadContentAsync();
            await Recognised(system, copy).UploadAsync(recognised.Value.Content);
            again.Add(copy);
        }
        return again;
    }

    static BlobClient Recognised(WholeSystem system, Photo photo) => system.Originals.GetBlobClient($"{DateTime.UtcNow:yyyy'/'MM}/{photo.Hash}.recognised.json");
}
