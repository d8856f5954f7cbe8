using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Sex and age that a paper prints behind a name without labels of their own (姓名后的性别年龄): 贾丽萍女53岁, 彭玉珍（女）, 胡文彬 男 81岁.</summary>
static partial class BesideName
{
    [GeneratedRegex(@"^\s*(?<name>[\u4e00-\u9fff·]{2,12}?)(?:(?<sex>[男女])(?=\s*\d{1,3}\s*(?:周?岁|个?月|天))|\s*[\s(,，、/]\s*(?<sex>[男女])(?![\u4e00-\u9fff]))")]
    private static partial Regex NameAndSex();

    [GeneratedRegex(@"^性?[\s),，、/]*(?:年龄\s*:?\s*)?(?<age>[1-9]\d{0,2})\s*周?岁")]
    private static partial Regex AgeBehind();

    /// <summary>The name of a text, the sex behind it and the age behind that, where they stand there.</summary>
    public static (Group Name, Group Sex)? Read(string text) => NameAndSex().Match(text) is { Success: true } match ? (match.Groups["name"], match.Groups["sex"]) : null;

    /// <summary>Where the age stands, right behind what ends at <paramref name="from"/>: begin and end.</summary>
    public static (int Start, int End)? Age(string text, int from) =>
        AgeBehind().Match(text[from..]) is { Success: true } match ? (from + match.Groups["age"].Index, from + match.Groups["age"].Index + match.Groups["age"].Length) : null;
}
