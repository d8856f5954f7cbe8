using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>What is known of one hospital stay and its patient (住院事实). What is null is not known: a rule that needs it answers <see cref="Outcome.NeedsFact"/>.</summary>
public sealed record AdmissionFacts
{
    /// <summary>GB/T 2260 code of the place whose rules apply: "320281".</summary>
    public required string Place { get; init; }

    /// <summary>Insurance scheme: "resident" or "employee".</summary>
    public string Scheme { get; init; } = "resident";

    /// <summary>The date that governs the rules: discharge, unless the policy says otherwise.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Day of admission.</summary>
    public DateOnly? Admitted { get; init; }

    public PersonFacts Person { get; init; } = new();

    public required StayFacts Stay { get; init; }

    /// <summary>The costs of a long stay by settlement period, as the hospital cut them; read by <see cref="YearSettlement"/> alone.</summary>
    public ImmutableArray<StayPart> Parts { get; init; } = [];

    public YearToDate YearToDate { get; init; } = new();

    /// <summary>What the settlement sheet says each layer paid, by layer name.</summary>
    public ImmutableSortedDictionary<string, Fen> ActuallyPaid { get; init; } = ImmutableSortedDictionary<string, Fen>.Empty;

    /// <summary>What was applied for where relief is given on application, by benefit: "topup.temporary-relief".</summary>
    public ImmutableSortedDictionary<string, Fen> Applications { get; init; } = ImmutableSortedDictionary<string, Fen>.Empty;

    /// <summary>Twelve-digit village code, where the person belongs to a mutual-aid association.</summary>
    public string? Village { get; init; }
}

/// <summary>The patient.</summary>
public sealed record PersonFacts
{
    /// <summary>Full years of age on the governing date.</summary>
    public int? Age { get; init; }

    /// <summary>Statuses such as "low-income"; empty for an ordinary person, null where nobody has said.</summary>
    public ImmutableSortedSet<string>? Statuses { get; init; }

    /// <summary>Statuses recognised soon after the stay, which count for those layers alone that look back (追溯救助的身份).</summary>
    public ImmutableSortedSet<string> LaterStatuses { get; init; } = [];

    /// <summary>Statuses with their days, where they changed; used when <see cref="Statuses"/> is null.</summary>
    public ImmutableArray<StatusSpan> StatusSpans { get; init; } = [];

    /// <summary>First day of benefits after a waiting period (待遇开始日); null where there is none.</summary>
    public DateOnly? EntitledFrom { get; init; }

    /// <summary>Day on which the person joined late or again (中断后参保日), from which the place's waiting period runs where <see cref="EntitledFrom"/> is not given.</summary>
    public DateOnly? EnrolledOn { get; init; }

    /// <summary>Years without insurance in a row before that (连续断保年数), 0 for one who only missed the enrolment window.</summary>
    public int? YearsMissed { get; init; }

    /// <summary>Of these, years whose contribution was paid afterwards (补缴年数).</summary>
    public int? YearsMadeUp { get; init; }

    /// <summary>Last day of insurance (参保截止日), where it ended; null where it goes on.</summary>
    public DateOnly? EntitledTo { get; init; }

    /// <summary>Years of insurance in a row (连续参保年数), where a rule rewards them.</summary>
    public int? YearsInARow { get; init; }

    /// <summary>Years without a claim that still count for a reward (零报销年数).</summary>
    public int? YearsWithoutClaim { get; init; }

    /// <summary>Whether the person was a member of the village association on the day of discharge.</summary>
    public bool? VillageMember { get; init; }
}

/// <summary>The stay and its costs.</summary>
public sealed record StayFacts
{
    /// <summary>township, primary, secondary or tertiary.</summary>
    public string? HospitalLevel { get; init; }

    /// <summary>local, referred-in-province, referred-out-of-province, unreferred, emergency or long-term.</summary>
    public string? Area { get; init; }

    /// <summary>1 for the first stay of the year.</summary>
    public int? OrdinalInYear { get; init; }

    /// <summary>1 for the first stay of the year in a hospital of this level.</summary>
    public int? OrdinalAtLevel { get; init; }

    /// <summary>How the patient came from another hospital: none, up (to a higher level) or down.</summary>
    public string Transfer { get; init; } = "none";

    /// <summary>Deductibles already taken in the chain of transfers this stay belongs to; null where nobody has said.</summary>
    public Fen? ChainDeductible { get; init; }

    /// <summary>The stay goes on from the one before it: moved to another hospital within the time the place allows (24小时内转院); null where nobody has said.</summary>
    public bool? ContinuesPrevious { get; init; }

    /// <summary>The deductible of this stay has been taken already, in a stay it continues.</summary>
    public bool DeductibleWaived { get; init; }

    /// <summary>Why insurance does not pay at all: a name out of the nation's exclusions, such as "third-party".</summary>
    public string? Exclusion { get; init; }

    /// <summary>Cost by item class (费用类别), from which the cost in scope follows where the place says how much of each class counts.</summary>
    public ImmutableSortedDictionary<string, Fen> Items { get; init; } = ImmutableSortedDictionary<string, Fen>.Empty;

    /// <summary>Total cost (总费用).</summary>
    public required Fen Total { get; init; }

    /// <summary>Cost within policy scope (符合政策范围金额).</summary>
    public Fen? InScope { get; init; }

    /// <summary>Outside the catalogue (全自费).</summary>
    public Fen? SelfFunded { get; init; }

    /// <summary>Paid first by the patient before insurance counts (先行自付).</summary>
    public Fen? SelfPayFirst { get; init; }

    /// <summary>Above price limits (超限价自费).</summary>
    public Fen? OverLimit { get; init; }

    /// <summary>Catalogue entry code of the main diagnosis.</summary>
    public string? Disease { get; init; }

    /// <summary>ICD-9-CM-3 categories of the operations done in this stay (手术), where the village's plan pays by operation.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];

    /// <summary>What the patient paid, cash and personal account, as the settlement sheet says.</summary>
    public Fen? Borne { get; init; }
}

/// <summary>The costs of one settlement period of a long stay (分段费用).</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record StayPart(DateOnly From, DateOnly To, Fen Total)
{
    public Fen? InScope { get; init; }
    public Fen? SelfFunded { get; init; }
    public Fen? SelfPayFirst { get; init; }
    public Fen? OverLimit { get; init; }
    public Fen? Borne { get; init; }
    public ImmutableSortedDictionary<string, Fen> ActuallyPaid { get; init; } = ImmutableSortedDictionary<string, Fen>.Empty;
}

/// <summary>What earlier stays of the year already used up (年度累计).</summary>
public sealed record YearToDate
{
    public Fen? BasicPaid { get; init; }
    public Fen? InScopeBorne { get; init; }
    public Fen? CriticalPaid { get; init; }
    public Fen? AssistancePaid { get; init; }
    public Fen? TopupPaid { get; init; }
    public Fen? MutualAidPaid { get; init; }

    /// <summary>Deductibles taken in earlier stays, for places that take one a year.</summary>
    public Fen? DeductibleTaken { get; init; }

    /// <summary>How many times each benefit was given already, where it is given so many times a year; by benefit.</summary>
    public ImmutableSortedDictionary<string, int> Given { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
