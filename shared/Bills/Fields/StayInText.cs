using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>A stay that one sentence tells, also over a line's end (句中的住院经过): 自2024年7月9日至2024年7月17日在临江人民医院（三级甲等）住院治疗8天.</summary>
static partial class StayInText
{
    /// <summary>In heights of a line, how far below a sentence goes on.</summary>
    private const int Below = 3;

    [GeneratedRegex(@"^\s*(?:至|到|-|~)\s*$")]
    private static partial Regex Until();

    [GeneratedRegex(@"^[\s_,，]*(?:期间)?[\s_,，]*(?:因(?:患有?)?[\s_]*(?<disease>[\u4e00-\u9fff0-9ⅠⅡⅢⅣ()、,，]{2,40}?)[\s_]*)?在[\s_]*(?<hospital>[\u4e00-\u9fff·]{2,28}?(?:医院|卫生院|保健院|中心))[\s_]*(?:\(\s*(?<level>[一二三]级(?:[甲乙丙]等|特等)?|未定级)\s*\))?[\s_]*(?:住院|就医|就诊|治疗)(?:治疗)?[\s_]*(?:(?:共|计)*\s*(?<days>[1-9]\d{0,2})\s*(?:天|日))?")]
    private static partial Regex Where();

    public static IEnumerable<Finding> Read(PageText page, IReadOnlyList<TextRow> rows)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            Glyph[] glyphs = r + 1 < rows.Count && rows[r + 1].Y - rows[r].Y <= Below * rows[r].Height ? [.. rows[r].Glyphs, .. rows[r + 1].Glyphs] : rows[r].Glyphs;
            var text = Glyph.Text(glyphs);
            if (DateText.All(text) is not [var first, var second, ..] || first.Start >= rows[r].Glyphs.Length || second.Date < first.Date || !Until().IsMatch(text[first.End..second.Start]) || Where().Match(text[second.End..]) is not { Success: true } told)
                continue;
            yield return Found(FieldName.Admitted, DateText.Iso(first.Date), glyphs[first.Start..first.End]);
            yield return Found(FieldName.Discharged, DateText.Iso(second.Date), glyphs[second.Start..second.End]);
            foreach (var (field, group) in new[] { (FieldName.Hospital, told.Groups["hospital"]), (FieldName.HospitalLevel, told.Groups["level"]), (FieldName.Diagnosis, told.Groups["disease"]), (FieldName.Days, told.Groups["days"]) })
            {
                if (group.Success && !(field == FieldName.Diagnosis && Narrative.Complaint().IsMatch(group.Value)))
                    yield return Found(field, group.Value, glyphs[(second.End + group.Index)..(second.End + group.Index + group.Length)]);
            }
        }

        Finding Found(string field, string value, Glyph[] own) => new(field, value, new Snippet(own).Confidence, page.Where(own), 1, 0);
    }
}
