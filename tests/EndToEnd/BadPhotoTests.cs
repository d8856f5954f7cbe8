using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

/// <summary>Whatever is sent is answered in words, and the claim goes on.</summary>
public sealed class BadPhotoTests(WholeSystem system)
{
    [Theory]
    [InlineData("words", "picture-not-a-picture")]
    [InlineData("an empty file", "picture-empty")]
    [InlineData("a truncated JPEG", "picture-damaged")]
    [InlineData("25 MB", "picture-too-large")]
    [InlineData("a malformed PDF", "paper-unreadable")]
    [InlineData("a locked PDF", "paper-unreadable")]
    [InlineData("a broken HEIC", "picture-damaged")]
    [InlineData("a photo in the dark", "picture-could-be-better")]
    [InlineData("a thumbnail", "picture-too-small")]
    [InlineData("a blank wall", "paper-unreadable")]
    [InlineData("a blurred page", "paper-unreadable")]
    [InlineData("a shopping receipt", "paper-wrong")]
    public async Task A_photo_that_will_not_do_is_answered_in_words_and_the_claim_goes_on(string what, string kind)
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(BadPhotos.Make(what));
        (await villager.HearsAsync(kind)).Lines.ShouldAllBe(line => Chinese.Is(line));
        await villager.SendAsync(SampleClaim.Papers);
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task The_good_photos_of_a_message_are_taken_and_the_bad_ones_told_by_number()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync([SampleClaim.DischargeRecord, BadPhotos.Make("words"), SampleClaim.FeeList, BadPhotos.Make("an empty file"), SampleClaim.SettlementSheet]);
        (await villager.HearsAsync("picture-not-a-picture")).Lines[0].ShouldContain("第2张");
        (await villager.HearsAsync("picture-empty")).Lines[0].ShouldContain("第4张");
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task A_photo_sent_twice_counts_once_and_the_person_is_told()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(SampleClaim.FeeList);
        await villager.SendAsync(SampleClaim.FeeList);
        (await villager.HearsAsync("picture-sent-before")).Lines.ShouldAllBe(line => Chinese.Is(line));
        await villager.SendAsync([SampleClaim.DischargeRecord, SampleClaim.SettlementSheet]);
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task Photos_before_consent_are_not_kept_and_count_when_sent_again_after_it()
    {
        using var villager = await Villager.ArriveAsync(system);
        var early = SampleClaim.SettlementSheet.Again();
        await villager.SendAsync(early);
        await Eventually.Holds(
            async () => (await villager.HeardAsync()).Any(message => message.Lines[0].Contains("照片我先没有收", StringComparison.Ordinal)), "The words that the photo was not taken");
        await foreach (var blob in system.Originals.GetBlobsAsync()) blob.Name.ShouldNotContain(early.Hash);
        await villager.SayAsync("同意");
        await villager.SendAsync(SampleClaim.Papers);
        await villager.ShouldGetTheAmountAsync(system);
    }
}
