using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>A list of one day's charges (日清单) says its day once, above them: it is that of every row.</summary>
static partial class DailyList
{
    [GeneratedRegex("日(?:费用)?(?:清单|明细)")]
    private static partial Regex Title();

    /// <summary>A date of something else: 入院日期：, 打印时间:.</summary>
    [GeneratedRegex("(?:入院|出院|住院|出生|打印|制表|查询|结算)[\u4e00-\u9fff]{0,4}[ :]*$")]
    private static partial Regex Another();

    public static IReadOnlyList<FeeRow> Dated(IReadOnlyList<FeeRow> items, IReadOnlyList<TextRow> rows)
    {
        if (items.Count == 0 || items.Any(i => i.DateText is not null) || !rows.Any(r => Title().IsMatch(r.Squeezed)))
            return items;
        var days = rows.Select(r => r.Plain).SelectMany(text => DateText.All(text).Where(d => !Another().IsMatch(text[..d.Start])).Select(d => d.Date)).Distinct().ToList();
        return days is [var only] ? [.. items.Select(i => i with { DateText = DateText.Iso(only) })] : items;
    }
}
