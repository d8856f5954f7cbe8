using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Adjudication.Bulk;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;
using Shouwang.Shared.Tests.Adjudication;
using Shouwang.Tools.Policy;

namespace Shouwang.Tools.Tests;

/// <summary>What holds for every stay under every shape of rules, also those no place on file uses yet; ten thousand cases each.</summary>
public class ShapeProperties
{
    private static readonly string[] Paying = ["pay", "fixed", "cap-stay", "cap-year", "borne", "global-cap"];
    private static readonly DateOnly Day = new(2024, 6, 1);
    private static readonly PolicyLibrary Library = PolicyLibrary.Parse(Encoding.UTF8.GetBytes(PolicyFolder.Read(Path.Combine(Repository.Root, "tests", "Tools", "Shapes", "policies")).Compiled));

    private static readonly VillagePlan Plan = new(
        "990701001001", "1", new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), Fen.FromYuan(3000), Fen.FromYuan(2000),
        ImmutableSortedDictionary<string, Fen>.Empty.Add("K35", Fen.FromYuan(1200)).Add("O80", Fen.FromYuan(300)), "决议");

    private static readonly Dictionary<string, PolicySnapshot> Rules = Library.Places.Keys.ToDictionary(p => p, p => Library.Resolve(p, Day).With(Plan));

    private static readonly string[][] Sets = [[], [], ["subsistence"], ["destitute"], ["subsistence", "destitute"]];

    private static Gen<long> Amount(int most) => Gen.OneOf(
        Gen.Choose(0, most).Select(f => (long)f),
        Gen.Choose(0, most / 100_000).SelectMany(thousands => Gen.Choose(-1, 1).Select(beside => Math.Max(0, (thousands * 100_000L) + beside))));

    private static readonly Arbitrary<AdmissionFacts> AnyFacts = Arb.From(
        from place in Gen.Elements(Rules.Keys.ToArray())
        from person in Person()
        from stay in Stay(place)
        from used in Amount(4_000_000)
        from borne in Amount(6_000_000)
        from asked in Amount(9_000_000)
        from extra in Gen.Choose(0, 3)
        select new AdmissionFacts
        {
            Place = place,
            Date = Day,
            Admitted = Day.AddDays(-5),
            Person = person,
            Stay = stay,
            Village = "990701001001",
            YearToDate = new YearToDate
            {
                BasicPaid = new Fen(used),
                InScopeBorne = new Fen(borne),
                CriticalPaid = new Fen(used / 3),
                AssistancePaid = new Fen(used / 40),
                TopupPaid = Fen.Zero,
                MutualAidPaid = new Fen(used / 20),
                DeductibleTaken = new Fen(used / 50),
                Given = extra == 0 ? ImmutableSortedDictionary<string, int>.Empty.Add("topup.relief", 1) : ImmutableSortedDictionary<string, int>.Empty,
            },
            Applications = place == "990801" && extra < 2 ? ImmutableSortedDictionary<string, Fen>.Empty.Add("topup.relief", new Fen(asked)) : ImmutableSortedDictionary<string, Fen>.Empty,
        });

    [Fact]
    public void The_slow_twin_agrees_on_every_shape() => Holds(facts =>
    {
        var bulk = new BulkAdjudicator(Rules[facts.Place]);
        var amounts = bulk.Adjudicate(bulk.Prepare(facts)).Amounts;
        var twin = new SlowTwin(Rules[facts.Place], facts).Amounts();
        return bulk.Benefits.Select((key, i) => (twin[key] ?? 0) == amounts[i]).All(same => same);
    });

    [Fact]
    public void Layers_and_the_patients_share_make_up_the_bill_and_nothing_is_negative() => Holds(facts =>
    {
        var result = Answer(facts);
        var sum = result.Layers.Aggregate(Fen.Zero, (all, l) => all + l.Amount);
        // Relief on application is given on what was applied for, which may be more than this bill.
        return (facts.Applications.IsEmpty ? sum + result.PatientPays == facts.Stay.Total : result.PatientPays == (facts.Stay.Total - sum).OrZero)
            && result.PatientPays >= Fen.Zero && result.Layers.All(l => l.Amount >= Fen.Zero);
    });

    [Fact]
    public void No_layer_pays_more_than_its_base_or_its_caps_and_its_steps_add_up() => Holds(facts => Answer(facts).Layers.All(l =>
        l.Amount <= l.Steps.Where(s => s.Rule == "base").Aggregate(Fen.Zero, (sum, s) => sum + s.Amount)
        && (l.Recomputed is null || l.Steps.Where(s => Paying.Contains(s.Rule)).Aggregate(Fen.Zero, (sum, s) => sum + s.Amount) == l.Recomputed)
        && l.Steps.Where(s => s.Rule is "cap-stay" or "cap-year" or "global-cap").All(s => l.Amount <= (Input(s, "cap") - Input(s, "used")).OrZero)));

    [Fact]
    public void Bulk_gives_the_same_as_one_by_one() => Holds(facts =>
    {
        var bulk = new BulkAdjudicator(Rules[facts.Place]);
        var (one, many) = (Answer(facts), bulk.Adjudicate([[bulk.Prepare(facts)]]).Single().Single());
        return many.PatientPays == one.PatientPays.Value && many.Amounts.Sum() == one.Layers.Sum(l => l.Amount.Value);
    });

    private static Fen Input(TraceStep step, string name) => Fen.Parse(step.Inputs.Single(i => i.Key == name).Value);

    private static AdjudicationResult Answer(AdmissionFacts facts) => Adjudicator.Adjudicate(Rules[facts.Place], facts);

    private static void Holds(Func<AdmissionFacts, bool> property) => Prop.ForAll(AnyFacts, property).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    private static Gen<PersonFacts> Person() =>
        from age in Gen.Choose(0, 100)
        from statuses in Gen.Elements(Sets)
        from later in Gen.Elements(Sets)
        from loyal in Gen.Choose(0, 8)
        from idle in Gen.Choose(0, 3)
        from begins in Gen.Choose(-40, 2)
        from ends in Gen.Choose(-8, 200)
        from member in Gen.Elements(true, true, false)
        select new PersonFacts
        {
            Age = age,
            Statuses = [.. statuses],
            LaterStatuses = [.. later],
            YearsInARow = loyal,
            YearsWithoutClaim = idle,
            EntitledFrom = Day.AddDays(begins),
            EntitledTo = Day.AddDays(ends),
            VillageMember = member,
        };

    private static Gen<StayFacts> Stay(string place) =>
        from level in Gen.Elements(Vocabulary.Levels.ToArray())
        from area in Gen.Elements(Vocabulary.Areas.ToArray())
        from ordinal in Gen.Choose(1, 6)
        from transfer in Gen.Elements("none", "up", "down")
        from inScope in Amount(15_000_000)
        from first in Amount(900_000)
        from over in Amount(300_000)
        from own in Amount(900_000)
        from chain in Amount(150_000)
        from share in Gen.Choose(0, 100)
        from odd in Gen.Choose(0, 9)
        let total = inScope + first + over + own
        select new StayFacts
        {
            HospitalLevel = level,
            Area = area,
            OrdinalInYear = ordinal,
            OrdinalAtLevel = Math.Max(1, ordinal - 1),
            Transfer = transfer,
            ChainDeductible = new Fen(chain),
            DeductibleWaived = odd == 1,
            Total = new Fen(total),
            InScope = new Fen(inScope),
            SelfPayFirst = new Fen(first),
            OverLimit = new Fen(over),
            SelfFunded = new Fen(own),
            Borne = odd < 5 ? new Fen(total * share / 100) : null,
            Disease = new[] { "K35", "O80", "C34" }[odd % 3],
            Exclusion = odd == 9 && place == "990701" ? "third-party" : null,
        };
}
