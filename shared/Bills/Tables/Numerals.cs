using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Roman numerals inside names (名称里的罗马数字): their strokes are read as many things, but behind some words only one number stands.</summary>
static partial class Numerals
{
    [GeneratedRegex(@"(?<=肌钙蛋白)[1l|丨「」!Ⅰ](?![\d./:-])")]
    private static partial Regex Troponin();

    [GeneratedRegex(@"(?<=丹参酮)[1l|丨ⅠIⅡⅢ]{1,3}(?=A)")]
    private static partial Regex Tanshinone();

    /// <summary>肌钙蛋白 is I or T, and the drug of 丹参酮 is ⅡA.</summary>
    public static string Mend(string name) => Tanshinone().Replace(Troponin().Replace(name, "I"), "Ⅱ");
}
