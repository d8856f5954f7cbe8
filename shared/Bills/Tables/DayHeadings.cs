using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Rows that say a day above its items (日期行), also with the sum of that day: 费用日期：2026-08-10 | 当日合计：1393.89元.</summary>
static partial class DayHeadings
{
    [GeneratedRegex(@"(?:当日|本日|今日|当天|日)?(?:费用|金额)?(?:合计|小计|总计|金额|费用)(?:费用|金额)?\s*:?\s*¥?\s*\d[\d,]*\.\d{2}\s*元?")]
    private static partial Regex DaySum();

    /// <summary>02-12 or 02月12日 by itself, and 02/12, which may be a page's number, where a word says that it is a day: the year is the stay's.</summary>
    [GeneratedRegex(@"^\s*(?<word>[\u4e00-\u9fff]{0,2}日期:?)?(?<day>(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])|月(?:0[1-9]|[12]\d|3[01])日|/(?:0[1-9]|[12]\d|3[01])(?(word)|(?=费用))))(?:费用)?\s*$")]
    private static partial Regex MonthAndDay();

    /// <summary>What other days on a list are: 出院时间, 打印日期.</summary>
    [GeneratedRegex("院|印|制|出生|结算|登记")]
    private static partial Regex OtherDay();

    /// <summary>The day of a row that says nothing else.</summary>
    /// <param name="withSum">Whether the sum of the day may stand beside it.</param>
    public static Snippet? Of(TextRow row, bool withSum)
    {
        var text = row.Plain;
        if (MonthAndDay().Match(withSum ? DaySum().Replace(text, "") : text) is { Success: true, Groups: var groups })
            return new Snippet(row.Glyphs[groups["day"].Index..(groups["day"].Index + groups["day"].Length)]);
        if (DateText.All(text) is not [var only])
            return null;
        var behind = text[only.End..];
        var rest = string.Concat((text[..only.Start] + (withSum ? DaySum().Replace(behind, "") : behind)).Where(c => TextFold.IsHan(c) || char.IsAsciiDigit(c)));
        // 2026-03-08 3星期日: a mark read as a figure.
        return !OtherDay().IsMatch(rest) && rest.Count(char.IsAsciiDigit) <= (rest.Contains("星期", StringComparison.Ordinal) ? 1 : 0) && rest.Length <= 8 && (rest is "" or "费用" or "费用明细" or "费用清单" || rest.Contains("日期", StringComparison.Ordinal) || rest.Contains("时间", StringComparison.Ordinal) || rest.StartsWith("星期", StringComparison.Ordinal))
            ? new Snippet(row.Glyphs[only.Start..only.End]) : null;
    }
}
