using System.Text.RegularExpressions;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>Codes printed in the cell of the name, above or below it (编码与名称同格): 甲钴胺注射液 / XB03BAJ026B002010103321.</summary>
static partial class CodeBesideName
{
    private const int FewestFigures = 8;

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff)\]])[\[(]?(?<code>[A-Z]{0,3}\d[0-9A-Z]{8,27}(?:-\d{1,6})?)[\])]?(?:/.*)?$")]
    private static partial Regex Behind();

    [GeneratedRegex(@"^[\[(]?(?<code>[A-Z]{0,3}\d[0-9A-Z]{8,27}(?:-\d{1,6})?)[\])/]?(?=\D*[\u4e00-\u9fff])")]
    private static partial Regex Before();

    public static FeeRow Part(FeeRow row)
    {
        if (row.Code is not null || (Find(Before(), row.Name) ?? Find(Behind(), row.Name)) is not { } match)
            return row;
        var name = row.Name.Remove(match.Index, match.Length);
        return row with { Code = match.Groups["code"].Value, Name = name, NameAsRead = null };
    }

    private static Match? Find(Regex code, string name) =>
        code.Match(name) is { Success: true } match && match.Groups["code"].Value.Count(char.IsAsciiDigit) >= FewestFigures ? match : null;
}
