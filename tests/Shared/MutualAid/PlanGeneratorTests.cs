using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Association;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Shared.Tests.MutualAid;

public class PlanGeneratorTests
{
    /// <summary>Each case is a whole plan, and its halving search tries a dozen more.</summary>
    static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(30);

    static readonly PlanGenerator Generator = PlanGenerator.Default;

    static readonly Gen<IReadOnlyList<Headcount>> AnyRoster =
        from groups in Gen.Resize(Gen.NonEmptyListOf(
            from age in Gen.Choose(0, 95)
            from years in Gen.Choose(0, 25)
            from known in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
            from sex in Gen.Elements(Sex.Male, Sex.Female, Sex.Unknown)
            from count in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 400))
            select new Headcount(known ? new AgeSpan(age, age + years) : null, sex, count)), 8)
        select (IReadOnlyList<Headcount>)groups;

    static readonly Gen<(IReadOnlyList<Headcount> Roster, PlanTerms Terms)> AnyCase =
        from roster in AnyRoster
        from yuan in Gen.OneOf(Gen.Choose(1, 300), Gen.Choose(1, 5000))
        from emphasis in Gen.Choose(100, 600)
        from ruin in Gen.Choose(1, 30)
        from line in Gen.Elements(0, 1000, 3000, 10_000)
        from cap in Gen.Elements<Fen?>(null, Fen.FromYuan(100), Fen.FromYuan(5000), Fen.FromYuan(50_000))
        select (roster, new PlanTerms(Fen.FromYuan((long)yuan * roster.Sum(people => people.Count)), Fen.FromYuan(line), cap, BasisPoints.FromPercent(2), BasisPoints.FromPercent(ruin), BasisPoints.FromPercent(emphasis), BasisPoints.Whole));

    static (GeneratedPlan? Plan, TooLittleMoney? Problem) Make((IReadOnlyList<Headcount> Roster, PlanTerms Terms) one) =>
        Generator.Generate(one.Roster, one.Terms, BasisPoints.Whole, BasisPoints.Whole);

    [Fact]
    public void Every_disease_has_a_round_sum_the_money_is_enough_and_the_plan_keeps_its_promises() =>
        Check.One(Few, Prop.ForAll(AnyCase.ToArbitrary(), one =>
        {
            var (plan, problem) = Make(one);
            if (plan is null)
            {
                problem!.Least.ShouldBeGreaterThan(one.Terms.Money);
                // What it asks for is enough.
                Make((one.Roster, one.Terms with { Money = problem.Least })).Plan.ShouldNotBeNull();
                return;
            }

            plan.Sums.Count.ShouldBe(1296);
            plan.Sums.Values.ShouldAllBe(sum => sum >= Ladder.Least && sum == Ladder.Round(sum));
            TellingSums.Of(plan.Sums).ShouldBeEmpty();
            plan.Rungs.Length.ShouldBe(8);
            plan.Rungs.Sum(rung => rung.Diseases).ShouldBe(1296);
            plan.Rungs.Zip(plan.Rungs.Skip(1)).ShouldAllBe(pair => pair.First.Sum <= pair.Second.Sum);
            (plan.ExpectedAid + plan.Fee + plan.Margin).ShouldBe(plan.Terms.Money);
            plan.Margin.ShouldBeGreaterThanOrEqualTo(plan.Terms.LeastMargin);
            plan.Ruin.Millionths.ShouldBeLessThanOrEqualTo(plan.Terms.AllowedRuin.Value * 100);
            plan.RuinIfMore.ShouldBeGreaterThanOrEqualTo(plan.Ruin);
            plan.Sums.Values.ShouldAllBe(sum => plan.Terms.YearlyCap == null || sum <= plan.Terms.YearlyCap.Value);
        }));

    [Fact]
    public void What_is_only_rounding_is_no_chance_that_the_money_runs_out()
    {
        IReadOnlyList<Headcount> roster = [new(new AgeSpan(92, 111), Sex.Unknown, 206), new(new AgeSpan(17, 37), Sex.Male, 4)];
        var plan = Make((roster, new PlanTerms(Fen.FromYuan(741_720), Fen.FromYuan(1000), Fen.FromYuan(5000), BasisPoints.FromPercent(2), BasisPoints.FromPercent(23), BasisPoints.FromPercent(278), BasisPoints.Whole))).Plan!;

        plan.Ruin.ShouldBe(new Chance(0));
        plan.RuinIfMore.ShouldBe(new Chance(0));
    }

    [Fact]
    public void More_money_gives_nobody_less() =>
        Check.One(Few, Prop.ForAll(AnyCase.ToArbitrary(), Gen.Choose(100, 300).ToArbitrary(), (one, percent) =>
        {
            if (Make(one).Plan is not { } less)
                return;
            var more = Make((one.Roster, one.Terms with { Money = new Fen(one.Terms.Money.Value * percent / 100) })).Plan!;
            more.Sums.Keys.ShouldAllBe(code => more.Sums[code] >= less.Sums[code]);
        }));

    [Fact]
    public void A_serious_disease_gets_at_least_what_any_minor_one_gets_and_a_dearer_one_at_least_what_a_cheaper_one_gets()
    {
        var plan = Village(3000, 108);
        var entries = DiseaseCatalogue.Default.Entries;
        entries.Where(entry => entry.Serious).Min(entry => plan.Sums[entry.Code]).ShouldBeGreaterThan(entries.Where(entry => !entry.Serious).Max(entry => plan.Sums[entry.Code]));
        foreach (var kind in entries.GroupBy(entry => entry.Serious))
        {
            var byCost = kind.OrderBy(Statistics.Default.Cost).Select(entry => plan.Sums[entry.Code]).ToList();
            byCost.ShouldBe([.. byCost.Order()]);
        }
    }

    [Fact]
    public void The_more_weight_serious_illness_has_the_larger_the_share_it_gets()
    {
        var terms = PlanTerms.Of(Charter.Default, Fen.FromYuan(400_000), BasisPoints.Whole);
        var plans = new[] { 100, 150, 200, 300, 500 }.Select(percent => Make((People(3000), terms with { Emphasis = BasisPoints.FromPercent(percent) })).Plan!).ToList();
        foreach (var (less, more) in plans.Zip(plans.Skip(1)))
            ((Int128)less.Rungs[7].Sum.Value * more.Rungs[0].Sum.Value <= (Int128)more.Rungs[7].Sum.Value * less.Rungs[0].Sum.Value).ShouldBeTrue();
    }

    [Fact]
    public void A_rich_village_carries_over_what_would_make_illness_pay()
    {
        var plan = Village(500, 5000);
        plan.IsFull.ShouldBeTrue();
        plan.Margin.ShouldBeGreaterThan(plan.ExpectedAid);
        plan.Rungs.ShouldAllBe(rung => rung.Sum <= PlanTerms.MostOfBorne.Of(Statistics.Default.Borne.Of(rung.Grade.Typical, Rounding.DownFen), Rounding.DownFen));
    }

    [Fact]
    public void A_roster_of_one_gets_the_smallest_plan_or_is_told_what_it_would_take()
    {
        IReadOnlyList<Headcount> one = [new(new AgeSpan(70, 70), Sex.Female, 1)];
        var terms = PlanTerms.Of(Charter.Default, Fen.FromYuan(40), Statistics.Default.Emphasis);
        var least = Make((one, terms)).Problem!.Least;
        least.ShouldBeGreaterThan(Fen.FromYuan(50));
        Make((one, terms with { Money = least })).Plan!.Rungs[0].Sum.ShouldBe(Ladder.Least);
        Make((one, terms with { Money = least - new Fen(100) })).Plan.ShouldBeNull();
    }

    static OwnSums Own(params (string Entry, int Yuan)[] sums) =>
        OwnSums.None with { ByDisease = OwnSums.None.ByDisease.AddRange(sums.Select(sum => KeyValuePair.Create(sum.Entry, Fen.FromYuan(sum.Yuan)))) };

    [Fact]
    public void Sums_that_a_village_sets_itself_stand_and_the_others_are_what_the_rest_of_the_money_bears() =>
        Check.One(Few, Prop.ForAll(AnyCase.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (one, kidney, more) =>
        {
            if (Make((one.Roster, one.Terms with { Own = Own(("N18", kidney * 50), ("K35", 1234)) })).Plan is not { } plan)
                return;
            (plan.Sums["N18"], plan.Sums["K35"]).ShouldBe((Fen.FromYuan(kidney * 50), Fen.FromYuan(1234)));
            plan.Rungs.Sum(rung => rung.Diseases).ShouldBe(1294);
            plan.Own.Select(own => own.Disease.Code).ShouldBe(["K35", "N18"]);
            (plan.ExpectedAid + plan.Fee + plan.Margin).ShouldBe(plan.Terms.Money);
            plan.Ruin.Millionths.ShouldBeLessThanOrEqualTo(plan.Terms.AllowedRuin.Value * 100);
            // As many stays as without: whose sum it is does not make anybody ill. Rounding of ten groups.
            Math.Abs(plan.Stays.Millionths - Generator.AidedStays(one.Roster, one.Terms).Sum(stays => stays.Millionths)).ShouldBeLessThan(10);
            // What one disease gets more, no other does.
            if (Make((one.Roster, one.Terms with { Own = Own(("N18", (kidney + more) * 50), ("K35", 1234)) })).Plan is { } dearer)
                dearer.Rungs.Zip(plan.Rungs).ShouldAllBe(pair => pair.First.Sum <= pair.Second.Sum);
        }));

    [Fact]
    public void Rungs_that_a_village_sets_itself_are_reckoned_as_if_they_had_been_worked_out() =>
        Check.One(Few, Prop.ForAll(AnyCase.ToArbitrary(), one =>
        {
            if (Make(one).Plan is not { } worked)
                return;
            var own = Make((one.Roster, one.Terms with { Own = OwnSums.None with { Ladder = new Ladder([.. worked.Rungs.Select(rung => rung.Sum)]) } })).Plan!;
            own.Sums.ShouldBe(worked.Sums);
            (own.ExpectedAid, own.Margin, own.Ruin, own.RuinIfMore, own.Repeated).ShouldBe((worked.ExpectedAid, worked.Margin, worked.Ruin, worked.RuinIfMore, worked.Repeated));
        }));

    [Fact]
    public void A_village_may_set_more_than_its_money_bears_and_is_told_by_how_much()
    {
        var terms = PlanTerms.Of(Charter.Default, Fen.FromYuan(20_000), Statistics.Default.Emphasis);
        var plan = Make((People(1000), terms with { Own = OwnSums.None with { Ladder = new Ladder([.. Grade.All.Select(grade => Fen.FromYuan(grade.Serious ? 20_000 : 2000))]) } })).Plan!;

        plan.Margin.ShouldBeLessThan(Fen.Zero);
        (plan.ExpectedAid + plan.Fee + plan.Margin).ShouldBe(terms.Money);
        PlanJson.Warnings(plan).ShouldContain(warning => warning.Contains($"比资金多 {(-plan.Margin).ToGroupedString()} 元", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sum_that_one_disease_has_for_itself_is_told_as_telling_and_a_serious_one_below_the_minor_ones_as_odd()
    {
        var plan = Make((People(1000), PlanTerms.Of(Charter.Default, Fen.FromYuan(108_000), Statistics.Default.Emphasis) with { Own = Own(("N18", 77)) })).Plan!;

        PlanJson.Warnings(plan).Count(warning => warning.Contains("慢性肾脏病和尿毒症 77.00 元", StringComparison.Ordinal)).ShouldBe(2);
        PlanJson.Warnings(Village(1000, 108)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_ill_is_a_plan_at_its_top()
    {
        var plan = Make(([], PlanTerms.Of(Charter.Default, Fen.FromYuan(1000), Statistics.Default.Emphasis))).Plan!;
        (plan.ExpectedAid, plan.Ruin.Millionths, plan.IsFull, plan.MeanAid).ShouldBe((Fen.Zero, 0, true, Fen.Zero));
    }

    static GeneratedPlan Village(int members, int yuan) =>
        Make((People(members), PlanTerms.Of(Charter.Default, Fen.FromYuan((long)members * yuan), Statistics.Default.Emphasis))).Plan!;

    static IReadOnlyList<Headcount> People(int members) =>
        [new(new AgeSpan(0, 14), Sex.Unknown, members * 15 / 100), new(new AgeSpan(15, 44), Sex.Unknown, members * 35 / 100), new(new AgeSpan(45, 64), Sex.Unknown, members * 30 / 100), new(new AgeSpan(65, 84), Sex.Unknown, members * 20 / 100)];
}
