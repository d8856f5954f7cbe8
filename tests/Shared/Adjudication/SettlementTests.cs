using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>Stays that are not simply one stay of one person with one status.</summary>
public class SettlementTests
{
    private static readonly PolicySnapshot Beijing = PolicyLibrary.Shipped.Resolve("110000", new DateOnly(2024, 9, 1));

    private static readonly AdmissionFacts Stay = new()
    {
        Place = "110000",
        Admitted = new DateOnly(2024, 8, 20),
        Date = new DateOnly(2024, 9, 1),
        Person = new PersonFacts { Age = 50, Statuses = [] },
        Stay = new StayFacts { HospitalLevel = "tertiary", Area = "local", OrdinalInYear = 1, Total = Fen.FromYuan(20_000), InScope = Fen.FromYuan(20_000) },
    };

    private static Fen Basic(AdmissionFacts facts) => Adjudicator.Adjudicate(Beijing, facts).Layers.Single(l => l.Layer == "basic").Amount;

    [Fact]
    public void A_long_stay_is_settled_every_ninety_days_and_at_the_turn_of_the_year() =>
        SettlementPeriods.Of(Beijing, new DateOnly(2024, 8, 1), new DateOnly(2025, 2, 1)).ShouldBe(
        [
            new SettlementPeriod(new DateOnly(2024, 8, 1), new DateOnly(2024, 10, 29), NewYear: false),
            new SettlementPeriod(new DateOnly(2024, 10, 30), new DateOnly(2024, 12, 31), NewYear: false),
            new SettlementPeriod(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 27), NewYear: true),
            new SettlementPeriod(new DateOnly(2025, 1, 28), new DateOnly(2025, 2, 1), NewYear: false),
        ]);

    [Fact]
    public void Exactly_ninety_days_are_one_period() =>
        SettlementPeriods.Of(Beijing, new DateOnly(2024, 3, 1), new DateOnly(2024, 5, 29)).Length.ShouldBe(1);

    [Theory]
    [InlineData("2024-08-25", null, true)]
    [InlineData("2024-09-02", null, false)]
    [InlineData("2023-01-01", "2024-08-21", true)]
    [InlineData("2023-01-01", "2024-08-19", false)]
    public void A_status_gained_or_lost_during_the_stay_counts_for_it(string from, string? to, bool counts)
    {
        var spans = ImmutableArray.Create(new StatusSpan("subsistence", DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)));
        var result = Adjudicator.Adjudicate(Beijing, Stay with { Person = new PersonFacts { Age = 50, StatusSpans = spans } });
        (result.Layers.Single(l => l.Layer == "assistance").Outcome == Outcome.Paid).ShouldBe(counts);
    }

    [Fact]
    public void A_patient_moved_within_a_day_bears_one_deductible()
    {
        var second = Stay with { Admitted = Stay.Date, Date = Stay.Date.AddDays(9), Stay = Stay.Stay with { OrdinalInYear = null, ContinuesPrevious = true } };
        var results = YearSettlement.Settle([Stay with { Stay = Stay.Stay with { OrdinalInYear = null } }, second], _ => Beijing).Select(p => p.Result).ToList();
        results[0].Layers[0].Deductible.ShouldBe(Fen.FromYuan(1300));
        results[1].Layers[0].Deductible.ShouldBe(Fen.Zero);
        results[1].Layers[0].Amount.ShouldBe(Fen.FromYuan(15_000));
    }

    [Fact]
    public void The_year_of_several_stays_fills_the_cap()
    {
        var big = Stay with { Stay = Stay.Stay with { OrdinalInYear = null, Total = Fen.FromYuan(200_000), InScope = Fen.FromYuan(200_000) } };
        var results = YearSettlement.Settle([big, big with { Admitted = new DateOnly(2024, 10, 20), Date = new DateOnly(2024, 11, 1) }], _ => Beijing).Select(p => p.Result).ToList();
        (results[0].Layers[0].Amount + results[1].Layers[0].Amount).ShouldBe(Fen.FromYuan(200_000));
        results[1].Layers[0].Outcome.ShouldBe(Outcome.CapReached);
    }

    [Fact]
    public void What_a_third_party_must_pay_insurance_does_not() =>
        Basic(Stay with { Stay = Stay.Stay with { Exclusion = "third-party" } }).ShouldBe(Fen.Zero);

    [Fact]
    public void Within_the_waiting_period_insurance_does_not_pay()
    {
        Basic(Stay with { Person = Stay.Person with { EntitledFrom = Stay.Date.AddDays(1) } }).ShouldBe(Fen.Zero);
        Basic(Stay with { Person = Stay.Person with { EntitledFrom = Stay.Date } }).ShouldBeGreaterThan(Fen.Zero);
    }

    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(1, 0, 3)]
    [InlineData(3, 0, 5)]
    [InlineData(3, 1, 4)]
    [InlineData(5, 5, 6)]
    public void Each_further_year_without_insurance_lengthens_the_wait_and_each_made_up_shortens_it(int missed, int madeUp, int months) =>
        Enrolment.WaitingMonths(PolicyLibrary.Shipped.Resolve("110000", new DateOnly(2025, 6, 1)), missed, madeUp).ShouldBe(months);

    [Fact]
    public void Classes_of_items_give_the_cost_in_scope()
    {
        var ulanqab = PolicyLibrary.Shipped.Resolve("150900", new DateOnly(2020, 6, 1));
        var items = ImmutableSortedDictionary<string, Fen>.Empty.Add("甲类", Fen.FromYuan(5000)).Add("乙类药", Fen.FromYuan(2000)).Add("进口或合资植入材料", Fen.FromYuan(1000)).Add("丙类", Fen.FromYuan(500));
        var result = Adjudicator.Adjudicate(ulanqab, Stay with { Place = "150900", Date = new DateOnly(2020, 6, 1), Admitted = null, Stay = Stay.Stay with { Total = Fen.FromYuan(8500), InScope = null, Items = items } });
        result.Layers[0].Recomputed.ShouldBe(new Fen(((5000_00 + 1600_00 + 500_00 - 1200_00) * 65L) / 100));
    }

    [Fact]
    public void The_county_hospital_would_have_cost_less() =>
        Adjudicator.Adjudicate(Beijing, Stay).Counterfactual.ShouldBe("同样的费用，如果在县医院（二级）住院，您自己少付 951.00 元。");
}
