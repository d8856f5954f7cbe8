using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Values that no label leads to (无标签的值): in sentences, in headings, in titles.</summary>
sealed partial class FieldFinder
{
    /// <summary>A heading without labels: 蒋小妹  女  住院号00620226.</summary>
    [GeneratedRegex(@"^\s*(?<name>[\u4e00-\u9fff]{2,4})(?:\s+(?<sex>[男女])(?=\s|$|住院号|病案号|[,，\d])|(?<sex>[男女])(?=\s*(?:住院号|病案号|\d{1,3}\s*岁)))")]
    private static partial Regex PersonWithoutLabel();

    /// <summary>Right behind the sex: what stands before it is a name, whatever it begins with.</summary>
    [GeneratedRegex(@"^\s*(?:住院号|病案号)")]
    private static partial Regex NumberBehind();

    /// <summary>"收入我院肾病风湿科，".</summary>
    [GeneratedRegex(@"(?:(?:收入|收住|入住|入|住|在)(?:我|本)院|(?<![\u4e00-\u9fff])住)[\s_]*((?!址|所|院|我院|本院)[\u4e00-\u9fff]{1,10}(?:科|病区|病房|中心|室)[\u4e00-\u9fff]{0,4}?)\s*(?=[,，、。;； _]|治疗|住院|治?$)")]
    private static partial Regex IntoWard();

    /// <summary>The level behind a hospital's name: 第三附属医院（三级甲等）.</summary>
    [GeneratedRegex(@"(?:医院|卫生院|保健院|中心)\s*[、,，.·]?\s*\(([一二三]级(?:[甲乙丙]等|特等)?|未定级)\)")]
    private static partial Regex LevelBehind();

    /// <summary>"兹证明 周桂兰，女，".</summary>
    [GeneratedRegex(@"(?:兹证明|尊敬的|患者|患儿|产妇|孕妇|病人|兹有|参保人员?|参保患者|被保险人|申请人)[\s_]*(?!信息|基本|情况|资料|姓名)(?<name>[\u4e00-\u9fff]{2,4}?)[\s_]*(?:[,，、(]\s*(?:性别\s*:?\s*)?_?(?<sex>[男女])性?[\s_]*[,，、。]|性别\s*:?\s*(?<sex>[男女])(?=年龄|身份证|出生|住院|\s|$)|\s(?<sex>[男女])(?=\s*\d{1,3}\s*岁))")]
    private static partial Regex PersonInText();

    /// <summary>A ward among the words of a heading without labels: 住院号 2024061568 老年医学科.</summary>
    [GeneratedRegex(@"(?<![\u4e00-\u9fff:])(?<ward>[\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区))(?=\s|$|[\d,，])")]
    private static partial Regex WardWithoutLabel();

    /// <summary>夏静 | 住院号17273328, 患者雷学文科室神经内科: on a screen a name needs no label, or has one without a colon.</summary>
    [GeneratedRegex(@"^\s*(?:患者|病人|就诊人)\s*(?<name>[\u4e00-\u9fff]{2,3}?)\s*(?:科室|病区|床号)|^\s*(?<name>[\u4e00-\u9fff]{2,3}?|(?:欧阳|上官|司马|夏侯|诸葛|尉迟|皇甫|令狐|慕容|东方|司徒|公孙|长孙|宇文)[\u4e00-\u9fff]{1,2})\s*(?:住院号|病案号|登记号)")]
    private static partial Regex NameBesideNumber();

    /// <summary>依兰县中医院 内一科: the ward right behind the hospital.</summary>
    [GeneratedRegex(@"^\s*[\u4e00-\u9fff()]{2,20}(?:医院|卫生院|中心)[\s|·/]*(?<ward>(?!医保|收费|财务|病案|检验|信息|医务|药剂|结算)[\u4e00-\u9fff]{1,9}(?:科|病区|病房))\s*$")]
    private static partial Regex WardBesideHospital();

