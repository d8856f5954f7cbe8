using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The sums of the categories in or below a list (分类小计): 床位费 330.00  诊察费 108.00. They are no items, and none is the total.</summary>
static partial class CategorySums
{
    [GeneratedRegex(@"^(?:(?:其中|分类小计|分类合计|分类汇总|费用汇总|费用分类)[:：]?)?(?:(?:[\u4e00-\u9fff]{1,5}(?:费|药|类)|(?:中药)?饮片|床位|诊察|检查|化验|检验|治疗|手术|护理|材料|麻醉|放射|其他)[:：]?¥?\d[\d,]*\.\d{2}元?[;；,，、]?)+$")]
    private static partial Regex Pairs();

    [GeneratedRegex(@"^(?<category>[^\d:：]{2,10}?)[:：]?\(?(?:合计|总计|共计)(?:金额)?[:：]?(?:¥?\d[\d,]*\.\d{2}元?)+\)?$|^(?<category>[^\d:：]{2,10})\(¥?\d[\d,]*(?:\.\d{2})?元\)$")]
    private static partial Regex Said();

    /// <summary>Whether a row says what one category adds up to, 西药费 合计：219.76, 床位费（合计 652.30元）, or in a list with prices holds nothing but categories, each with its sum right behind it.</summary>
    public static bool Are(TextRow row, IReadOnlyList<Column> columns) =>
        (Said().Match(row.Squeezed) is { Success: true } said && IsPart(said.Groups["category"].Value))
        || (columns.Any(c => c.Kind == ColumnKind.Price) && columns.Any(c => c.Kind == ColumnKind.Quantity) && Pairs().IsMatch(row.Squeezed));

    /// <summary>Whether 合计 behind a word sums one category.</summary>
    public static bool IsPart(string word) => FeeRows.IsCategory(word) && !Whole().IsMatch(word);

    /// <summary>住院费, 医疗费: all of them.</summary>
    [GeneratedRegex("^(?:本次|住院|医疗|医药|诊疗|发生|全部|各项|收|总)+费:?$")]
    private static partial Regex Whole();
}
