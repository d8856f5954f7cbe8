using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Whom a letter speaks to, or whose paper a screen shows (称呼里的病人): 周桂兰参保人（身份证号：…）：, 尊敬的周桂兰女士：, 周桂兰的住院结算单.</summary>
static partial class AddressedPerson
{
    /// <summary>So many rows make a heading.</summary>
    private const int Rows = 8;

    [GeneratedRegex(@"^[\s_]*(?:(?:尊敬的)?(?:参保人员?|参保居民|参保患者)?[\s_]*(?<name>[\u4e00-\u9fff·]{2,12}?)[\s_]*(?:参保人员?|参保居民|先生|女士|同志)[\s_]*(?:\(.*)?:?\s*$|尊敬的(?:参保人员?|参保居民|参保患者)?[\s_]*(?<name>[\u4e00-\u9fff·]{2,12}?)[\s_]*(?:\(.*)?:\s*$|(?<name>[\u4e00-\u9fff·]{2,12}?)[\s_]*\((?:身份证|公民身份|居民身份|社会保障|证件)[^)]*\)\s*:\s*$)")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\s*(?<name>[\u4e00-\u9fff·]{2,12})\s*的\s*(?:本次)?(?:住院|出院|医疗|医保|就医|看病|结算|费用|报销|清单)")]
    private static partial Regex Screen();

    public static bool Names(IReadOnlyList<TextRow> rows) => rows.Take(Rows).Any(row => NameOf(row) is not null);

    public static IEnumerable<Finding> Read(PageText page, IReadOnlyList<TextRow> rows)
    {
        foreach (var row in rows.Take(Rows))
        {
            if (NameOf(row) is not { } name)
                continue;
            var own = row.Glyphs[name.Index..(name.Index + name.Length)];
            yield return new Finding(FieldName.Name, name.Value, new Snippet(own).Confidence, page.Where(own), 1, 0);
        }
    }

    private static Group? NameOf(TextRow row)
    {
        var told = Letter().Match(row.Plain) is { Success: true } letter ? letter : Screen().Match(row.Plain);
        var name = told.Groups["name"];
        return told.Success && Surnames.Plausible(name.Value) && TextValues.Name(name.Value) == name.Value ? name : null;
    }
}
