using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>A person's stays through one call: joined, cut and counted up by their days.</summary>
public class YearSettlementTests
{
    private static readonly AdmissionFacts First = Stay("2024-08-20", "2024-09-01", "secondary");

    private static AdmissionFacts Stay(string admitted, string discharged, string level, int yuan = 20_000) => new()
    {
        Place = "110000",
        Admitted = DateOnly.Parse(admitted),
        Date = DateOnly.Parse(discharged),
        Person = new PersonFacts { Age = 50, Statuses = [] },
        Stay = new StayFacts { HospitalLevel = level, Area = "local", Total = Fen.FromYuan(yuan), InScope = Fen.FromYuan(yuan) },
    };

    private static AdmissionFacts Long(int yuanEach, params string[] days) =>
        Stay(days[0][..10], days[^1][11..], "tertiary", yuanEach * days.Length) with
        {
            Parts = [.. days.Select(d => new StayPart(DateOnly.Parse(d[..10]), DateOnly.Parse(d[11..]), Fen.FromYuan(yuanEach)) { InScope = Fen.FromYuan(yuanEach) })],
        };

    private static PolicySnapshot Law(AdmissionFacts facts) => PolicyLibrary.Shipped.Resolve(facts.Place, facts.Date);

    private static Func<AdmissionFacts, PolicySnapshot> With(string path, string value) => facts =>
    {
        using var json = JsonDocument.Parse(value);
        return Law(facts).With(new Figure(path, facts.Place, null, new DateOnly(2018, 1, 1), null, false, "测试", null, json.RootElement.Clone()));
    };

    private static LayerResult Basic(SettledPart part) => part.Result.Layers.Single(l => l.Layer == "basic");

    [Fact]
    public void A_patient_moved_up_on_the_same_day_bears_one_deductible()
    {
        var second = Stay("2024-09-01", "2024-09-10", "tertiary");
        var parts = YearSettlement.Settle([First, second with { Stay = second.Stay with { Transfer = "up" } }], Law);
        parts.Select(p => Basic(p).Deductible).ShouldBe([Fen.FromYuan(800), Fen.Zero]);
        Basic(parts[1]).Amount.ShouldBe(Fen.FromYuan(15_000));
    }

    [Fact]
    public void Where_the_first_hospital_was_paid_nothing_the_second_ones_deductible_is_taken()
    {
        var second = Stay("2024-09-01", "2024-09-10", "tertiary");
        var parts = YearSettlement.Settle([Stay("2024-08-31", "2024-09-01", "secondary", 500), second with { Stay = second.Stay with { ContinuesPrevious = true } }], Law);
        Basic(parts[1]).Deductible.ShouldBe(Fen.FromYuan(1300));
    }

    [Fact]
    public void Days_cannot_tell_whether_the_next_morning_is_within_twenty_four_hours()
    {
        var parts = YearSettlement.Settle([First, Stay("2024-09-02", "2024-09-10", "tertiary"), Stay("2024-11-01", "2024-11-10", "tertiary")], Law);
        Basic(parts[1]).Outcome.ShouldBe(Outcome.NeedsFact);
        Basic(parts[1]).Amount.ShouldBe(Fen.Zero);
        Basic(parts[1]).Needs.ShouldHaveSingleItem().Name.ShouldBe("continuesPrevious");
        parts[1].Result.PatientPays.ShouldBe(Fen.FromYuan(20_000));
        Basic(parts[2]).Deductible.ShouldBe(Fen.FromYuan(650));
    }

    [Theory]
    [InlineData("2024-09-02", true, "0.00", 0)]
    [InlineData("2024-09-02", false, "650.00", 0)]
    [InlineData("2024-09-03", true, "650.00", 1)]
    [InlineData("2024-09-03", null, "650.00", 0)]
    public void What_was_said_decides_only_where_the_days_allow_it(string admitted, bool? said, string deductible, int findings)
    {
        var second = Stay(admitted, "2024-09-10", "tertiary");
        var part = YearSettlement.Settle([First, second with { Stay = second.Stay with { ContinuesPrevious = said } }], Law)[1];
        Basic(part).Deductible.ShouldBe(Fen.Parse(deductible));
        part.Result.Findings.Length.ShouldBe(findings);
    }

    [Fact]
    public void The_order_in_which_stays_are_given_does_not_matter()
    {
        AdmissionFacts[] stays = [First, Stay("2024-10-02", "2024-10-10", "tertiary"), Stay("2024-12-20", "2024-12-28", "primary")];
        YearSettlement.Settle([.. stays.Reverse()], Law).Select(p => Basic(p).Amount).ShouldBe(YearSettlement.Settle(stays, Law).Select(p => Basic(p).Amount));
    }

    [Fact]
    public void A_stay_that_must_be_cut_is_not_settled_without_the_costs_of_its_parts()
    {
        var part = YearSettlement.Settle([Stay("2024-08-01", "2025-02-01", "tertiary")], Law).ShouldHaveSingleItem();
        Basic(part).Outcome.ShouldBe(Outcome.NeedsFact);
        Basic(part).Needs.Select(n => n.Name).ShouldBe(["parts"]);
        part.Result.PatientPays.ShouldBe(Fen.FromYuan(20_000));
    }

    [Fact]
    public void Parts_that_do_not_add_up_to_the_stay_are_not_taken()
    {
        var wrong = Long(10_000, "2024-12-01/2024-12-31", "2025-01-01/2025-01-20");
        var part = YearSettlement.Settle([wrong with { Stay = wrong.Stay with { Total = Fen.FromYuan(20_001) } }], Law).ShouldHaveSingleItem();
        Basic(part).Needs.Select(n => n.Name).ShouldBe(["parts"]);
    }

