using System.Collections.Immutable;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Bot.Tests;

/// <summary>What is said of an illness and an operation before there is any paper: the same that a claim would give.</summary>
public sealed class IllnessLookupTests
{
    [Theory]
    [InlineData("急性阑尾炎", "2000", OperationLead.Higher, "1,200.00")]
    [InlineData("急性阑尾炎，腹腔镜阑尾切除术", "2000", OperationLead.Higher, "2,000.00")]
    [InlineData("急性阑尾炎，腹腔镜阑尾切除术", "1000", OperationLead.Higher, "1,200.00")]
    [InlineData("急性阑尾炎，腹腔镜阑尾切除术", "1200", OperationLead.Higher, "1,200.00")]
    [InlineData("急性阑尾炎，腹腔镜阑尾切除术", "1000", OperationLead.Operation, "1,000.00")]
    [InlineData("腹腔镜阑尾切除术", "1000", OperationLead.Operation, "1,000.00")]
    public void The_sum_that_leads_in_the_plan_is_told(string asked, string operation, OperationLead lead, string told)
    {
        var found = IllnessLookup.In(Plan(operation, lead))(asked);
        found.Sure.ShouldBeTrue();
        found.Matches[0].Sum.ShouldBe(told);
    }

    [Theory]
    [InlineData("今天天气怎么样")]
    [InlineData("还缺啥子")]
    public void What_names_no_illness_finds_none(string asked)
    {
        var found = IllnessLookup.In(Plan("2000", OperationLead.Operation))(asked);
        found.Matches.ShouldBeEmpty();
        found.Sure.ShouldBeFalse();
    }

    private static VillagePlan Plan(string operation, OperationLead lead) => new(
        Sample.Village.Code, "2026-1", new(2026, 1, 1), new(2026, 12, 31), Fen.Parse("3000"), null,
        DiseaseCatalogue.Default.Entries.ToImmutableSortedDictionary(entry => entry.Code, _ => Fen.Parse("1200"), StringComparer.Ordinal), "")
    {
        Operations = new(ImmutableSortedDictionary<string, Fen>.Empty.WithComparers(StringComparer.Ordinal).Add("47.01", Fen.Parse(operation)), lead),
    };
}
