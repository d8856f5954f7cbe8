using Shouwang.EndToEnd.Tests.Support;

namespace Shouwang.EndToEnd.Tests;

public sealed class OtherPapersTests(WholeSystem system)
{
    [Fact]
    public async Task Another_persons_record_among_the_papers_is_told_and_can_be_dropped()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync([SampleClaim.FeeList, SampleClaim.SettlementSheet]);
        await villager.HearsAsync("paper-read", times: 4);
        await villager.SendAsync(Photo.Other("other-person-discharge-record"));
        var conflict = await villager.HearsAsync("conflict");
        string.Join('\n', conflict.Lines).ShouldContain("住院号不一样");
        await villager.SayAsync(conflict.Choices.Single(choice => choice.Contains("不要", StringComparison.Ordinal)));
        (await system.ClaimsAsync(villager.Village)).ShouldBeEmpty();
        await villager.SendAsync(SampleClaim.DischargeRecord);
        await villager.ShouldGetTheAmountAsync(system);
    }

    [Fact]
    public async Task Papers_of_two_people_that_a_volunteer_sends_together_each_go_to_their_own()
    {
        using var volunteer = await Villager.ArriveAsync(system);
        await volunteer.SayAsync(await system.VolunteersCodeAsync(volunteer.Village));
        await volunteer.HearsAsync("tie");
        await volunteer.SayAsync("帮周桂兰、吕海金两个人报");
        await volunteer.SayAsync("都答应了");
        await volunteer.SayAsync("同意");
        await volunteer.SendAsync([Photo.Other("other-person-discharge-record"), .. SampleClaim.Papers]);
        await volunteer.ShouldGetTheAmountAsync(system);
        string.Join('\n', (await volunteer.HearsAsync("other-person")).Lines).ShouldContain("名字是吕海金，放进吕海金的资料");
        await Eventually.Holds(
            async () => (await volunteer.HeardAsync()).Any(message => message.Kind == "paper-read" && string.Join('\n', message.Lines).Contains("吕海金的出院记录", StringComparison.Ordinal)),
            "The record is read in its own person's folder");
        (await volunteer.HeardAsync()).ShouldAllBe(message => message.Kind != "conflict");
    }

    [Fact]
    public async Task A_fourth_paper_after_the_amount_opens_a_new_folder_and_leaves_the_claim_as_it_is()
    {
        using var villager = await Villager.ReadyAsync(system);
        await villager.SendAsync(SampleClaim.Papers);
        await villager.ShouldGetTheAmountAsync(system);
        await villager.SendAsync(Photo.Other("fee-list-page-1"));
        await villager.HearsAsync("folder-new");
        await villager.HearsAsync("paper-read", times: 8);
        await SampleClaim.ShouldBeTheOnlyClaimAsync(system, villager.Village);
    }
}
