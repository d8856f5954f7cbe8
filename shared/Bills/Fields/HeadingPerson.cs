using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Who a list's heading names without labels (抬头里的病人): 丁桂香（女，46岁） or 丁桂香，女，46岁， the ward beside it, and a stay's number that says what it is: ZY095587754.</summary>
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
            if (Person().Match(row.Plain) is not { Success: true } person || !Surnames.Plausible(person.Groups["name"].Value))
                continue;
            foreach (var (field, group) in new[] { (FieldName.Name, person.Groups["name"]), (FieldName.Sex, person.Groups["sex"]), (FieldName.Age, person.Groups["age"]) })
                yield return Found(field, group.Value, row.Glyphs[group.Index..(group.Index + group.Length)]);
            if (cells.FirstOrDefault(c => Ward().IsMatch(TextFold.Squeeze(c.Text))) is { Glyphs: { } ward })
                yield return Found(FieldName.Department, Glyph.Squeezed(ward), ward);
        }

        Finding Found(string field, string value, Glyph[] own) => new(field, value, new Snippet(own).Confidence, page.Where(own), 1, 0);
    }
}
