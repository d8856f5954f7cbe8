using System.Text.Json.Nodes;
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
            // In whichever month it was read.
            await foreach (var blob in system.Originals.GetBlobsAsync())
            {
                if (blob.Name.EndsWith(Recognised(paper), StringComparison.Ordinal))
                    await system.Originals.GetBlobClient($"{DateTime.UtcNow:yyyy'/'MM}/{Recognised(copy)}").UploadAsync((await system.Originals.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content, overwrite: true);
            }

            again.Add(copy);
        }
        return again;
    }

    static string Recognised(Photo photo) => $"{photo.Hash}.recognised.json";
}
