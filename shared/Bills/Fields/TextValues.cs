using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Values that are words or numbers without an amount: names, hospitals, numbers, days.</summary>
static partial class TextValues
{
    [GeneratedRegex(@"[\u4e00-\u9fff()A-Za-z0-9·]{2,30}?(?:医院有限公司|医院|卫生院|保健院|服务中心|精神卫生中心|医学中心|康复中心|卫生服务站|医疗中心|急救中心|防治院|疗养院|诊所)(?:(?:县域)?(?:紧密型)?(?:医疗|医共体|医联体)(?:集团|总院)|(?:县域)?(?:紧密型)?(?:医共体|医联体)|集团|总院|[\u4e00-\u9fff]{0,4}(?:分院|院区)|[东南西北新老本](?:院|部)(?![\u4e00-\u9fff]))?(?:\((?![^)]*[级等章盖])[\u4e00-\u9fffA-Za-z·]{2,20}\))?")]
    private static partial Regex HospitalPattern();

    /// <summary>A paper's own name and whose copy it is are no hospital's: 住院结算单 | 医院联.</summary>
    [GeneratedRegex("结算单|结算表|清单|明细|票据|收据|发票|小结|记录|证明")]
    private static partial Regex PapersName();

    /// <summary>The stub's title, read as one with the hospital beside it: 出院证（存根）| 示例镇卫生院.</summary>
    [GeneratedRegex(@"^(?:(?:出院|住院|疾病|诊断)[\u4e00-\u9fff]{0,2}[证书单](?:明书?)?)?\(?(?:存根|副本|正本)联?\)?")]
    private static partial Regex TitleBefore();

    [GeneratedRegex("^(?:您|患者|参保人)?(?:于|已)?在")]
    private static partial Regex InSentence();