    [Fact]
    public void Each_period_takes_a_deductible_where_the_place_says_so_and_the_new_year_none()
    {
        var rules = With("settlement", """{"period":90,"transfer-within":24,"cross-year":"split","new-period":"again","new-year":"once"}""");
        var parts = YearSettlement.Settle([Long(10_000, "2024-08-01/2024-10-29", "2024-10-30/2024-12-31", "2025-01-01/2025-01-27", "2025-01-28/2025-02-01")], rules);
        parts.Select(p => Basic(p).Deductible!.Value.ToString()).ShouldBe(["1300.00", "650.00", "0.00", "650.00"]);
        parts.Select(p => Basic(p).Amount.ToString()).ShouldBe(["6525.00", "7012.50", "7500.00", "7012.50"]);
    }

    [Fact]
    public void Where_the_law_on_file_does_not_say_whether_a_deductible_is_taken_again_it_is_asked_for()
    {
        var parts = YearSettlement.Settle([Long(10_000, "2024-08-01/2024-10-29", "2024-10-30/2024-12-31", "2025-01-01/2025-01-20")], Law);
        Basic(parts[0]).Outcome.ShouldBe(Outcome.Paid);
        Basic(parts[1]).Needs.Select(n => n.Name).ShouldBe(["settlement/new-period"]);
        Basic(parts[2]).Needs.Select(n => n.Name).ShouldBe(["settlement/new-year"]);
        Basic(parts[2]).Outcome.ShouldBe(Outcome.NeedsPolicy);
    }

    [Fact]
    public void A_stay_over_the_turn_of_the_year_has_the_cap_of_both_years_and_what_makes_no_difference_is_not_asked()
    {
        var parts = YearSettlement.Settle([Long(300_000, "2024-12-01/2024-12-31", "2025-01-01/2025-01-31")], Law);
        parts.Select(p => Basic(p).Amount).ShouldBe([Fen.FromYuan(200_000), Fen.FromYuan(200_000)]);
        parts.SelectMany(p => p.Result.Needs).ShouldAllBe(n => !n.Blocking);
    }

    [Fact]
    public void Whose_insurance_ended_with_the_year_is_paid_until_then()
    {
        var stay = Long(10_000, "2024-12-01/2024-12-31", "2025-01-01/2025-01-31");
        var parts = YearSettlement.Settle([stay with { Person = stay.Person with { EntitledTo = new DateOnly(2024, 12, 31) } }], Law);
        Basic(parts[0]).Amount.ShouldBe(Fen.FromYuan(6525));
        Basic(parts[1]).Outcome.ShouldBe(Outcome.NotCovered);
    }

    [Fact]
    public void A_status_gained_late_in_a_long_stay_counts_for_all_its_parts()
    {
        var stay = Long(10_000, "2024-12-01/2024-12-31", "2025-01-01/2025-01-31");
        var spans = ImmutableArray.Create(new StatusSpan("subsistence", new DateOnly(2025, 1, 15), null));
        var parts = YearSettlement.Settle([stay with { Person = new PersonFacts { Age = 50, StatusSpans = spans } }], Law);
        parts[0].Result.Layers.Single(l => l.Layer == "assistance").Outcome.ShouldBe(Outcome.Paid);
    }

    [Theory]
    [InlineData("2025-03-01", true)]
    [InlineData("2025-03-02", false)]
    public void Costs_of_the_six_months_before_a_person_was_recognised_count(string recognised, bool counts)
    {
        var rules = With("settlement", """{"status-gained":"this-stay","look-back":6}""");
        var spans = ImmutableArray.Create(new StatusSpan("subsistence", DateOnly.Parse(recognised), null));
        var part = YearSettlement.Settle([First with { Person = new PersonFacts { Age = 50, StatusSpans = spans } }], rules).Single();
        (part.Result.Layers.Single(l => l.Layer == "assistance").Outcome == Outcome.Paid).ShouldBe(counts);
    }

    [Fact]
    public void After_an_unsettled_stay_the_years_totals_are_unknown_and_not_nothing()
    {
        var uncut = Stay("2024-02-01", "2024-07-01", "tertiary");
        var parts = YearSettlement.Settle([uncut, First], Law);
        parts[1].Facts.YearToDate.InScopeBorne.ShouldBeNull();
        parts[1].Result.Layers.Single(l => l.Layer == "critical").Outcome.ShouldBe(Outcome.NeedsFact);
    }

    [Theory]
    [InlineData(4, 0, "500000.00")]
    [InlineData(6, 1, "508000.00")]
    [InlineData(60, 0, "600000.00")]
    public void Years_of_insurance_in_a_row_raise_the_cap_of_critical_illness_up_to_a_fifth(int years, int idle, string amount)
    {
        var rules = With("reward", """{"after":4,"each-year":300000,"no-claim-year":200000,"at-most":2000}""");
        Critical(rules, years, idle).Amount.ShouldBe(Fen.Parse(amount));
    }

    [Fact]
    public void Where_the_reward_is_not_on_file_the_cap_stands_and_the_answer_says_so()
    {
        var critical = Critical(Law, 6, 0);
        critical.Amount.ShouldBe(Fen.FromYuan(500_000));
        critical.Needs.ShouldContain(n => n.Name == "reward" && n.IsPolicy && !n.Blocking);
    }

    private static LayerResult Critical(Func<AdmissionFacts, PolicySnapshot> rules, int years, int idle)
    {
        var stay = Stay("2020-06-01", "2020-06-20", "tertiary", 1_500_000) with { Place = "150900", Person = new PersonFacts { Age = 50, Statuses = [], YearsInARow = years, YearsWithoutClaim = idle } };
        return YearSettlement.Settle([stay], rules).Single().Result.Layers.Single(l => l.Layer == "critical");
    }
}
