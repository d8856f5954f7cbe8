namespace Shouwang.Shared.Bills.Labels;

/// <summary>自负 beside 分类自负 (上海的自负): what is left over of what is in scope, without the share that comes first.</summary>
static class ClassedShare
{
    public static IReadOnlyList<LabelHit> Among(IReadOnlyList<LabelHit> hits) =>
        hits.Any(h => h.Text.StartsWith("分类自负", StringComparison.Ordinal)) ? [.. hits.Select(h => h is { Field: FieldName.SelfPay, Text: "自负" or "个人自负" } ? h with { Field = FieldName.SelfPayInScope } : h)] : hits;
}
