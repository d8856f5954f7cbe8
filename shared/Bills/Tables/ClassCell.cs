using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>What a cell says of an item's class (医保类别), and the share that some lists print behind it: 甲, (乙), 乙/0.10.</summary>
static partial class ClassCell
{
    [GeneratedRegex(@"^(?<class>[^\d/]{1,4})/(?<share>\d[\d.]*%?)$")]
    private static partial Regex WithShare();

    /// <summary>A mark of the table's rules may stand before it: )甲.</summary>
    public static string? Class(string? text) =>
        (text is ['(' or '[', var only, ')' or ']'] ? only == 'N' ? "Z" : only.ToString() : text is { Length: <= 3 } ? text.TrimStart(')', '(', '|', ']', '[', '1', '5', '\'', ' ', '、', '丨').TrimEnd(')', ']') : text) switch
        {
            null or "" => null,
            ['甲', ..] or "无自付" or "申" or "由" or "田" or "曱" => "甲",
            ['乙', ..] or "Z" or "z" or "之" or "己" or "已" or "有自付" => "乙",
            ['丙', ..] or ['自', '费', ..] or ['全', '自', ..] or "两" or "内" => "丙",
            _ => null,
        };

    /// <summary>The share behind the class, null where none stands there.</summary>
    public static string? Share(string? text) => text is not null && WithShare().Match(Squeezed(text)) is { Success: true } both ? both.Groups["share"].Value : null;

    private static string Squeezed(string text) => Page.TextFold.Squeeze(text);
}
