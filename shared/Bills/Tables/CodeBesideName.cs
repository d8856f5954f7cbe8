using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Codes printed in the cell of the name, above or below it (编码与名称同格): 甲钴胺注射液 / XB03BAJ026B002010103321.</summary>
static partial class CodeBesideName
{
    private const int FewestFigures = 8;

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff)\]])[\[(]?(?<code>[A-Z]{0,3}\d[0-9A-Z]{8,27}(?:-\d{1,6})?)[\])]?(?:/.*)?$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^[\[(]?(?:(?<code>[A-Z]{0,3}\d[0-9A-Z]{8,27}(?:-\d{1,9})?[a-z]?)[\])/]?(?=\D*[\u4e00-\u9fff])|(?<code>" + NationalCodes.Drug + @")(?=\d+(?:\.\d+)?%))")]
    private static partial Regex Before();

    /// <summary>A hospital's own code, too short to be known by itself: F08483.</summary>
    [GeneratedRegex(@"^(?<code>[A-Z]{1,2}\d{4,8})(?=[(\[]?[\u4e00-\u9fffⅠⅡⅢ△▲☆★*#]|[^\d]{1,3}[\u4e00-\u9fff])")]
    private static partial Regex Own();

    private const int FewestOwn = 4;

    /// <summary>The rows with the codes taken out of their names; a hospital's own ones where nearly every name begins with one.</summary>
    public static IReadOnlyList<FeeRow> Part(IReadOnlyList<FeeRow> rows)
    {
        rows = [.. rows.Select(Part)];
        return rows.Count >= FewestOwn && rows.All(r => r.Code is null) && rows.Count(r => Own().IsMatch(r.Name)) * 10 >= rows.Count * 8
            ? [.. rows.Select(r => Own().Match(r.Name) is { Success: true, Length: var length } ? r with { Code = r.Name[..length], Name = r.Name[length..].TrimStart('*', '#', '△', '▲', '☆', '★'), NameAsRead = null } : r)] : rows;
    }

    private static FeeRow Part(FeeRow row)
    {
        if (row.Code is not null || (Find(Before(), row.Name) ?? Find(Behind(), row.Name)) is not { } match)
            return row;
        var name = row.Name.Remove(match.Index, match.Length);
        return row with { Code = match.Groups["code"].Value, Name = name, NameAsRead = null };
    }

    private static Match? Find(Regex code, string name) =>
        code.Match(name) is { Success: true } match && match.Groups["code"].Value.Count(char.IsAsciiDigit) >= FewestFigures ? match : null;
}
