using System.Buffers;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills;

/// <summary>How far two names of hospitals are from each other (医院名称比对).</summary>
static class HospitalName
{
    /// <summary>Characters that tell hospitals of one town apart: the First is not the Second, the East not the West.</summary>
    private static readonly SearchValues<char> Telling = SearchValues.Create("一二三四五六七八九十东南西北中老新0123456789");

    private static readonly string[] Companies = ["有限责任公司", "有限公司", "股份公司"];

    private static readonly string[] Others = ["分院", "分部", "协作", "合作", "联盟", "联合体", "医联体", "托管", "门诊部", "服务中心", "服务站", "卫生院"];

    private static readonly string[] Sites = ["院区", "院", "部", "中心", "研究所"];

    /// <summary>Without blanks, brackets and the form of a company.</summary>
    public static string Plain(string name)
    {
        var plain = string.Concat(TextFold.Fold(name).Where(c => c is not (' ' or '(' or ')' or '·')));
        foreach (var company in Companies)
            plain = plain.Replace(company, "", StringComparison.Ordinal);
        return plain;
    }

    /// <summary>A name and what stands in brackets behind it: 中心医院（第二人民医院）, 人民医院（东院区）; null where nothing does.</summary>
    public static (string Before, string Inside)? Bracketed(string name)
    {
        var folded = TextFold.Fold(name).TrimEnd(' ');
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        return open >= 4 && folded[^1] == ')' ? (folded[..open], folded[(open + 1)..^1]) : null;
    }

    /// <summary>Whether two papers name one hospital: one in full and one short, one with its second name or its site in brackets and one without, or a character misread.</summary>
    public static bool Same(string a, string b) =>
        Distance(Plain(a), Plain(b)) is not null || a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal) || WithoutBracket(a, b) || WithoutBracket(b, a);

    private static bool WithoutBracket(string bracketed, string bare) =>
        Bracketed(bracketed) is var (before, inside) && Bracketed(bare) is null && (Same(before, bare) || Same(inside, bare));

    /// <summary>0 the same, 1 the place before it left out, 2 and 3 characters misread; null for another hospital.</summary>
    public static int? Distance(string read, string listed)
    {
        if (read == listed)
            return 0;
        if (Short(listed) == read || Short(read) == listed)
            return 1;
        if (read.Length != listed.Length || read.Length < 6)
            return null;
        var wrong = 0;
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] == listed[i])
                continue;
            if (Telling.Contains(read[i]) || Telling.Contains(listed[i]))
                return null;
            wrong++;
        }
        return wrong switch { 1 => 2, 2 when read.Length >= 10 => 3, _ => null };
    }

    /// <summary>Whether what stands in brackets leaves the hospital before them the same: its site (东院区, 南部) or its second name; not a branch, a partner, another town.</summary>
    public static bool SiteOrSecondName(string inside) =>
        !Others.Any(word => inside.Contains(word, StringComparison.Ordinal)) && (Sites.Any(word => inside.EndsWith(word, StringComparison.Ordinal)) || inside is [_, '区']);

    /// <summary>The name without the place before it: 江阴市示例人民医院 → 示例人民医院. One that then says too little has none.</summary>
    public static string? Short(string name)
    {
        var place = name.AsSpan(0, Math.Min(name.Length, 8)).LastIndexOfAny('市', '县', '省');
        return place is >= 1 and <= 5 && name.Length - place - 1 >= 6 ? name[(place + 1)..] : null;
    }
}
