namespace Shouwang.Shared.MutualAid.Association;

/// <summary>The steps by which villagers decide (议事程序), in their order.</summary>
public enum Step
{
    /// <summary>The two committees propose (两委会提议).</summary>
    Proposal,

    /// <summary>Villagers are asked (征求意见).</summary>
    Consultation,

    /// <summary>A letter goes to every household (告全体村民书).</summary>
    Letter,

    /// <summary>Representatives and group leaders meet (村民代表和组长会议).</summary>
    Assembly,

    /// <summary>They resolve (形成决议).</summary>
    Resolution,

    /// <summary>Whoever proposed takes the proposal back before it is resolved (撤回提议). It may come after any step but the resolution and ends the round.</summary>
    Withdrawal,
}

/// <summary>What a decision is about (议题): a plan, a charter or both.</summary>
/// <param name="Plan">Name of the draft it is about.</param>
/// <param name="PlanHash">Hash of that draft's content, so that no other can be published by the resolution.</param>
/// <param name="Charter">The charter as proposed.</param>
public sealed record Subject(string? Plan, string? PlanHash, Charter? Charter)
{
    /// <summary>The charter in force when another was proposed, so that what changes can be told; null in records made before it was kept.</summary>
    public Charter? Before { get; init; }
}

/// <summary>Votes of an assembly (表决结果).</summary>
/// <param name="Eligible">Representatives and group leaders entitled to vote (应到).</param>
/// <param name="Present">Who came (实到).</param>
public sealed record Votes(int Eligible, int Present, int For, int Against, int Abstained);

/// <summary>One recorded step (程序记录). It is never edited.</summary>
/// <param name="Round">1 for the founding; each later decision is a round of its own (第几次议事).</param>
/// <param name="Date">When it took place.</param>
/// <param name="Place">Where, or how it was made known.</param>
/// <param name="Text">What was said or decided, in the officer's words; of a withdrawal, why.</param>
/// <param name="Subject">Of a proposal.</param>
/// <param name="Count">Opinions gathered, or households that got the letter.</param>
/// <param name="Votes">Of a resolution.</param>
/// <param name="Adopted">Of a resolution: whether the votes sufficed by the charter of that day.</param>
/// <param name="Scan">Hash of the scanned record; of a resolution.</param>
/// <param name="By">Name of whoever recorded it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record RecordedStep(int Round, Step Step, DateOnly Date, string Place, string Text, Subject? Subject, int? Count, Votes? Votes, bool? Adopted, string? Scan, string By, DateTimeOffset RecordedAt);

/// <summary>Why a step cannot be recorded (不能记录的原因).</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Detail">Chinese: what is wrong and what to do.</param>
/// <param name="Field">Where it is.</param>
public sealed record StepRefusal(string Code, string Detail, string? Field);
