using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>What a sentence says that runs over the end of a line (整句叙述): 因右肺腺癌于2026|年3月3日入住我院，共住|院10天.</summary>
static partial class Narrative
{
    /// <summary>In heights of a line, how far below a sentence goes on.</summary>
    private const int Below = 3;

    /// <summary>因脑梗死于…入院: why somebody came, where it is a disease and no complaint.</summary>
    [GeneratedRegex(@"(?<![主原])(?:因(?:患有?)?|患有?(?!者)|诊断为)[\s_]*(?!患)(?<disease>[\u4e00-\u9fff0-9ⅠⅡⅢⅣ()、]{2,24}?(?:[病症炎癌瘤折死塞疝石血竭伤征染核出娩疡化生肿阻孔液大窄位息张毒重全]|[期级型度]))[\s_]*[,，]?[\s_]*(?:[于自从]?\s*20\d{2}|(?:入|住|收)(?:我|本|院|住))")]
    private static partial Regex Because();

    /// <summary>How long something has been felt: what somebody complained of.</summary>
    [GeneratedRegex(@"[\d余半数一二三四五六七八九十]\s*(?:个月|小时|天|日|周|月|年)|[痛痒晕咳]")]
    public static partial Regex Complaint();

    /// <summary>How long somebody stayed: 共住院10天.</summary>
    [GeneratedRegex(@"(?:共|住院)\s*(\d{1,3})\s*(?:天|日)")]
    public static partial Regex Days();

    /// <summary>What a day in a sentence is followed by: 入院, 收入我院, 收住入院, where the first group says so, or 出院, 离院.</summary>
    [GeneratedRegex(@"^(?:由[\u4e00-\u9fff]{1,8}?[送陪][\u4e00-\u9fff]{0,4}?(?=入院|收入|收住|入住))?(?:(入院|入住|住院治疗|收入|收住|入我)|出院|离院|办理出院)")]
    public static partial Regex Went();

    /// <summary>诊断为胆囊结石伴|慢性胆囊炎。: up to the next mark.</summary>
    public static List<Glyph>? Concluded(IReadOnlyList<TextRow> rows, LabelHit hit)
    {
        var (row, next) = (rows[hit.Row], hit.Row + 1 < rows.Count ? rows[hit.Row + 1] : null);
        Glyph[] told = [.. row.Glyphs[hit.End..], .. next is not null && next.Y - row.Y <= Below * row.Height ? next.Glyphs : []];
        var from = Array.FindIndex(told, g => !g.IsBlank);
        var end = Array.FindIndex(told, g => g.Char is '。' or ',' or '，' or ';' or '；');
        // 胆囊结石；肝囊肿，…: what stands behind a semicolon is another disease, or what was done.
        while (end > from && told[end].Char is ';' or '；' && Array.FindIndex(told, end + 1, g => g.Char is '。' or ',' or '，' or ';' or '；') is > 0 and var further && Disease().IsMatch(TextFold.Squeeze(Glyph.Text(told.AsSpan((end + 1)..further)))))
            end = further;
        // 胆囊结石伴慢性胆囊炎，左肺恶性肿瘤。: or behind a comma, where the sentence ends with it.
        if (end > from && told[end].Char is ',' or '，' && Array.FindIndex(told, end + 1, g => g.Char is '。' or ',' or '，' or ';' or '；') is > 0 and var close && told[close].Char is '。' && Named().IsMatch(TextFold.Squeeze(Glyph.Text(told.AsSpan((end + 1)..close)))))
            end = close;
        var says = from >= 0 && (told[from].Char is '为' || (told[from].Char is ':' && RunsOn(row, hit, next, end)));
        return says && end > from ? [.. told[(from + 1)..end]] : null;
    }

    /// <summary>…，出院诊断：脑梗死、胃溃疡伴|出血。: within a sentence, and the next line goes on from its margin.</summary>
    private static bool RunsOn(TextRow row, LabelHit hit, TextRow? next, int end) =>
        next is not null && row.Text[..hit.Start].Contains(',', StringComparison.Ordinal) && end >= row.Glyphs.Length - hit.End && next.Glyphs[0].X0 - row.Glyphs[0].X0 <= 2 * row.Height && next.Glyphs[0].X0 < hit.X0 && row.Text[hit.End..].Count(c => c is ':') == 1;

    [GeneratedRegex(@"^[\u4e00-\u9fff0-9A-ZⅠⅡⅢⅣ()、-]{2,24}(?:[病症炎癌瘤折死塞疝石血竭伤征染出娩疡化肿阻液大窄张毒全压痔裂变痛晕损厚硬衰聋]|[期级型度]\)?)$")]
    private static partial Regex Disease();

    [GeneratedRegex("^[\u4e00-\u9fff0-9ⅠⅡⅢⅣ()]{2,24}(?:[病症炎癌瘤折疝]|结石|梗死|出血|骨折)$")]
    private static partial Regex Named();

    /// <summary>What no label says and no line by itself.</summary>
    public static IReadOnlyList<Finding> Read(PageText page, IReadOnlyList<TextRow> rows, IReadOnlyList<Finding> known)
    {
        var found = new List<Finding>();
        foreach (var (row, next) in rows.Zip(rows.Skip(1)))
        {
            if (next.Y - row.Y > Below * row.Height)
                continue;
            Glyph[] glyphs = [.. row.Glyphs, .. next.Glyphs];
            var text = row.Plain + next.Plain;
            var end = row.Glyphs.Length;
            foreach (var (date, from, to) in DateText.All(text).Where(d => d.Start < end && d.End > end))
            {
                // 2026年3月1|3日 is the thirteenth, 2026-03-01|3 the first and whatever comes next.
                if ((text[(end - 1)..(end + 1)].All(char.IsAsciiDigit) && text[to - 1] is not '日') || Went().Match(text[to..].TrimStart(' ', ',', '.', '_')) is not { Success: true } went)
                    continue;
                Add(went.Groups[1].Success ? FieldName.Admitted : FieldName.Discharged, DateText.Iso(date), from, to);
            }
            if (Days().Matches(text).FirstOrDefault(m => m.Index < end && m.Index + m.Length > end) is { } days)
                Add(FieldName.Days, days.Groups[1].Value.TrimStart('0'), days.Index, days.Index + days.Length);
            if (Because().Match(text) is { Success: true } because && because.Groups["disease"] is var disease && !Complaint().IsMatch(disease.Value))
                Add(FieldName.Diagnosis, TextFold.Squeeze(disease.Value), disease.Index, disease.Index + disease.Length);

            void Add(string field, string value, int from, int to)
            {
                if (value.Length > 0 && !known.Any(f => f.Field == field) && !found.Exists(f => f.Field == field))
                    found.Add(new Finding(field, value, new Snippet(glyphs[from..to]).Confidence, page.Where(glyphs[from..to]), 1, 0));
            }
        }
        return found;
    }
}
