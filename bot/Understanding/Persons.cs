using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;

namespace Shouwang.Bot.Understanding;

/// <summary>Persons and relations in words (人与亲属称谓), dialect forms brought to the common one.</summary>
internal static partial class Persons
{
    [GeneratedRegex("^(?:我?(?:替|帮|给|是|叫)|这?是|病人是?|名字是?|叫做?)?(?<name>[\\p{IsCJKUnifiedIdeographs}·]{2,5}?)(?:大爷|大妈|大娘|大叔|老人家|阿婆|阿公)?(?:本人)?(?:办的?|的(?:单子|单据|纸)?)?[。.]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NameSaid();

    private static readonly (string Word, string Relation)[] Relations =
    [
        ("丈母娘", "岳母"), ("老丈人", "岳父"), ("岳母", "岳母"), ("岳父", "岳父"), ("婆婆", "婆婆"), ("公公", "公公"),
        ("外婆", "外婆"), ("姥姥", "外婆"), ("外公", "外公"), ("姥爷", "外公"), ("奶奶", "奶奶"), ("爷爷", "爷爷"), ("阿婆", "外婆"), ("阿公", "爷爷"),
        ("儿媳", "儿媳"), ("女婿", "女婿"), ("孙子", "孙子"), ("孙女", "孙女"), ("外孙", "外孙"),
        ("老伴", "老伴"), ("老太婆", "妻子"), ("老婆", "妻子"), ("媳妇", "妻子"), ("爱人", "爱人"), ("屋里向", "妻子"), ("老公", "丈夫"), ("当家的", "丈夫"), ("男人", "丈夫"),
        ("姆妈", "母亲"), ("妈", "母亲"), ("母亲", "母亲"), ("俺娘", "母亲"), ("老娘", "母亲"), ("爸", "父亲"), ("爹", "父亲"), ("父亲", "父亲"), ("老子", "父亲"), ("阿爷", "爷爷"),
        ("儿子", "儿子"), ("女儿", "女儿"), ("闺女", "女儿"), ("囡", "女儿"), ("孩子", "孩子"), ("小囡", "孩子"), ("小孩", "孩子"), ("娃", "孩子"),
        ("哥", "哥哥"), ("弟", "弟弟"), ("姐", "姐姐"), ("妹", "妹妹"), ("舅", "舅舅"), ("姑", "姑姑"), ("姨", "姨妈"), ("叔", "叔叔"), ("伯", "伯伯"), ("婶", "婶婶"), ("侄", "侄子"),
    ];

    /// <summary>The relation named first in the list that stands in the text; null where none does.</summary>
    public static string? Relation(string text) => Array.Find(Relations, r => text.Contains(r.Word, StringComparison.Ordinal)).Relation;

    /// <summary>Whether somebody was named by what they are to the sender (母亲) and not by name (钱小妹).</summary>
    public static bool IsRelation(string named) => Array.Exists(Relations, r => r.Relation == named);

    [GeneratedRegex("(?:替|帮|给|代)(?:我|俺|咱|咱家|阿拉|伲)?(?<who>[\\p{IsCJKUnifiedIdeographs}]{1,3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex For();

    [GeneratedRegex("(?:替|帮|给|代)(?<name>[\\p{IsCJKUnifiedIdeographs}]{2,3}?)(?:交|办|报|弄|发|送|问|递)|^(?<name>[\\p{IsCJKUnifiedIdeographs}]{2,3})的(?:呢|单子|单据|纸|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex NamedFor();

    [GeneratedRegex("^(?:我|俺)?(?:要|想|来)?(?:替|帮|给|代)(?<name>[\\p{IsCJKUnifiedIdeographs}]{2,4}?)(?:大爷|大妈|大娘|大叔|老人家|阿婆|阿公)?(?:交|办|报|申请)[^?吗么呢没了多几啥什谁哪]{0,6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex WantsToActFor();

    /// <summary>帮顾大宝报销: to act for somebody who is called by the full name, and nothing asked.</summary>
    public static bool IsActingFor(string text) => WantsToActFor().Match(text.TrimEnd('。', '.', '!')) is { Success: true } match && IsFullName(match.Groups["name"].Value);

    /// <summary>The relative somebody wants to act for: the one behind 替 or 帮, else the one named.</summary>
    public static string? Meant(string text) => For().Matches(text).Select(m => Relation(m.Groups["who"].Value)).FirstOrDefault(r => r is not null) ?? Relation(text);

    /// <summary>The name in 给张三交, 李四的.</summary>
    public static string? MeantName(string text) => NamedFor().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("(?<name>[\\p{IsCJKUnifiedIdeographs}]{2,4}?)(?:大爷|大妈|大娘|大叔|大伯|大嫂|老人家|老人|阿婆|阿公|阿姨|阿伯|奶奶|爷爷|婆婆|伯伯|叔叔|婶婶)?(?=$|[、,，和跟与及]|(?:这|他们|她们)?(?:[两二俩三仨四五六七八九十0-9]个?|几个)人?|的|办|报|交|弄|发|送|递|拍)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OneOfSeveral();

    [GeneratedRegex("(?:替|帮|给|代)(?<who>[\\p{IsCJKUnifiedIdeographs}、,，]{2,60})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ForWhom();

    /// <summary>The full names of those that a volunteer wants to act for (帮许金凤阿婆、陆阿根和钱小妹报); empty where none is certain.</summary>
    public static IReadOnlyList<string> MeantNames(string text) => ForWhom().Match(text.TrimEnd('。', '.', '吧', '呀', '啊')) is { Success: true } match ? Names(match.Groups["who"].Value) : [];

    /// <summary>Names one behind the other; each begins with a family name and is no relative.</summary>
    public static IReadOnlyList<string> Names(string text)
    {
        List<string> names = [];
        foreach (var part in text.Trim().Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (OneOfSeveral().Match(part) is not { Success: true, Index: 0 } match || match.Groups["name"].Value is var name && !IsFullName(name))
                return [];
            names.Add(match.Groups["name"].Value);
        }
        return [.. names.Distinct()];
    }

    /// <summary>张奶奶, 王哥 are relatives, 钱小妹 is a name.</summary>
    private static bool IsRelative(string name) => Array.Exists(Relations, r => (r.Word.Length > 1 || name.Length == 2) && name.Contains(r.Word, StringComparison.Ordinal));

    /// <summary>别人, 老人, 于大爷: no full name, whatever they begin with.</summary>
    [GeneratedRegex("^(?:别人|别个|老人|老乡|大家|家人|家里人|几个人?|全家)$|^.(?:大爷|大妈|大娘|大叔|大伯|大嫂|大哥|大姐|阿姨|阿婆|阿公|阿伯|老师|医生|书记|会计|主任)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nobody();

    /// <summary>Whether it begins with a family name and is nobody's relative and no title.</summary>
    public static bool IsFullName(string name) => Surnames.Plausible(name) && !Nobody().IsMatch(name) && !IsRelative(name);

    private static readonly char[] Between = ['、', ',', '，', '和', '跟', '与', '及', ' '];

    /// <summary>A person's name, said alone or as 替陆根生办; null where the text is more than that.</summary>
    public static string? Name(string text) => NameSaid().Match(text.Trim()) is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("(?<![0-9一二三四五六七八九十两])(?:[1-9]|1[0-3]|[一二两三四五六七八九]|十[一二三]?)(?:周)?岁|[0-9一二两三四五六七八九十]{1,2}个?多?月大(?=$|[的了孩娃宝婴,。 ])|满月|刚出生|新生儿", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Child();

    /// <summary>Whether the words give an age under 14, from which on a person agrees for himself.</summary>
    public static bool IsUnderFourteen(string text) => Child().IsMatch(text);

    /// <summary>The text with every relative, and the "我" before them, replaced by 亲人.</summary>
    public static string Mask(string text)
    {
        foreach (var (word, _) in Relations)
        {
            if (word.Length > 1)
                text = text.Replace($"我{word}", word, StringComparison.Ordinal).Replace(word, "亲人", StringComparison.Ordinal);
            else
                text = text.Replace($"我{word}", "亲人", StringComparison.Ordinal).Replace($"{word}{word}", "亲人", StringComparison.Ordinal);
        }
        return text;
    }
}