    private static readonly string[] LabelRests = ["名称", "全称", "机构名称", "医院名称"];

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9A-Za-z][0-9A-Za-z\-]{3,29}")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"(?<!\d)(\d{17}[\dXx])(?!\d)")]
    private static partial Regex IdentityPattern();

    /// <summary>A number of 18 places whose middle is stars, however many of them were read: 431126********6096.</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z*])(?<head>\d{1,14})[*·•]{2,18}(?<tail>\d{0,5}[\dXx]|)(?![0-9A-Za-z*])")]
    private static partial Regex MaskedPattern();

    /// <summary>Six figures with single stars among them, before the stars of the middle.</summary>
    [GeneratedRegex(@"^(?<head>\*?(?:\d\*?){5}\d)(?<rest>\*{4,}\d{3}[\dXx])$")]
    private static partial Regex StrayStars();

    [GeneratedRegex(@"^\D{0,3}(\d{1,3})(?!\d)")]
    private static partial Regex DaysPattern();

    [GeneratedRegex("[一二三]级(?:[甲乙丙]等|特等)?|未定级|社区|乡镇")]
    private static partial Regex LevelPattern();

    [GeneratedRegex(@"\d{12}-[A-Z]{5}")]
    private static partial Regex CardPattern();

    [GeneratedRegex(@"^(?=.*\d)[0-9A-Z\-]{5,20}(?=$|\s*[\u4e00-\u9fff(])")]
    private static partial Regex OtherCardPattern();

    /// <summary>收据（交款人报销凭证）, 就诊人须知: what stands behind the word for a person and is no name.</summary>
    private static readonly string[] NoNames = ["凭证", "签字", "签名", "盖章", "留存", "存根", "记账", "收执", "意见", "关系", "须知", "信息", "情况", "资料", "甲类", "乙类", "丙类"];

    /// <summary>姓名蒋庆性别1.男: a form filled in without a gap, where the next label begins.</summary>
    [GeneratedRegex(@"(?<=^[\u4e00-\u9fff·]{2,4})(?:性别|年龄|出生|民族|科室|科别|病区|病案|病历|床号|住院|入院|身份|联系|电话|职业)")]
    private static partial Regex NextLabel();

    /// <summary>A person's name: two to four characters, more for names of minorities with a dot.</summary>
    public static string? Name(string text)
    {
        var squeezed = TextFold.Squeeze(text);
        // 龚一: a stroke by itself is easily taken for a dash.
        if (squeezed is [var surname, '-', ..] && TextFold.IsHan(surname))
            squeezed = $"{surname}一{squeezed[2..]}";
        if (NextLabel().Match(squeezed) is { Success: true } next)
            squeezed = squeezed[..next.Index];
        var length = squeezed.TakeWhile(c => TextFold.IsHan(c) || c is '·').Count();
        var most = squeezed.Contains('·', StringComparison.Ordinal) ? 12 : 4;
        // 入院: what a label says, of a cell whose own label was broken.
        return length >= 2 && length <= most && !LabelTable.ByText.ContainsKey(squeezed[..length]) && !NoNames.Any(w => squeezed[..length].EndsWith(w, StringComparison.Ordinal)) ? squeezed[..length] : null;
    }

    public static string? Hospital(string text)
    {
        var match = HospitalPattern().Match(TitleBefore().Replace(TextFold.Squeeze(text), ""));
        if (!match.Success || match.Length < 4 || PapersName().IsMatch(match.Value))
            return null;
        // 您在示例市中心医院的住院费用: a sentence begins before it.
        if (InSentence().Match(match.Value) is { Success: true } begins && match.Length - begins.Length >= 4)
            return match.Value[begins.Length..];
        // The end of a label: 定点医院|临江骨科医院.
        if (match.Value.StartsWith("医院", StringComparison.Ordinal) && match.Length >= 6)
            return match.Value[2..];
        // The rest of a label that was read as one word with it.
        foreach (var rest in LabelRests)
        {
            if (match.Value.StartsWith(rest, StringComparison.Ordinal) && match.Length >= rest.Length + 6)
                return match.Value[rest.Length..];
        }
        return match.Value;
    }

    /// <summary>A hospital's level as printed: 三级甲等, 二级, 未定级.</summary>
    public static string? Level(string text) => LevelPattern().Match(TextFold.Squeeze(text)) is { Success: true } match ? match.Value : null;

    /// <summary>Village code, hyphen, five letters; else whatever number the card of another place bears, but nobody's identity number.</summary>
    public static string? CardNumber(string text) => CardPattern().Match(TextFold.Squeeze(text)) is { Success: true } match ? match.Value : Identity(text) is null && OtherCardPattern().Match(text.Trim()) is { Success: true } other ? other.Value : null;

    /// <summary>性别 2 1.男 2.女: the front page of a record says it by its number.</summary>
    [GeneratedRegex(@"^[\[\]|_ \u0001]*([12])[\[\]|_ \u0001]*1[.、 ]*男[ \u0001]*2[.、 ]*女")]
    private static partial Regex ByCode();

    public static string? SexByCode(string text) => ByCode().Match(text) is { Success: true } code ? code.Groups[1].Value is "1" ? "男" : "女" : null;

    public static string? Sex(string text) => SexByCode(text) is { } coded ? coded : text.Length > 0 && text[0] is '男' or '女' ? text[..1] : text.Length > 1 && text[1] is '男' or '女' ? text[1..2] : null;

    public static string? Number(string text)
    {
        var match = NumberPattern().Match(text);
        return match.Success && match.Value.Any(char.IsAsciiDigit) ? match.Value : null;
    }

    /// <summary>The number of a stay, which is nobody's identity number.</summary>
    public static string? Stay(string text) => Number(text) is { } number && Identity(number) is null ? number : null;

    /// <summary>A bill's code: eight to twelve figures and nothing else.</summary>
    public static string? BillCode(string text) => TextFold.Squeeze(text) is { Length: >= 8 and <= 12 } code && code.All(char.IsAsciiDigit) ? code : null;

    /// <summary>An identity number, letters put right that can only be digits.</summary>
    public static string? Identity(string text)
    {
        var squeezed = string.Concat(TextFold.Squeeze(text).Select(c => c switch { 'O' or 'o' => '0', 'l' or 'I' => '1', '×' or 'x' => 'X', _ => c }));
        var match = IdentityPattern().Match(squeezed);
        return match.Success ? match.Value : Masked(squeezed);
    }

    private static string? Masked(string squeezed)
    {
        // *4*21123******4981: stars that lie over the first figures are those of the middle, read twice.
        if (StrayStars().Match(squeezed) is { Success: true } stray)
            squeezed = stray.Groups["head"].Value.Replace("*", "", StringComparison.Ordinal) + stray.Groups["rest"].Value;
        if (MaskedPattern().Match(squeezed) is not { Success: true } match)
            return null;
        var (head, tail, stars) = (match.Groups["head"].Value, match.Groups["tail"].Value.ToUpperInvariant(), match.Length - match.Groups["head"].Length - match.Groups["tail"].Length);
        var hidden = 18 - head.Length - tail.Length;
        // Nobody shows five of the six figures of a place: one was lost.
        if (head.Length == 5)
            return null;
        return hidden >= 2 && Math.Abs(hidden - stars) <= (tail.Length >= 4 ? 8 : 5) ? head + new string('*', hidden) + tail : null;
    }

    /// <summary>A credit code, or the identity number that electronic bills of private persons print in its place, also with stars.</summary>
    public static string? Credit(string text) => text.Contains('*', StringComparison.Ordinal) ? Masked(TextFold.Squeeze(text)) : Number(text);

    public static string? Days(string text)
    {
        var match = DaysPattern().Match(TextFold.Squeeze(text));
        return match.Success && match.Groups[1].Value is var days && int.Parse(days) > 0 ? int.Parse(days).ToString() : null;
    }

    /// <summary>A ward and one character of something else behind it: 甲乳外科京.</summary>
    /// <remarks>Or its bed: 妇产科17床, 呼吸内科病房53, in a sentence 消化科，1床。</remarks>
    [GeneratedRegex("^([\u4e00-\u9fff]{1,10}?(?:科|病区|病房|疗区))(?:病[房室床]\\d{1,3}床?|[,，].*|该?(?:患者|病人).*|[\u4e00-\u9fff-[一二三四五六七八九十室组部区房楼层]]|(?:床号|床位)?:?[加+]?\\d{1,3}[床号]?床?)$")]
    private static partial Regex WardAndMore();

    /// <summary>章关节外科: a stamp's last character stands before it.</summary>
    public static string? Ward(string text) => Words(text) is { } read && (read is ['章', _, _, ..] ? read[1..] : read) is var words ? WardAndMore().Match(words) is { Success: true } more ? more.Groups[1].Value : words : null;

    private static readonly string[] Wards = ["科", "区", "室", "房", "中心", "ICU", "组", "部"];

    /// <summary>Whether a department's name is whole: 心血管内科, not 心血管内.</summary>
    public static bool IsWard(string text) => Array.Exists(Wards, w => text.EndsWith(w, StringComparison.Ordinal));

    public static string? Words(string text)
    {
        var squeezed = TextFold.Squeeze(text).Trim('_', ':', ',', '.', ';', '」', '「', '|', '、', '"', '[', ']');
        return squeezed.Any(TextFold.IsHan) ? squeezed : null;
    }
}
