using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>Papers held in unusual ways are the papers all the same.</summary>
public sealed class TurnedPaperTests(WholeSystem system)
{
    [Fact]
    public async Task A_paper_photographed_upside_down_counts() =>
        await ShouldCount(Photo.Other("upside-down-discharge-record"), SampleClaim.FeeList, SampleClaim.SettlementSheet);

    [Fact]
    public async Task A_paper_turned_by_its_EXIF_mark_counts() =>
        await ShouldCount(SampleClaim.DischargeRecord, SampleClaim.FeeList, Photo.Other("exif-turned-settlement-sheet"));

    [Fact]
    public async Task A_photo_of_sixty_megapixels_counts() =>
        await ShouldCount(BadPhotos.Huge(), SampleClaim.FeeList, SampleClaim.SettlementSheet);

    async Task ShouldCount(params Photo[] papers)
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(papers);
        await villager.ShouldGetTheAmountAsync(system);
    }
}
