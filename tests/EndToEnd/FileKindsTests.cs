using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>The three papers in other shapes than three photos.</summary>
public sealed class FileKindsTests(WholeSystem system)
{
    [Fact]
    public async Task A_PDF_of_three_pages_is_three_papers()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(new Photo("papers.pdf", Pdf.Of(SampleClaim.DischargeRecord.Bytes, SampleClaim.FeeList.Bytes, SampleClaim.SettlementSheet.Bytes)));
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task An_iPhone_photo_and_a_photo_of_two_papers_are_three_papers()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync([Made.Heic("discharge-record"), Made.By("convert", "both.jpg", Made.Sample("fee-list"), Made.Sample("settlement-sheet"), "-background", "#5d6b73", "+append", "-quality", "85")]);
        await villager.ShouldGetTheAmountAsync(system);
    }
}
