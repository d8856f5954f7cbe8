using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Labels;

/// <summary>What a paper calls itself (标题) is no label with a character misread: 住院费用日清单 is not 住院费用总额.</summary>
static partial class Titles
{
    [GeneratedRegex("(?:清单|明细|明细表|汇总表|结算单|结算表|补偿单|报销单|审批单|审批表|票据|发票|收据|通知单|凭条|小结|记录)$")]
    private static partial Regex End();

    /// <summary>Whether the word that holds a label which was read with wrong characters is a title.</summary>
    public static bool Holds(TextRow row, LabelHit hit)
    {
        if (hit.Wrong == 0)
            return false;
        var end = hit.Start;
        while (end < row.Glyphs.Length && TextFold.IsHan(row.Glyphs[end].Char))
            end++;
        return End().IsMatch(row.Text[hit.Start..end]);
    }
}
