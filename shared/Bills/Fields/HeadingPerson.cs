using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Who a list's heading names without labels (抬头里的病人): 丁桂香（女，46岁） or 丁桂香，女，46岁， the ward beside it, and a stay's number that says what it is: ZY095587754; the head of a screen with nothing but particulars: 戴兰香 | 肺病科 | 27319151.</summary>
static partial class HeadingPerson
{
    /// <summary>So many rows make a heading.</summary>
    private const int Rows = 8;

    /// <summary>Nothing says that it is the stay's number but its letters (住院).</summary>
    private const int Unlabelled = 9_000;

    [GeneratedRegex(@"^\s*(?<name>[\u4e00-\u9fff·]{2,12})\s*[(,，、]\s*(?<sex>[男女])\s*[,，、/ ]\s*(?<age>[1-9]\d{0,2})\s*周?岁\s*[),，、;；]")]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?!医保|收费|财务|病案|检验|信息|医务|药剂|结算)[\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区)$")]
    private static partial Regex Ward();

    /// <summary>A name and behind it particulars of a patient or stay, and no other word: 汤林（男） 骨科, 闫彩霞 2026/08/13~2026/08/22, 孟长根 住院结算.</summary>
    [GeneratedRegex(@"^[\s<‹]*(?<name>[\u4e00-\u9fff-[的]]{2,4}?)(?:(?:[\s|/·,，、()])*(?:(?<sex>[男女])(?![\u4e00-\u9fff])|(?<age>[1-9]\d{0,2})\s*周?岁|(?<=[\s|/·,，、()])(?:(?<ward>(?!医保|收费|财务|病案|检验|信息|医务|药剂|结算)[\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区))|住院中?|(?:已|正常)?出院|在院|本人)|(?:住院|出院|医保)(?:结算|费用)(?:信息|明细|清单)?|加?\d{1,3}\s*床|(?<![\d年月./-])(?<number>(?:ZY)?(?!1[3-9]\d{9}(?!\d))\d{6,12})(?![\d年月./-])|20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?\s*[至到~-]+\s*20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?))+[\s|)>]*$")]
    private static partial Regex Particulars();

    [GeneratedRegex(@"^\s*(?<name>[\u4e00-\u9fff]{2,4})\s*$")]
    private static partial Regex Alone();

    /// <summary>What screens say in such places, though it begins like a family name: 费用查询, 全部 2026.</summary>
    [GeneratedRegex("查|费|明细|全部|详情|清单|[总合小]计|时间|日期|项目|号|科|诊|[住出入]院|本次|[账单]$|金额|药|检验|治疗|汇总|返回|结算|支付|记录|医|参保|报销|病人|患者|姓名|信息|成功|完成")]
    private static partial Regex ScreenWord();

    /// <summary>Nothing says whose number it is: the stay's, or the patient's card's.</summary>
    private const int BareNumber = 8_000;

    [GeneratedRegex(@"^ZY\d{6,14}$")]
    private static partial Regex Stay();

    public static IEnumerable<Finding> Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits)
    {
        foreach (var row in rows.Take(Rows))
        {
            var cells = Snippet.Split(row.Glyphs);
            foreach (var cell in cells.Where(c => Stay().IsMatch(TextFold.Squeeze(c.Text)) && !hits.Any(h => h.Field == FieldName.AdmissionNumber)))
                yield return Found(FieldName.AdmissionNumber, TextFold.Squeeze(cell.Text), cell.Glyphs) with { MostSure = Unlabelled };
            if (hits.Any(h => rows[h.Row] == row && h.Field is FieldName.Name or FieldName.AdmissionNumber) && !hits.Any(h => h.Field == FieldName.Department))
            {
                foreach (var (cell, before) in cells.Zip(cells.Prepend(default)).Where(c => Ward().IsMatch(TextFold.Squeeze(c.First.Text)) && c.Second.Glyphs is not [.., { Char: ':' }]))
                    yield return Found(FieldName.Department, TextFold.Squeeze(cell.Text), cell.Glyphs) with { MostSure = Unlabelled };
            }
            if (Alone().Match(row.Plain) is { Success: true } own && !hits.Any(h => rows[h.Row] == row || h.Field == FieldName.Name) && Surnames.Plausible(own.Groups["name"].Value) && !ScreenWord().IsMatch(own.Groups["name"].Value) && Begins(row))
                yield return Found(FieldName.Name, own.Groups["name"].Value, row.Glyphs[own.Groups["name"].Index..(own.Groups["name"].Index + own.Groups["name"].Length)]) with { MostSure = WordSureness.Doubtful };
            if (!hits.Any(h => rows[h.Row] == row || h.Field == FieldName.Name) && Particulars().Match(row.Plain) is { Success: true } head && Surnames.Plausible(head.Groups["name"].Value) && !ScreenWord().IsMatch(head.Groups["name"].Value))
            {
                foreach (var (field, most) in new[] { (FieldName.Name, WordSureness.Doubtful), (FieldName.Sex, WordSureness.Doubtful), (FieldName.Age, WordSureness.Doubtful), (FieldName.Department, Unlabelled), (FieldName.AdmissionNumber, BareNumber) })
                {
                    var group = head.Groups[field switch { FieldName.Department => "ward", FieldName.AdmissionNumber => "number", _ => field }];
                    if (group.Success && !hits.Any(h => h.Field == field) && (field != FieldName.AdmissionNumber || rows.Any(r => r.Text.Contains("住院", StringComparison.Ordinal))))
                        yield return Found(field, group.Value, row.Glyphs[group.Index..(group.Index + group.Length)]) with { MostSure = most };
                }
                continue;
            }
            if (Person().Match(row.Plain) is not { Success: true } person || !Surnames.Plausible(person.Groups["name"].Value))
                continue;
            foreach (var (field, group) in new[] { (FieldName.Name, person.Groups["name"]), (FieldName.Sex, person.Groups["sex"]), (FieldName.Age, person.Groups["age"]) })
                yield return Found(field, group.Value, row.Glyphs[group.Index..(group.Index + group.Length)]);
            if (cells.FirstOrDefault(c => Ward().IsMatch(TextFold.Squeeze(c.Text))) is { Glyphs: { } ward })
                yield return Found(FieldName.Department, Glyph.Squeezed(ward), ward);
        }

        // A screen prints the name larger than the particulars below it, or as large.
        bool Begins(TextRow row) => hits.FirstOrDefault(h => rows[h.Row].Y > row.Y) is { Start: 0, Field: FieldName.AdmissionNumber or FieldName.Hospital or FieldName.Department or FieldName.Sex or FieldName.IdNumber or FieldName.Admitted or LabelTable.Period } next
            && rows.TakeWhile(r => r != row).Count() == next.Row - 1 && row.Height * 10 >= rows[next.Row].Height * 9;

        Finding Found(string field, string value, Glyph[] own) => new(field, value, new Snippet(own).Confidence, page.Where(own), 1, 0);
    }
}
