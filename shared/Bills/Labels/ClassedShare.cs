namespace Shouwang.Shared.Bills.Labels;

/// <summary>自负 beside 分类自负 (上海) or 自理 (浙江): what is left over of what is in scope, without the share that comes first.</summary>
static class ClassedShare
{
    public static IReadOnlyList<LabelHit> Among(IReadOnlyList<LabelHit> hits) =>
        hits.Any(h => h.Field == FieldName.SelfPayFirst && (h.Text.StartsWith("分类自负", StringComparison.Ordinal) || h.Text.Contains("自理", StringComparison.Ordinal)))
            ? [.. hits.Select(h => h is { Field: FieldName.SelfPay, Text: "自负" or "个人自负" or "自负费用" or "自负金额" or "个人自负金额" or "个人自负费用" } ? h with { Field = FieldName.SelfPayInScope } : h)] : hits;
}
