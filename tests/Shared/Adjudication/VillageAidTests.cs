using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>Mutual aid in a village of Jiangyin, where the sheet says what insurance paid.</summary>
public class VillageAidTests
{
    private static readonly VillagePlan Plan = new(
        "320281105203",
        "2026-1",
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        Fen.FromYuan(3000),
        Fen.FromYuan(20_000),
        ImmutableSortedDictionary<string, Fen>.Empty.Add("K35", Fen.FromYuan(1200)).Add("C34", Fen.FromYuan(18_000)),
        "2025年12月20日村民代表会议决议");

    private static readonly AdmissionFacts Appendix = new()
    {
        Place = "320281",
        Date = new DateOnly(2026, 3, 9),
        Person = new PersonFacts { Age = 64, VillageMember = true },
        Stay = new StayFacts { Total = Fen.Parse("13245.95"), Disease = "K35", Borne = Fen.Parse("5018.40") },
        ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty.Add("basic", Fen.Parse("8227.55")),
        Village = "320281105203",
    };

    private static LayerResult Aid(AdmissionFacts facts) => Answer(facts).Layers.Single(l => l.Layer == "mutual-aid");

    private static AdjudicationResult Answer(AdmissionFacts facts) =>
        Adjudicator.Adjudicate(PolicyLibrary.Shipped.Resolve(facts.Place, facts.Date).With(Plan), facts);

    [Fact]
    public void The_village_pays_the_fixed_sum_of_the_disease()
    {
        var aid = Aid(Appendix);
        aid.Outcome.ShouldBe(Outcome.Paid);
        aid.Amount.ShouldBe(Fen.FromYuan(1200));
    }

    [Fact]
    public void What_the_sheet_says_basic_insurance_paid_stands_though_the_local_figures_are_not_on_file()
    {
        var basic = Answer(Appendix).Layers.Single(l => l.Layer == "basic");
        basic.Amount.ShouldBe(Fen.Parse("8227.55"));
        basic.Recomputed.ShouldBeNull();
        basic.Outcome.ShouldBe(Outcome.NeedsPolicy);
        basic.Needs.ShouldAllBe(n => n.IsPolicy && !n.Blocking);
        basic.Needs.Select(n => n.Chinese).ShouldContain("江阴居民医保住院起付线");
    }

    [Theory]
    [InlineData("2999.99", Outcome.BelowDeductible, "0.00")]
    [InlineData("3000.00", Outcome.Paid, "1200.00")]
    [InlineData("3000.01", Outcome.Paid, "1200.00")]
    public void The_entry_line_is_on_the_total_cost_of_the_one_stay(string total, Outcome outcome, string amount)
    {
        var aid = Aid(Appendix with { Stay = Appendix.Stay with { Total = Fen.Parse(total), Borne = Fen.Parse("1500.00") }, ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty });
        aid.Outcome.ShouldBe(outcome);
        aid.Amount.ShouldBe(Fen.Parse(amount));
    }

    [Fact]
    public void Never_more_than_the_patient_really_bore()
    {
        var aid = Aid(Appendix with { Stay = Appendix.Stay with { Borne = Fen.Parse("800.05") } });
        aid.Amount.ShouldBe(Fen.Parse("800.05"));
        aid.Outcome.ShouldBe(Outcome.CapReached);
    }

    [Fact]
    public void The_yearly_cap_counts_what_the_village_paid_earlier_in_the_year()
    {
        var aid = Aid(Appendix with
        {
            Stay = Appendix.Stay with { Disease = "C34", Total = Fen.FromYuan(90_000), Borne = Fen.FromYuan(60_000), OrdinalInYear = 2 },
            YearToDate = new YearToDate { MutualAidPaid = Fen.FromYuan(15_000) },
        });
        aid.Amount.ShouldBe(Fen.FromYuan(5000));
        aid.Outcome.ShouldBe(Outcome.CapReached);
    }

    [Fact]
    public void Who_was_no_member_on_the_day_of_discharge_gets_nothing() =>
        Aid(Appendix with { Person = Appendix.Person with { VillageMember = false } }).Outcome.ShouldBe(Outcome.NotCovered);

    [Fact]
    public void An_unknown_membership_is_asked_for()
    {
        var aid = Aid(Appendix with { Person = Appendix.Person with { VillageMember = null } });
        aid.Outcome.ShouldBe(Outcome.NeedsFact);
        aid.Needs.ShouldHaveSingleItem().Name.ShouldBe("villageMember");
    }

    [Fact]
    public void Without_sheet_and_without_local_figures_what_was_borne_is_asked_for()
    {
        var aid = Aid(Appendix with { Stay = Appendix.Stay with { Borne = null }, ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty });
        aid.Needs.ShouldContain(n => n.Name == "borne" && !n.IsPolicy);
    }

    [Fact]
    public void The_explanation_starts_with_the_amount_in_figures_and_capitals()
    {
        var sentences = Explain.Sentences(Answer(Appendix), Appendix, new Names("急性阑尾炎"));
        sentences[0].ShouldBe("村里互助补您 1,200.00 元（壹仟贰佰元整）。");
        sentences.ShouldContain("这次住院总共花了 13,245.95 元，够了 3,000.00 元的起补线。");
        sentences.ShouldContain("得的病是“急性阑尾炎”，本村方案定的是补 1,200.00 元，同样的病人人一样。");
        sentences.ShouldContain("基本医保已经报了 8,227.55 元，这是结算单上写的。");
    }

    [Fact]
    public void The_same_facts_give_the_same_hash_and_another_plan_another_one()
    {
        var snapshot = PolicyLibrary.Shipped.Resolve("320281", Appendix.Date);
        snapshot.With(Plan).Hash.ShouldBe(snapshot.With(Plan).Hash);
        snapshot.With(Plan).Hash.ShouldNotBe(snapshot.With(Plan with { EntryLine = Fen.FromYuan(3001) }).Hash);
        PolicySnapshot.FromCanonical(snapshot.With(Plan).CanonicalBytes).Hash.ShouldBe(snapshot.With(Plan).Hash);
    }
}
