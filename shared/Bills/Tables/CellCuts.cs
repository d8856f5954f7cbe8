using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Where neighbouring cells were read as one text: 甲16.00, 144.00 0%, 60.00住院诊察费.</summary>
static partial class CellCuts
{
    [GeneratedRegex(@"^(?:\d[\d,]*\.\d{2}(?=[\u4e00-\u9fff]|\d{15}$|[A-Z][0-9A-Z]{12,22}$|\d{1,3}%$|[Zz]$)|\d{1,3}%(?=\d)|[0-9A-Z]{12,20}(?=[\u4e00-\u9fff])|[\u4e00-\u9fff()]{2,}(?=[0-9A-Z]{13,20}$)|\d{2}-\d{2}(?=[0-9A-Z]{12})|20\d{2}[-/.]\d{2}[-/.]\d{2}(?=[0-9A-Z]{9})|[^.]*[\u4e00-\u9fff)](?=\d[\d,]*\.\d{2}(?:[Xx×*]|/[\u4e00-\u9fff]{1,3})?$))")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(?:[甲乙丙]类?(?=\d)|[^甲乙丙\d.]{1,2}(?=[甲乙丙]类?$))")]
    private static partial Regex Class();

    /// <summary>How many characters belong to the first cell, 0 where there is only one.</summary>
    public static int After(string text, bool classes)
    {
        var cut = Figures().Match(text).Length;
        return cut > 0 || !classes ? cut : Class().Match(text).Length;
    }
}
