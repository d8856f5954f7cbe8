namespace Shouwang.Shared.Bills.Labels;

/// <summary>自负 beside 分类自负 (上海) or 自理 (浙江), and 自付 beside 自费 and 自理: what is left over of what is in scope, without the share that comes first.</summary>
static class ClassedShare
{
    private static readonly string[] Borne = ["自负", "个人自负", "自负费用", "自负金额", "个人自负金额", "个人自负费用"];

    public static IReadOnlyList<LabelHit> Among(IReadOnlyList<LabelHit> hits)
    {
        var unclassed = hits.Any(h => h.Field == FieldName.SelfPayFirst && h.Text.Contains("自理", StringComparison.Ordinal));
        if (!unclassed && !hits.Any(h => h.Field == FieldName.SelfPayFirst && h.Text.StartsWith("分类自负", StringComparison.Ordinal)))
            return hits;
        // Each in a word of two characters: 自费 | 自理 | 自付.
        var threefold = unclassed && hits.Any(h => h is { Field: FieldName.SelfFunded, Text: "自费" });
        return [.. hits.Select(h => h.Field == FieldName.SelfPay && (Borne.Contains(h.Text) || (threefold && h.Text is "自付")) ? h with { Field = FieldName.SelfPayInScope } : h)];
    }
}
