using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Shouwang.Functions.Villages;
using Shouwang.Shared.MutualAid.Plans;

namespace Shouwang.Functions.Plans;

/// <summary>Where a draft stands (方案状态).</summary>
internal enum DraftState
{
    /// <summary>Worked out, not decided on (草案).</summary>
    Draft,

    /// <summary>A resolution adopted it (已决议).</summary>
    Resolved,

    /// <summary>A resolution rejected it (未通过).</summary>
    Rejected,

    /// <summary>In force or going to be (已公布).</summary>
    Published,
}

/// <summary>A plan that was worked out and kept to be decided on (方案草案). Its content never changes.</summary>
/// <param name="Resolution">The resolution that adopted it, in one sentence.</param>
/// <param name="Words">How it was worked out, for the documents.</param>
/// <param name="Basis">The whole answer it was given out with, without the sums.</param>
internal sealed record DraftPlan(int Number, PlanInput Plan, DraftState State, string? Resolution, ImmutableArray<string> Words, JsonElement Basis, ETag ETag)
{
    /// <summary>Stands in for the resolution until there is one.</summary>
    public const string NoResolution = "尚未表决";

    /// <summary>What a resolution names: the content, whatever is said of its resolution.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData((Plan with { Resolution = NoResolution }).Utf8()));

    /// <summary>The sums as a village's plan takes them.</summary>
    public static PlanInput Input(GeneratedPlan plan, string version, DateOnly from, DateOnly to) => new(
        version, from, to, plan.Terms.EntryLine, plan.Terms.YearlyCap,
        plan.Rungs.First(rung => !rung.Grade.Serious).Sum, plan.Rungs.First(rung => rung.Grade.Serious).Sum, plan.Sums, NoResolution);

    public static string Name(DraftState state) => state switch
    {
        DraftState.Draft => "draft",
        DraftState.Resolved => "resolved",
        DraftState.Rejected => "rejected",
        DraftState.Published => "published",
    };
}
