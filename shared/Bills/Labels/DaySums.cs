namespace Shouwang.Shared.Bills.Labels;

/// <summary>Sums of one day (当日合计): on a list of one day the paper's total, on a list of several days, or beside a total, only a day's.</summary>
static class DaySums
{
    private static readonly string[] Words = ["本日费用合计", "当日费用合计", "今日费用合计", "日费用合计", "本日合计", "当日合计", "今日合计", "日合计", "本日费用", "当日费用", "今日费用"];

    /// <summary>Whether a row without blanks begins with such a sum.</summary>
    public static bool Begins(string row) => Array.Exists(Words, w => row.StartsWith(w, StringComparison.Ordinal));

    public static IReadOnlyList<LabelHit> OfDaysOnly(IReadOnlyList<LabelHit> hits) =>
        hits.Count(IsOne) > 1 || (hits.Any(IsOne) && hits.Any(h => h.Field == FieldName.Total && h.Wrong == 0 && h.Text.Length >= 3 && !IsOne(h))) ? [.. hits.Select(h => IsOne(h) ? h with { Field = LabelTable.Other } : h)] : hits;

    private static bool IsOne(LabelHit hit) => Words.Contains(hit.Text);
}