    /// <summary>住院6天 神经内科: a slip's line of how long and where.</summary>
    [GeneratedRegex(@"^\s*(?:共?住院)\s*\d{1,3}\s*[天日]\s*(?<ward>(?![后转于在经入出])[\u4e00-\u9fff]{1,9}(?:科|病区|病房))\s*$")]
    private static partial Regex WardBehindDays();

    /// <summary>创伤骨科37床, 内一科 加3床: the ward before its bed.</summary>
    [GeneratedRegex(@"(?<![\u4e00-\u9fff:])岁?(?<ward>[\u4e00-\u9fff]{1,10}(?:科|病区|病房|疗区))\s*加?\d{1,3}\s*[床号]")]
    private static partial Regex WardBeforeBed();

    /// <summary>Where the foot of a page is: so many rows from its end.</summary>
    private const int FootRows = 6;

    /// <summary>"该患者于 2021年4月9日 入院，2021年4月19日 出院，住院 10 天".</summary>
    private void ReadRunningText()
    {
        foreach (var (row, below) in rows.Zip(rows.Skip(1).Append(null)))
        {
            var text = row.Plain;
            var further = text + below?.Plain;
            foreach (var (date, start, end) in DateText.All(text))
            {
                // The word may begin at the end of one line and end on the next: 出|院.
                var own = Hour().Replace(text[end..], "").TrimStart(' ', ',', '.', '。', '_');
                var after = Hour().Replace(further[end..], "").TrimStart(' ', ',', '.', '。', '_');
                var went = Narrative.Went().Match(after);
                var field = !went.Success ? null : went.Groups[1].Success ? FieldName.Admitted : FieldName.Discharged;
                // Where the word ends its line, the next says nothing of it: 出院 | 日期 over a list.
                if (went.Length == own.Length)
                    after = own;
                // "2026-09-08 出院：" begins the next value.
                // 出院时|间: a label whose end was lost.
                if (field is not null && !(after.Length > 2 && after[2] is '时' or '日') && !after[2..].TrimStart(' ').StartsWith(':') && (!(after.Length > 2 && char.IsAsciiDigit(after[2..].TrimStart(' ').FirstOrDefault())) || DaysBefore.Are(row)) && !(after.Length > 2 && LabelTable.ByText.ContainsKey(after[..Math.Min(4, after.Length)])))
                    AddLate(field, DateText.Iso(date), row.Glyphs[start..end]);
            }
            ReadPeriodWithoutLabel(row, text);
            ReadDeposit(row, text);
            // 合计：6767.58元（陆仟柒佰陆拾柒元伍角捌分）: capitals need no label.
            if (CapitalText.Read(text) is { Mended: false, Text.Length: >= 6 } capital && IsOfTotal(row, capital.Start))
                _found.Add(new Finding(FieldName.TotalInWords, capital.Text, new Snippet(row.Glyphs[capital.Start..capital.End]).Confidence, page.Where(row.Glyphs[capital.Start..capital.End]), 1, 0, [(capital.Amount, 0)]));
            var unlabelled = PersonWithoutLabel().Match(text);
            if ((unlabelled.Success && (Surnames.Plausible(unlabelled.Groups["name"].Value) || NumberBehind().IsMatch(text[(unlabelled.Index + unlabelled.Length)..])) && !LabelTable.ByText.ContainsKey(unlabelled.Groups["name"].Value) ? unlabelled : PersonInText().Match(text)) is { Success: true } person)
            {
                AddLate(FieldName.Name, row, person.Groups["name"]);
                AddLate(FieldName.Sex, row, person.Groups["sex"]);
                AddAge(row.Glyphs, text, person.Groups["sex"]);
                if (person == unlabelled && WardWithoutLabel().Match(text) is { Success: true } heading)
                    AddLate(FieldName.Department, row, heading.Groups["ward"]);
            }
            else if (NameBesideNumber().Match(text) is { Success: true } beside && Surnames.Plausible(beside.Groups["name"].Value) && !beside.Groups["name"].Value.Contains('单', StringComparison.Ordinal) && !LabelTable.ByText.ContainsKey(beside.Groups["name"].Value) && !hits.Any(h => h.Field == FieldName.Name))
            {
                AddLate(FieldName.Name, row, beside.Groups["name"]);
            }
            if (WardBesideHospital().Match(text) is { Success: true } beneath)
                AddLate(FieldName.Department, row, beneath.Groups["ward"]);
            if (WardBehindDays().Match(text) is { Success: true } behind)
                AddLate(FieldName.Department, row, behind.Groups["ward"]);
            if (WardBeforeBed().Match(text) is { Success: true } bed && !hits.Any(h => h.Field == FieldName.Department))
                AddLate(FieldName.Department, row, bed.Groups["ward"]);
            if (LevelBehind().Match(text) is { Success: true } level)
                AddLate(FieldName.HospitalLevel, row, level.Groups[1]);
            if (IntoWard().Match(text) is { Success: true } ward)
                AddLate(FieldName.Department, row, ward.Groups[1]);
            if (Narrative.Days().Match(text) is { Success: true } days)
                AddLate(FieldName.Days, days.Groups[1].Value.TrimStart('0'), row.Glyphs[days.Index..(days.Index + days.Length)]);
        }
    }

