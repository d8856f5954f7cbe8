using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>Mutual aid over a stay that insurance settles in parts: given once, for the whole stay.</summary>
public class WholeStayTests
{
    private static readonly VillagePlan Plan = new(
        "320281105203", "2025-1", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), Fen.FromYuan(3000), Fen.FromYuan(1500),
        ImmutableSortedDictionary<string, Fen>.Empty.Add("K35", Fen.FromYuan(1200)), "2024年12月20日村民代表会议决议");

    private static readonly AdmissionFacts Stay = new()
    {
        Place = "320281",
        Admitted = new DateOnly(2024, 12, 20),
        Date = new DateOnly(2025, 1, 10),
        Person = new PersonFacts { Age = 64, Statuses = [], VillageMember = true },
        Stay = new StayFacts { Total = Fen.FromYuan(4000), Disease = "K35", HospitalLevel = "secondary", Area = "local" },
        Parts =
        [
            new StayPart(new DateOnly(2024, 12, 20), new DateOnly(2024, 12, 31), Fen.FromYuan(2500)) { ActuallyPaid = Basic(1500), Borne = Fen.FromYuan(1000) },
            new StayPart(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 10), Fen.FromYuan(1500)) { ActuallyPaid = Basic(1400), Borne = Fen.FromYuan(100) },
        ],
        Village = "320281105203",
    };

    private static ImmutableSortedDictionary<string, Fen> Basic(int yuan) => ImmutableSortedDictionary<string, Fen>.Empty.Add("basic", Fen.FromYuan(yuan));

    private static PolicySnapshot Rules(AdmissionFacts facts)
    {
        using var json = JsonDocument.Parse("""{"cross-year":"split","new-year":"once"}""");
        return PolicyLibrary.Shipped.Resolve(facts.Place, facts.Date).With(Plan)
            .With(new Figure("settlement", facts.Place, null, new DateOnly(2018, 1, 1), null, false, "测试", null, json.RootElement.Clone()));
    }

    private static LayerResult Aid(SettledPart part) => part.Result.Layers.ShouldHaveSingleItem();

    [Fact]
    public void Neither_part_reaches_the_entry_line_but_the_stay_does_and_aid_is_given_once()
    {
        var settled = YearSettlement.Settle([Stay], Rules);
        settled.Select(p => p.Whole).ShouldBe([false, false, true]);
        settled.Take(2).ShouldAllBe(p => p.Result.Layers.All(l => l.Layer != "mutual-aid"));
        // 1,200 by the plan, but no more than the 1,100 that the patient bore.
        Aid(settled[2]).Amount.ShouldBe(Fen.FromYuan(1100));
        settled[2].Result.PatientPays.ShouldBe(Fen.Zero);
        YearTotals.Of(settled).Select(y => (y.Year, y.Settlements, y.Paid["basic"])).ShouldBe([(2024, 1, Fen.FromYuan(1500)), (2025, 1, Fen.FromYuan(1400))]);
        YearTotals.Of(settled)[1].AtEnd.MutualAidPaid.ShouldBe(Fen.FromYuan(1100));
    }

    [Fact]
    public void What_the_whole_stay_was_given_counts_against_the_yearly_cap()
    {
        var later = Stay with { Admitted = new DateOnly(2025, 5, 1), Date = new DateOnly(2025, 5, 9), Parts = [], ActuallyPaid = Basic(1000), Stay = Stay.Stay with { Borne = Fen.FromYuan(3000) } };
        var settled = YearSettlement.Settle([later, Stay], Rules);
        settled[^1].Result.Layers.Single(l => l.Layer == "mutual-aid").Amount.ShouldBe(Fen.FromYuan(400));
    }

    [Fact]
    public void Where_a_part_is_open_and_nobody_said_what_was_borne_aid_stays_open_and_says_why()
    {
        var parts = Stay.Parts;
        var settled = YearSettlement.Settle([Stay with { Parts = [parts[0] with { Borne = null, ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty }, parts[1]] }], Rules);
        var aid = Aid(settled[2]);
        aid.Amount.ShouldBe(Fen.Zero);
        aid.Recomputed.ShouldBeNull();
        aid.Needs.ShouldNotBeEmpty();
        YearTotals.Of(settled)[1].AtEnd.MutualAidPaid.ShouldBeNull();
    }

    [Fact]
    public void Where_the_sheet_of_the_whole_stay_is_complete_aid_does_not_wait_for_the_parts()
    {
        var settled = YearSettlement.Settle([Stay with { Parts = [], ActuallyPaid = Basic(2900), Stay = Stay.Stay with { Borne = Fen.FromYuan(1100) } }], Rules);
        settled.ShouldHaveSingleItem().Result.Layers.Single(l => l.Layer == "mutual-aid").Amount.ShouldBe(Fen.FromYuan(1100));
    }
}
