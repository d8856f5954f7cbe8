using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>A snapshot made ready for computing (编译后的政策): text turned into bits and arrays.</summary>
internal sealed class Plan
{
    public required LayerPlan[] Layers { get; init; }

    /// <summary>Names of the statuses, by bit.</summary>
    public required Status[] Statuses { get; init; }

    /// <summary>The bit of each status, by name.</summary>
    public required Dictionary<string, ulong> StatusBits { get; init; }

    /// <summary>Diseases the rules name, by position.</summary>
    public required Dictionary<string, int> Diseases { get; init; }

    /// <summary>Sums by operation of the village's plan.</summary>
    public OperationSums Operations { get; init; } = OperationSums.None;

    /// <summary>How much of each item class counts, in basis points; empty where the place does not say.</summary>
    public required Dictionary<string, int> Inclusion { get; init; }

    /// <summary>Why insurance does not pay at all, by name.</summary>
    public required Dictionary<string, string> Exclusions { get; init; }

    /// <summary>All layers together pay at most this share of the total cost; null for no such cap.</summary>
    public BasisPoints? GlobalCap { get; init; }

    /// <summary>The benefits under the global cap, as bits.</summary>
    public uint UnderGlobalCap { get; init; }

    /// <summary>Benefits for which a status recognised some months after the stay counts, as bits.</summary>
    public uint LookBack { get; init; }

    /// <summary>What years of insurance in a row earn; null where the amounts are not on file.</summary>
    public Reward? Reward { get; init; }

    public Figure? GlobalCapFigure { get; init; }
}

/// <summary>One benefit made ready for computing.</summary>
internal sealed record LayerPlan
{
    public required string Key { get; init; }

    /// <summary>The layer's name.</summary>
    public required string Layer { get; init; }

    /// <summary>Position of the layer's name in <see cref="Vocabulary.Layers"/>.</summary>
    public required int LayerIndex { get; init; }

    /// <summary>Facts that any of the rules read.</summary>
    public required Facts Reads { get; init; }

    /// <summary>Those of them that decide whether the benefit is for the person and the stay at all.</summary>
    public Facts CoverReads { get; init; }

    /// <summary>Bits of the statuses that count here, the most favourable first: 就高不就低.</summary>
    public ulong[] Ranking
    {
        get;
        init
        {
            field = value;
            Ranked = value.Aggregate(0UL, (all, bit) => all | bit);
        }
    } = [];

    /// <summary>All of them together.</summary>
    public ulong Ranked { get; private init; }

    public CostTerms Cost { get; init; }

    /// <summary>Earlier benefits whose amounts are taken off, as bits.</summary>
    public uint Less { get; init; }

    /// <summary>Those of them whose earlier payments of the year are taken off what was borne, by layer position.</summary>
    public int[] LessPaid { get; init; } = [];

    /// <summary>The base adds up over the year.</summary>
    public bool Yearly { get; init; }

    public Table<CoverRow> Covers { get; init; } = Table<CoverRow>.Empty;

    /// <summary>In fen.</summary>
    public Table<long> EntryLine { get; init; } = Table<long>.Empty;

    public Table<Band[]> SelfPayFirst { get; init; } = Table<Band[]>.Empty;

    /// <summary>In fen.</summary>
    public Table<long> Deductible { get; init; } = Table<long>.Empty;

    public Table<RepeatRow> Repeat { get; init; } = Table<RepeatRow>.Empty;
    public BandsOn BandsOn { get; init; }
    public Table<Band[]> Rate { get; init; } = Table<Band[]>.Empty;
    public Table<AdjustRow> Adjust { get; init; } = Table<AdjustRow>.Empty;

    /// <summary>Fixed sums by disease position, -1 for none; empty where the benefit knows none.</summary>
    public long[] Fixed { get; init; } = [];

    /// <summary>The village's plan may have a sum for an operation too.</summary>
    public bool ByOperation { get; init; }

    /// <summary>In fen; -1 says expressly that there is none.</summary>
    public Table<long> CapStay { get; init; } = Table<long>.Empty;

    /// <summary>In fen; -1 says expressly that there is none.</summary>
    public Table<long> CapYear { get; init; } = Table<long>.Empty;

    public Rounding Rounding { get; init; }

    /// <summary>The figures behind the rules, by <see cref="FigureName"/>; null where the law has none.</summary>
    public required Figure?[] Figures { get; init; }

    /// <summary>The day each of them took effect, as text.</summary>
    public required string[] Since { get; init; }

    /// <summary>Figures that exist but are not on file and without which nothing can be computed; null when there are none.</summary>
    public FigureName? Missing { get; init; }

    /// <summary>Only on application, when the facts say how much was applied for.</summary>
    public bool OnApplication { get; init; }

    /// <summary>Given at most so many times a year.</summary>
    public int TimesAYear { get; init; } = int.MaxValue;

    /// <summary>Left out of the answer where it does not cover the person.</summary>
    public bool Optional { get; init; }

    public Figure? Figure(FigureName name) => Figures[(int)name];
}

/// <summary>What a layer's base is made of (基数构成).</summary>
[Flags]
internal enum CostTerms
{
    None = 0,
    InScope = 1,
    SelfPayFirst = 2,
    OverLimit = 4,
    SelfFunded = 8,
    Total = 16,
    Borne = 32,
}

/// <summary>What the band edges are measured on (分段口径).</summary>
internal enum BandsOn
{
    /// <summary>The cost, the part under the deductible included (按费用额).</summary>
    Cost,

    /// <summary>The part above the deductible (按超过起付线的部分).</summary>
    AboveDeductible,
}

/// <param name="Why">Where it does not cover.</param>
internal readonly record struct CoverRow(bool Covered, string Why);

/// <summary>A part of the cost with its rate (一段).</summary>
/// <param name="Upper">In fen; the last band is open.</param>
/// <param name="Rate">Basis points.</param>
internal readonly record struct Band(long Upper, int Rate);

/// <summary>How a later stay's deductible differs.</summary>
internal readonly record struct RepeatRow(RepeatKind Kind, long Value, long Floor);

internal enum RepeatKind
{
    /// <summary>It becomes this amount.</summary>
    Set,

    /// <summary>It is multiplied by this rate.</summary>
    Times,

    /// <summary>It is lowered by this amount, not below the floor.</summary>
    Minus,

    /// <summary>It is lowered by this amount for every earlier stay, not below the floor.</summary>
    MinusEach,

    /// <summary>Only what the chain of transfers has not yet taken is charged.</summary>
    TopUp,

    /// <summary>Only what earlier stays of the year have not yet taken is charged: one deductible a year, that of the highest level.</summary>
    OncePerYear,
}

/// <param name="Add">Basis points added to every band's rate; may be negative.</param>
/// <param name="Times">Basis points every rate is multiplied by.</param>
internal readonly record struct AdjustRow(int Add, int Times);