    /// <summary>Whether capitals without a label speak of the total: its label is the last amount's before them, or the row has no other.</summary>
    private bool IsOfTotal(TextRow row, int at)
    {
        List<LabelHit> own = [.. hits.Where(h => rows[h.Row] == row && LabelTable.IsMoney(h.Field) && h.Field is not LabelTable.InFigures)];
        return !own.Exists(h => h.Field is LabelTable.InWords) && (own.TrueForAll(h => h.Field is FieldName.Total) || own.LastOrDefault(h => h.Start < at)?.Field is FieldName.Total);
    }

    /// <summary>The hour behind a day: 2026年05月26日16时入院.</summary>
    [GeneratedRegex(@"^\s*(?:上午|下午|凌晨|晚)?\s*[012]?\d\s*(?:时|点|:)(?:\s*[0-5]?\d\s*分?)?许?")]
    private static partial Regex Hour();

    /// <summary>于…至…在我院骨科住院治疗: a sentence that says so wherever it stands.</summary>
    [GeneratedRegex(@"^[\s_,，]*(?:期间)?(?:在|于)?(?:我|本)院")]
    private static partial Regex Stayed();

    /// <summary>"2024年01月30日 至 2024年02月08日" in the heading of a paper that labels no days: the stay's.</summary>
    private void ReadPeriodWithoutLabel(TextRow row, string text)
    {
        if (DateText.All(text) is not [var first, var second] || (row.Y > page.Runs.Max(r => r.Y) / 2 && !text.Contains("就诊", StringComparison.Ordinal) && !Stayed().IsMatch(text[second.End..])) || second.Date < first.Date || text[first.End..second.Start].Trim() is not ("至" or "到" or "-" or "--" or "~")
            || hits.Any(h => h.Field is LabelTable.Period or FieldName.Admitted or FieldName.Discharged || (rows[h.Row] == row && h.Text is not ("住院" or "就诊日期" or "就医日期" or "就诊时间") && h.End <= first.Start && !text[h.End..first.Start].Any(char.IsAsciiLetterOrDigit))))
            return;
        AddLate(FieldName.Admitted, DateText.Iso(first.Date), row.Glyphs[first.Start..first.End]);
        AddLate(FieldName.Discharged, DateText.Iso(second.Date), row.Glyphs[second.Start..second.End]);
    }

    /// <summary>Above a screen: the hour, the net, the battery.</summary>
    [GeneratedRegex(@"^\s*\d{1,2}:\d\d\b|[45]G|^\D{0,12}\d{1,3}%\s*$")]
    private static partial Regex StatusBar();

