using System.Collections.Immutable;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Bot.Tests;

/// <summary>Whoever asks for 肺炎 is not promised the sum of one pneumonia as if it were that of all.</summary>
public sealed class IllnessKindsTests
{
    static DiseaseLookedUp LookUp(string asked) => IllnessLookup.In(new VillagePlan(
        Sample.Village.Code, "2026-1", new(2026, 1, 1), new(2026, 12, 31), Fen.Parse("3000"), Fen.Parse("20000"),
        DiseaseCatalogue.Default.Entries.ToImmutableSortedDictionary(entry => entry.Code, entry => Fen.Parse(entry.Code == "J18" ? "2000" : "600"), StringComparer.Ordinal), "决议"))(asked);

    [Fact]
    public void The_other_diseases_of_that_name_are_told_with_their_sums()
    {
        var found = LookUp("肺炎");
        (found.Sure, found.Matches[0].Code).ShouldBe((true, "J18"));
        found.Kinds.Select(kind => kind.Code).ShouldContain("J15");
        var told = string.Concat(Conversation.Take(Sample.Consented, found, Sample.Known).Replies.Select(reply => reply.Text));
        told.ShouldContain("方案补2,000.00元");
        told.ShouldContain("叫“肺炎”的还有别的病，数不一样");
        told.ShouldContain("补600.00元");
    }

    [Theory]
    [InlineData("社区获得性肺炎")]
    [InlineData("急性阑尾炎")]
    public void What_is_named_exactly_or_paid_alike_is_answered_alone(string asked)
    {
        var found = LookUp(asked);
        found.Kinds.ShouldBeEmpty();
        string.Concat(Conversation.Take(Sample.Consented, found, Sample.Known).Replies.Select(reply => reply.Text)).ShouldNotContain("数不一样");
    }
}
