using System.Collections.Immutable;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

public class OperatedStayTests
{
    private static VillagePlan Plan(OperationLead lead) => new(
        "320281105203", "2026-1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Fen.FromYuan(3000), null,
        ImmutableSortedDictionary<string, Fen>.Empty.Add("K35", Fen.FromYuan(1200)).Add("J18", Fen.FromYuan(600)), "")
    {
        Operations = new OperationSums(ImmutableSortedDictionary<string, Fen>.Empty.Add("47", Fen.FromYuan(2000)).Add("51.23", Fen.FromYuan(800)), lead),
    };

    [Theory]
    [InlineData("K35", "47.09", 9000, OperationLead.Higher, 1200, 2000)]
    [InlineData("K35", "47.09", 1500, OperationLead.Higher, 1200, 1500)]
    [InlineData("K35", "51.23", 9000, OperationLead.Operation, 1200, 800)]
    [InlineData("A09", "51.23", 9000, OperationLead.Operation, 0, 800)]
    public void A_stay_counts_with_what_the_disease_would_give_and_what_the_plan_gives(string disease, string operation, int borne, OperationLead lead, int byDisease, int byOperation) =>
        OperatedStay.Of(Plan(lead), disease, [operation], Fen.FromYuan(borne)).ShouldBe(new OperatedStay(Fen.FromYuan(byDisease), Fen.FromYuan(byOperation)));

    [Theory]
    [InlineData("K35", "51.23", 9000)]
    [InlineData("K35", "47.09", 1000)]
    [InlineData("K35", "13.41", 9000)]
    public void An_operation_that_makes_no_difference_is_none(string disease, string operation, int borne) =>
        OperatedStay.Of(Plan(OperationLead.Higher), disease, [operation], Fen.FromYuan(borne)).ShouldBeNull();

    [Fact]
    public void The_forecast_spends_more_by_exactly_what_was_counted_as_often_as_it_was()
    {
        Headcount[] roster = [new(new AgeSpan(20, 80), Sex.Unknown, 900)];
        var by = PlanGenerator.Default.Forecast(roster, Plan(OperationLead.Higher), BasisPoints.Whole, BasisPoints.Whole);
        // Three in a quarter of a year: twelve a year, 800, 2000 and 300 yuan more each time.
        OperatedStays counted = new([new(Fen.FromYuan(1200), Fen.FromYuan(2000)), new(Fen.Zero, Fen.FromYuan(2000)), new(Fen.FromYuan(600), Fen.FromYuan(900))], 3);
        var with = by.With(counted);
        (with.Expected(365) - by.Expected(365)).Value.ShouldBeInRange(Fen.FromYuan(4 * 3100).Value - 100, Fen.FromYuan(4 * 3100).Value + 100);
        (with.Over(365).MoreThan(by.Expected(365)) > by.Over(365).MoreThan(by.Expected(365))).ShouldBeTrue();
        // Where an operation leads though it gives less, less is spent; more often than the disease was expected, no aid is below nothing.
        OperatedStays less = new([.. Enumerable.Repeat(new OperatedStay(Fen.FromYuan(1200), Fen.FromYuan(800)), 400)], 12);
        (by.With(less).Expected(365) < by.Expected(365)).ShouldBeTrue();
        by.With(less).Expected(365).Value.ShouldBeGreaterThan(0);
        by.With(new OperatedStays([], 12)).Expected(365).ShouldBe(by.Expected(365));
    }
}
