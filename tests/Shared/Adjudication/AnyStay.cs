using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Money;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Tests.Adjudication;

/// <summary>Stays of which everything is known, in places and on days with rules, with amounts near the edges of the rules more often than elsewhere.</summary>
internal static class AnyStay
{
    private static readonly (string Place, DateOnly Date)[] Rules =
    [
        ("110000", new DateOnly(2018, 6, 1)), ("110000", new DateOnly(2019, 6, 1)), ("110000", new DateOnly(2024, 9, 1)),
        ("150900", new DateOnly(2020, 6, 1)), ("230800", new DateOnly(2018, 6, 1)), ("360100", new DateOnly(2025, 6, 1)), ("330100", new DateOnly(2024, 6, 1)), ("370000", new DateOnly(2014, 6, 1)),
    ];

    private static readonly string[][] StatusSets =
    [
        [], [], [], ["destitute"], ["subsistence"], ["low-income"], ["relief-40"], ["poverty-monitored"], ["orphan"], ["illness-impoverished"],
        ["subsistence", "destitute"], ["student"], ["disabled", "low-income"], ["poverty-monitored", "subsistence", "three-withouts"],
    ];

    /// <summary>Money in fen: anything, round thousands of yuan, and one fen beside them.</summary>
    private static Gen<long> Amount(long most) => Gen.OneOf(
        Gen.Choose(0, (int)Math.Min(most, int.MaxValue)).Select(f => (long)f),
        Gen.Choose(0, (int)(most / 100_000)).SelectMany(thousands => Gen.Choose(-1, 1).Select(beside => Math.Max(0, (thousands * 100_000L) + beside))));

    public static Arbitrary<AdmissionFacts> Arbitrary { get; } = Arb.From(
        from rule in Gen.Elements(Rules)
        from level in Gen.Elements(Vocabulary.Levels.ToArray())
        from area in Gen.Elements([.. Vocabulary.Areas, "local", "local", "local", "local", "local", "local"])
        from age in Gen.Choose(0, 100)
        from ordinal in Gen.Choose(1, 6)
        from statuses in Gen.Elements(StatusSets)
        from inScope in Amount(100_000_000)
        from first in Amount(5_000_000)
        from own in Amount(5_000_000)
        from borne in Amount(40_000_000)
        from used in Amount(20_000_000)
        from disease in Gen.Elements("K35", "O80", "O82")
        select Facts(rule, level, area, age, ordinal, statuses, inScope, first, own, borne, used, disease));

    /// <summary>Ten thousand cases, failing loudly.</summary>
    public static void Holds(Func<AdmissionFacts, bool> property) =>
        Prop.ForAll(Arbitrary, property).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

    public static AdjudicationResult Answer(AdmissionFacts facts) => Adjudicator.Adjudicate(RulesFor(facts), facts);

    public static PolicySnapshot RulesFor(AdmissionFacts facts) => Snapshots[(facts.Place, facts.Date)];

    private static readonly Dictionary<(string, DateOnly), PolicySnapshot> Snapshots = Rules.ToDictionary(r => r, r => PolicyLibrary.Shipped.Resolve(r.Place, r.Date));

    private static AdmissionFacts Facts((string Place, DateOnly Date) rule, string level, string area, int age, int ordinal, string[] statuses, long inScope, long first, long own, long borne, long used, string disease) => new()
    {
        Place = rule.Place,
        Date = rule.Date,
        Person = new PersonFacts { Age = age, Statuses = [.. statuses] },
        Stay = new StayFacts
        {
            HospitalLevel = level,
            Area = area,
            OrdinalInYear = ordinal,
            OrdinalAtLevel = Math.Max(1, ordinal - 1),
            Total = new Fen(inScope + first + own),
            InScope = new Fen(inScope),
            SelfPayFirst = new Fen(first),
            SelfFunded = new Fen(own),
            OverLimit = Fen.Zero,
            Disease = disease,
        },
        YearToDate = ordinal == 1
            ? new YearToDate { BasicPaid = Fen.Zero, InScopeBorne = Fen.Zero, CriticalPaid = Fen.Zero, AssistancePaid = Fen.Zero, TopupPaid = Fen.Zero, MutualAidPaid = Fen.Zero, DeductibleTaken = Fen.Zero }
            : new YearToDate { BasicPaid = new Fen(used), InScopeBorne = new Fen(borne), CriticalPaid = new Fen(used / 3), AssistancePaid = new Fen(used / 2), TopupPaid = new Fen(used / 9), MutualAidPaid = Fen.Zero, DeductibleTaken = new Fen(used / 200) },
        ActuallyPaid = ImmutableSortedDictionary<string, Fen>.Empty,
    };
}
