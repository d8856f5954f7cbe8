using System.Text.RegularExpressions;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>The grade of nursing (护理等级), a Roman numeral whose strokes are read as many things: where they are hardly legible the item's national code says which it is.</summary>
static partial class NursingGrades
{
    /// <summary>Most that a row gets whose grade was not read as it is given, or rests on one stroke: of Ⅱ the second is lost however surely the rest was read.</summary>
    public const int Doubtful = 8_900;

    private const int Legible = 9_000;

    /// <summary>In tenths of the first grade's price, what the second costs at most: a price that was only adjusted during the stay lies nearer.</summary>
    private const int MostOfDearest = 8;

    [GeneratedRegex(@"^[^\u4e00-\u9fff]{0,4}[川目]?级(?=护理)")]
    private static partial Regex Grade();

    /// <summary>001201000030000: 120100003 to 120100005 are the grades Ⅰ to Ⅲ.</summary>
    [GeneratedRegex(@"^(?:00)?12010000([345])")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:川|目|II|11|[I1l|]Ⅱ)级(?=护理)")]
    private static partial Regex Strokes();

    [GeneratedRegex(@"^[ⅠⅡⅢ]级")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\W*[|lI1]级护理")]
    private static partial Regex Stroke();

    [GeneratedRegex(@"^[-_](?=级护理)")]
    private static partial Regex Rule();

    /// <summary>-级护理: 一 taken for a rule of the table, or what was left of 二 or 三.</summary>
    public static bool IsRule(string name) => Rule().IsMatch(name);

    /// <summary>Such a name with the grade that its code says, else the one stroke; a person should look.</summary>
    /// <param name="name">What stands behind the stroke.</param>
    public static (string Name, bool Doubtful) OfRule(string name, string? code) =>
        ("一二三"[code is not null && Code().Match(code) is { Success: true } coded ? coded.Groups[1].Value[0] - '3' : 0] + name, true);

    /// <summary>One stroke that is no numeral of its own: there may have been more.</summary>
    public static bool IsStroke(string name) => Stroke().IsMatch(name);

    /// <summary>The name with its grade, and whether a person should look: a grade read surely stands, since places number the items differently; else the code's, else of strokes run together the two they mostly are.</summary>
    /// <param name="legible">How sure its first character was read.</param>
    public static (string Name, bool Doubtful) Of(string name, string? code, int legible)
    {
        if (!Grade().IsMatch(name) || (Whole().IsMatch(name) && legible >= Legible))
            return (name, false);
        if (code is not null && Code().Match(code) is { Success: true } coded && Grade().Replace(name, "ⅠⅡⅢ"[coded.Groups[1].Value[0] - '3'] + "级") is var graded
            && (!Whole().IsMatch(name) || name[0] < graded[0])) // strokes are lost, hardly ever added
            return (graded, graded != name);
        return Strokes().IsMatch(name) ? (Strokes().Replace(name, "Ⅱ级"), !name.StartsWith("II", StringComparison.Ordinal)) : (name, (Whole().IsMatch(name) && legible == 0) || name[0] is '级');
    }

    /// <summary>Two rows of one list cannot be the first grade at two prices that lie apart: the cheaper one is the second. A lone first grade that no code and no other grade tells apart stays unsure.</summary>
    public static IReadOnlyList<FeeRow> Apart(IReadOnlyList<FeeRow> rows)
    {
        List<FeeRow> firsts = [.. rows.Where(IsFirst)];
        if (firsts.Count == 0)
            return rows;
        var dearest = firsts.Max(r => r.UnitPrice!.Value.Value);
        var told = rows.Any(r => (r.Name.StartsWith("Ⅱ级护理", StringComparison.Ordinal) || r.Name.StartsWith("二级护理", StringComparison.Ordinal)) && r.UnitPrice?.Value < dearest) || firsts.Exists(r => r.UnitPrice!.Value.Value * 10 <= dearest * MostOfDearest);
        return [.. rows.Select(r => !IsFirst(r) ? r
            : r.UnitPrice!.Value.Value * 10 <= dearest * MostOfDearest ? r with { Name = "Ⅱ" + r.Name[1..], NameAsRead = r.NameAsRead ?? r.Name, Confidence = Least(r.Confidence, Doubtful) }
            : told || IsCodedFirst(r) ? r : r with { Confidence = Least(r.Confidence, Doubtful) })];
    }

    private static bool IsCodedFirst(FeeRow row) => row.Code is not null && Code().Match(row.Code) is { Success: true } coded && coded.Groups[1].Value == "3";

    /// <summary>A price that does not make the row's amount says nothing.</summary>
    private static bool IsFirst(FeeRow row) => row.UnitPrice is not null && FeeRows.Agrees(row) && (row.Name.StartsWith("Ⅰ级护理", StringComparison.Ordinal) || row.Name.StartsWith("I级护理", StringComparison.Ordinal));

    private static BasisPoints Least(BasisPoints read, int most) => read.Value < most ? read : new BasisPoints(most);
}
