using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The sums of the categories below a list (分类小计): 床位费 330.00  诊察费 108.00. They are no items.</summary>
static partial class CategorySums
{
    [GeneratedRegex(@"^(?:(?:其中|分类小计|分类合计|分类汇总|费用汇总|费用分类)[:：]?)?(?:(?:[\u4e00-\u9fff]{1,5}(?:费|药|类)|(?:中药)?饮片|床位|诊察|检查|化验|检验|治疗|手术|护理|材料|麻醉|放射|其他)[:：]?¥?\d[\d,]*\.\d{2}元?[;；,，、]?)+$")]
    private static partial Regex Pairs();

    /// <summary>Whether a row of a list with prices holds nothing but categories, each with its sum right behind it.</summary>
    public static bool Are(TextRow row, IReadOnlyList<Column> columns) =>
        columns.Any(c => c.Kind == ColumnKind.Price) && columns.Any(c => c.Kind == ColumnKind.Quantity) && Pairs().IsMatch(row.Squeezed);
}