    /// <summary>The hospital as the paper's heading names it.</summary>
    private void ReadTitles()
    {
        ReadStamped();
        foreach (var row in rows.SkipWhile(r => StatusBar().IsMatch(r.Plain)).Take(4))
        {
            // A title may be read in two pieces: 示例镇中|心卫生院.
            var whole = hits.Any(h => rows[h.Row] == row && !IsGuessed(h)) ? [] : row.Glyphs.Where(g => !g.IsBlank).ToArray();
            // A logo may be read as a character: 田 | 湖湾区慈安老年病医院.
            if (Snippet.Split(row.Glyphs) is [{ Glyphs: [{ Confidence: < HardlyLegible }] }, var name] && whole.Length > 0 && TextValues.Hospital(name.Text)?.Length >= 6)
                whole = name.Glyphs;
            foreach (var snippet in whole is { Length: > 3 and < 30 } ? [new Snippet(whole)] : Snippet.Split(row.Glyphs))
            {
                var title = BeforeCode(row, snippet);
                if (TextValues.Hospital(title.Text) is { } hospital && !hits.Any(h => h.X0 >= title.X0 && h.X1 <= title.X1 && rows[h.Row] == row && !IsGuessed(h)) && !IsAnothers(row, title))
                    AddLate(FieldName.Hospital, hospital, title.Glyphs);
            }
        }
    }

    /// <summary>示例县人民医院（组织机构代码：…）: the head of a front page, without the label in brackets and what follows it.</summary>
    private Snippet BeforeCode(TextRow row, Snippet title)
    {
        var bracket = Array.FindIndex(title.Glyphs, g => g.Char is '(');
        return bracket > 0 && bracket + 1 < title.Glyphs.Length && hits.Any(h => rows[h.Row] == row && h.Field == LabelTable.Other && h.X0 == title.Glyphs[bracket + 1].X0) ? title.Slice(0, bracket) : title;
    }

    /// <summary>按病组（DRG）付费 in a title is no DRG组 misread.</summary>
    private static bool IsGuessed(LabelHit hit) => hit is { Wrong: > 0, Field: LabelTable.Other };

    /// <summary>首诊医院 | 示例县人民医院: right behind a label of another hospital.</summary>
    private bool IsAnothers(TextRow row, Snippet snippet) =>
        hits.LastOrDefault(h => rows[h.Row] == row && h.X1 <= snippet.X0) is { Field: LabelTable.Other, Text: [.., '院' or '构'] or [.., '院' or '构', '名', '称'] } before && !row.Glyphs.Any(g => g.X0 >= before.X1 && g.X1 <= snippet.X0 && !g.IsBlank && g.Char is not ':');

    /// <summary>The hospital that stamps the paper at its end: 临江人民医院（盖章）.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fff()·]{4,30}\((?:盖章|公章|签章|章)\)?$")]
    private static partial Regex Stamped();

    private void ReadStamped()
    {
        foreach (var snippet in rows.SelectMany(row => Snippet.Split(row.Glyphs)))
        {
            if (Stamped().IsMatch(TextFold.Squeeze(snippet.Text)) && TextValues.Hospital(snippet.Text) is { } hospital && snippet.Text.StartsWith(hospital, StringComparison.Ordinal))
                AddLate(FieldName.Hospital, hospital, snippet.Glyphs);
        }
    }

