using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The grade of nursing (护理等级), a Roman numeral whose strokes are read as many things: the item's national code says which it is.</summary>
static partial class NursingGrades
{
    /// <summary>Most that a row gets whose grade no code proves.</summary>
    public const int Doubtful = 8_900;

    [GeneratedRegex(@"^[^\u4e00-\u9fff]{0,4}[川]?级(?=护理)")]
    private static partial Regex Grade();

    /// <summary>001201000030000: 120100003 to 120100005 are the grades Ⅰ to Ⅲ.</summary>
    [GeneratedRegex(@"^(?:00)?12010000([345])")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:川|II|11)级(?=护理)")]
    private static partial Regex Strokes();

    /// <summary>The name with its grade by the code; of strokes run together, the two they mostly are, which nothing proves.</summary>
    public static (string Name, bool Doubtful) Of(string name, string? code)
    {
        if (!Grade().IsMatch(name))
            return (name, false);
        if (code is not null && Code().Match(code) is { Success: true } coded)
            return (Grade().Replace(name, "ⅠⅡⅢ"[coded.Groups[1].Value[0] - '3'] + "级"), false);
        return Strokes().IsMatch(name) ? (Strokes().Replace(name, "Ⅱ级"), name[0] == '川') : (name, false);
    }
}
