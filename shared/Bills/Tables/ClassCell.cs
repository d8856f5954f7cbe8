using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>What a cell says of an item's class (医保类别), and the share that some lists print behind it: 甲, (乙), 乙/0.10, 乙(10%), 丙(自费).</summary>
static partial class ClassCell
{
    [GeneratedRegex(@"^(?<class>[^\d/(]{1,4})(?:[/(]|(?=\d{1,3}%))(?<share>\d[\d.]*%?)\)?$")]
    private static partial Regex WithShare();

    /// <summary>丙(自费), 甲类(全额): what the class means behind it.</summary>
    [GeneratedRegex(@"^[甲乙丙]类?\([\u4e00-\u9fff]{1,4}\)$")]
    private static partial Regex Explained();

    /// <summary>Whether a cell says a class and nothing but what belongs to it.</summary>
    public static bool Is(string text) => Class(text) is not null && (text.Length <= 4 || Share(text) is not null || Explained().IsMatch(Squeezed(text)));

    /// <summary>A mark of the table's rules may stand before it: )甲.</summary>
    public static string? Class(string? text) =>
        (text is not null && WithShare().Match(Squeezed(text)) is { Success: true } shared ? shared.Groups["class"].Value : text is ['(' or '[', var only, ')' or ']'] ? only is 'N' or '2' ? "Z" : only.ToString() : text is { Length: <= 3 } ? text.TrimStart(')', '(', '|', ']', '[', '1', '5', '\'', ' ', '、', '丨').TrimEnd(')', ']') : text) switch
        {
            null or "" => null,
            ['甲', ..] or "无自付" or "申" or "由" or "田" or "曱" or ['申' or '由' or '田' or '单', '类'] => "甲",
            ['乙', ..] or ['Z', 'A' or '类'] or "Z" or "z" or "之" or "己" or "已" or "有自付" => "乙",
            ['丙', ..] or ['自', '费', ..] or ['全', '自', ..] or "两" or "内" or "非医保" or "目录外" => "丙",
            _ => null,
        };

    /// <summary>The share behind the class, null where none stands there.</summary>
    public static string? Share(string? text) => text is not null && WithShare().Match(Squeezed(text)) is { Success: true } both ? both.Groups["share"].Value : null;

    private static string Squeezed(string text) => Page.TextFold.Squeeze(text);
}