    /// <summary>At the foot of a paper that names no hospital elsewhere: the one that signs it, by itself at the right, beside the day.</summary>
    private void ReadSigned()
    {
        if (_found.Exists(f => f.Field == FieldName.Hospital) || hits.Any(h => h.Field == FieldName.Hospital))
            return;
        // A line of its own, which a screen's foot is, or one whose label was lost: 示例县人民医院, 示例县人民医院提供服务.
        var alone = rows.Where(row => !hits.Any(h => rows[h.Row] == row)).Select(row => Snippet.Split(row.Glyphs)).Where(cells => cells is [{ Confidence: >= Legible }]).Select(cells => (Cell: cells[0], Name: TextValues.Hospital(cells[0].Text)))
            .Where(c => c.Name is { Length: >= 6 } && Offered().Replace(TextFold.Squeeze(c.Cell.Text), "") == c.Name).DistinctBy(c => c.Name).ToList();
        if (alone is [var (cell, name)])
        {
            AddLate(FieldName.Hospital, name!, cell.Glyphs, Doubtful);
            return;
        }
        var middle = rows.SelectMany(r => r.Runs).Select(r => (r.X0 + r.X1) / 2).Order().ElementAtOrDefault(page.Runs.Count / 2);
        foreach (var row in rows.Skip(rows.Count - FootRows))
        {
            var cells = Snippet.Split(row.Glyphs).ToList();
            // A stamp's words stand in no row of others.
            if (cells is [_, .., var end] && (TextValues.Hospital(end.Text) is null && IsCashier(row) ? cells[0] : end) is var last && (last.X0 > middle || IsCashier(row)) && TextValues.Hospital(last.Text) is { Length: >= 6 } hospital && hospital == TextFold.Squeeze(last.Text) && DateText.All(row.Plain) is [_, ..] && !IsAnothers(row, last))
                AddLate(FieldName.Hospital, hospital, last.Glyphs, Doubtful);
        }
    }

    /// <summary>A seal's words are hardly ever so legible.</summary>
    private const int Legible = 9_000;

    [GeneratedRegex("^由|提供(?:技术|数据|查询)?(?:服务|支持)?$")]
    private static partial Regex Offered();

    /// <summary>上海示例社区卫生服务中心 | 收费员：…: who signs with whoever took the money.</summary>
    private static bool IsCashier(TextRow row) => row.Text.Contains("收费员", StringComparison.Ordinal) || row.Text.Contains("收款", StringComparison.Ordinal);

    [GeneratedRegex(@"^¥\d[\d,]*\.\d\d$")]
    private static partial Regex LargeAmount();

    /// <summary>医疗住院收费票据（电子） / ¥16886.65 / 票据信息: the one amount in the head of a screen, by itself in its line.</summary>
    private void ReadLargeTotal()
    {
        if (_found.Exists(f => f.Field == FieldName.Total) || hits.Any(h => h.Field == FieldName.Total))
            return;
        var alone = rows.Take(HeadRowsOfScreen).Select(r => Snippet.Split(r.Glyphs)).Where(s => s is [var only] && LargeAmount().IsMatch(TextFold.Squeeze(only.Text))).Select(s => s[0]).ToList();
        if (alone is [var amount] && MoneyText.Readings(amount.Text) is { Count: > 0 } readings)
            _found.Add(new Finding(FieldName.Total, readings[0].Amount.ToString(), amount.Confidence, page.Where(amount.Glyphs), 0, 0, readings) { MostSure = Doubtful });
    }

    private const int HeadRowsOfScreen = 6;

    /// <summary>字第 1152509872 号: how old receipts are numbered.</summary>
    [GeneratedRegex(@"字\s*第\s*(\d{6,12})\s*号")]
    private static partial Regex OldNumber();

    private void ReadOldNumber()
    {
        if (hits.Any(h => h.Field == FieldName.BillNumber))
            return;
        foreach (var row in rows.Take(HeadRowsOfScreen))
        {
            if (OldNumber().Match(row.Plain) is { Success: true } number)
                AddLate(FieldName.BillNumber, row, number.Groups[1]);
        }
    }

    private void AddLate(string field, TextRow row, Group group) => AddLate(field, group.Value, row.Glyphs[group.Index..(group.Index + group.Length)]);

    private void AddLate(string field, string value, Glyph[] glyphs, int most = WordSureness.Most) =>
        _found.Add(new Finding(field, value, new Snippet(glyphs).Confidence, page.Where(glyphs), 1, 0) { MostSure = LostCharacter.Likely(glyphs) ? Math.Min(most, WordSureness.Doubtful) : most });
}
