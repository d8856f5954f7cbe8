namespace Shouwang.Shared.Bills.Labels;

/// <summary>自付 on a paper that prints 自付二 is 自付一, whose stroke was not read.</summary>
static class LostStroke
{
    public static IReadOnlyList<LabelHit> Mend(IReadOnlyList<LabelHit> hits) =>
        hits.Any(h => h.Text is "自付二") && !hits.Any(h => h.Field == FieldName.SelfPayInScope) ? [.. hits.Select(h => h.Text is "自付" ? h with { Field = FieldName.SelfPayInScope, Wrong = 1 } : h)] : hits;
}
