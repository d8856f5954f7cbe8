using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>What it changes that one person can be in hospital several times a year (一人多次住院的影响): the yearly cap cuts his aids, readmissions for one illness are merged. The plan itself is reckoned without both; these are bounds of how far that errs, as long as stays do not depend on each other.</summary>
/// <param name="Cut">People a year whom the yearly cap cuts, as expected.</param>
/// <param name="CapSaves">What the cap saves a year on average, rounded down to the yuan.</param>
/// <param name="Merged">Readmissions a year that are merged, at most.</param>
/// <param name="RuinAtLeast">The money runs out no less likely than that.</param>
/// <param name="RuinAtMost">And no more likely than that.</param>
public sealed record RepeatedStays(StayCount Cut, Fen CapSaves, StayCount Merged, Chance RuinAtLeast, Chance RuinAtMost);
