using System.Collections.Immutable;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Adjudication;

/// <summary>How a layer ended (结果). The numbers are stored; never renumber.</summary>
public enum Outcome
{
    /// <summary>Something is paid.</summary>
    Paid = 1,

    /// <summary>The cost does not reach the deductible or entry line.</summary>
    BelowDeductible = 2,

    /// <summary>The layer does not cover this person or stay.</summary>
    NotCovered = 3,

    /// <summary>A cap cut the amount, to nothing or to a part.</summary>
    CapReached = 4,

    /// <summary>A fact is missing from the papers; <see cref="LayerResult.Needs"/> names it.</summary>
    NeedsFact = 5,

    /// <summary>The law's figure is not on file; <see cref="LayerResult.Needs"/> names it.</summary>
    NeedsPolicy = 6,
}

/// <summary>All layers over one stay (核算结果).</summary>
/// <param name="PatientPays">Total less every layer's amount.</param>
/// <param name="PolicyHash">"sha256:…" of the policy snapshot, with which the result can be replayed.</param>
/// <param name="Verified">primary, secondary or template: how the place's figures were verified.</param>
/// <param name="Findings">Differences between paid and recomputed, and failed checks: leads for a person, in Chinese.</param>
public sealed record AdjudicationResult(
    ImmutableArray<LayerResult> Layers,
    Fen PatientPays,
    ImmutableArray<Need> Needs,
    ImmutableArray<string> Findings,
    string PolicyHash,
    string Verified)
{
    /// <summary>What another choice would have cost, in one Chinese sentence; null where the rules give none.</summary>
    public string? Counterfactual { get; init; }

    /// <summary>What is known not to be on file for the place, in Chinese; null for nothing known.</summary>
    public string? Gaps { get; init; }

    /// <summary>Benefits given here that a place gives only so many times a year.</summary>
    public ImmutableArray<string> Granted { get; init; } = [];
}

/// <summary>One layer's answer.</summary>
/// <param name="Layer">basic, critical, assistance, supplement, topup, mutual-aid or charity.</param>
/// <param name="Amount">What the layer pays: what was actually paid where the papers say so, else what the rules give.</param>
/// <param name="Recomputed">What the rules give; null where a need stands in the way.</param>
public sealed record LayerResult(
    string Layer,
    Outcome Outcome,
    Fen Amount,
    Fen? Deductible,
    Fen? Recomputed,
    ImmutableArray<TraceStep> Steps,
    ImmutableArray<Need> Needs)
{
    /// <summary>primary, secondary or template: how this layer's figures were verified.</summary>
    public string Verified { get; init; } = "template";

    /// <summary>The amount is what the papers say was paid.</summary>
    public bool OnPaper { get; init; }
}

/// <summary>One step of the trace (计算步骤).</summary>
/// <param name="From">The place that supplied the rule.</param>
/// <param name="Version">The date the rule took effect.</param>
/// <param name="Formula">With the figures put in: "(12345.67 − 650.00) × 75%".</param>
/// <param name="Amount">The step's own figure; a cap's is what it takes away, below zero. The steps "pay" and "fixed" and the caps after them add up to what the layer recomputed.</param>
/// <param name="Rounding">Name of the rounding, null where nothing is rounded.</param>
/// <param name="Cite">Citation, in words a person can look up.</param>
public sealed record TraceStep(
    string Rule,
    string From,
    string Version,
    ImmutableArray<KeyValuePair<string, string>> Inputs,
    string Formula,
    Fen Amount,
    Outcome Outcome,
    string? Rounding,
    string Cite);

/// <summary>Something missing: a fact the papers do not give, or a figure the law on file does not give.</summary>
/// <param name="Name">Stable English name.</param>
/// <param name="Chinese">The same in everyday Chinese, fit for "还缺：…".</param>
public sealed record Need(string Name, string Chinese, bool IsPolicy)
{
    /// <summary>False where an amount stands all the same: on what the papers say was paid, or on the assumption of a first stay in the year.</summary>
    public bool Blocking { get; init; } = true;
}
