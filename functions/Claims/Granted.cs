using Shouwang.Shared.Policies;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>What was granted (批准的数), as everybody is told it: while money is low an approval can be less than plan and charter give.</summary>
internal static class Granted
{
    const string Headline = "村里互助补您";

    const string Own = "自己付";

    /// <summary>What was approved while that stands; before, what would be. Null where it cannot be said yet.</summary>
    public static Fen? Of(Claim claim) =>
        claim.Progress is { State: ClaimState.Approved or ClaimState.Published or ClaimState.Paid, Award: { } award } ? award.Amount : ClaimWorkflow.Amount(claim);

    /// <summary>Why it is that much, the cut for want of money first.</summary>
    public static IReadOnlyList<string> Why(Claim claim) =>
        Of(claim) is { } granted && ClaimWorkflow.Amount(claim) is { } full && granted != full
            ? [
                $"{Headline} {granted.ToGroupedString()} 元（{CapitalNumeral.Write(granted)}）。",
                $"按方案应补 {full.ToGroupedString()} 元。批准的时候村里的钱不够，按章程少补了 {(full - granted).ToGroupedString()} 元。",
                .. claim.Why.Where(sentence => !sentence.StartsWith(Headline, StringComparison.Ordinal)).Select(sentence => OwnPart(claim) is { } own && sentence == Explain.OwnPart(own) ? Explain.OwnPart(own + full - granted) : sentence),
            ]
            : claim.Why;

    /// <summary>Layer by layer with what was granted; what was cut is the patient's own.</summary>
    public static IReadOnlyList<ClaimLayer> Layers(Claim claim)
    {
        if (Of(claim) is not { } granted || ClaimWorkflow.Amount(claim) is not { } full || granted == full)
            return claim.Layers;
        var aid = Vocabulary.Layer("mutual-aid");
        return [.. claim.Layers.Select(layer =>
            layer.Name == aid ? layer with { Amount = granted.ToGroupedString() }
            : layer.Name == Own && OwnPart(claim) is { } own ? layer with { Amount = (own + full - granted).ToGroupedString() }
            : layer)];
    }

    static Fen? OwnPart(Claim claim) => claim.Layers.FirstOrDefault(layer => layer.Name == Own) is { Amount: var amount } && Fen.TryParse(amount.Replace(",", "", StringComparison.Ordinal), out var own) ? own : null;
}
