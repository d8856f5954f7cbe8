namespace Shouwang.Shared.Adjudication.Engine;

/// <summary>One benefit's answer in numbers (单层结果).</summary>
internal struct LayerAmount
{
    public Outcome Outcome;

    /// <summary>What counts for the layers after it: the amount on the papers, else the recomputed one.</summary>
    public long Amount;

    /// <summary>What the rules give, -1 where a need stands in the way.</summary>
    public long Recomputed;

    /// <summary>-1 where none was looked at.</summary>
    public long Deductible;

    /// <summary>For <see cref="Outcome.NeedsFact"/>.</summary>
    public Facts Missing;

    /// <summary>For <see cref="Outcome.NeedsPolicy"/>: which figure.</summary>
    public FigureName MissingFigure;

    /// <summary>The earlier benefit whose need stands in the way, -1 for none.</summary>
    public int BlockedBy;

    /// <summary>The papers say what was paid.</summary>
    public bool OnPaper;

    /// <summary>Neither the papers nor the rules gave an amount.</summary>
    public readonly bool Unsettled => !OnPaper && (Outcome is Outcome.NeedsFact or Outcome.NeedsPolicy);
}
