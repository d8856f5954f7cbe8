using System.Text;

namespace Shouwang.Shared.MutualAid.Ledger;

/// <summary>A name as the public may read it (脱敏姓名): the surname and stars.</summary>
public static class MaskedName
{
    private static readonly HashSet<string> CompoundSurnames = new(StringComparer.Ordinal)
    {
        "欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "轩辕", "令狐", "宇文", "长孙", "慕容", "司徒", "司空", "东方", "独孤", "南宫",
        "万俟", "闻人", "赫连", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "仲孙", "钟离", "鲜于", "闾丘", "亓官", "司寇", "子车",
        "颛孙", "端木", "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "拓跋", "夹谷", "宰父", "谷梁", "段干", "百里", "东郭", "南门", "呼延", "羊舌",
        "微生", "梁丘", "左丘", "东门", "西门", "第五",
    };

    /// <summary>周海涛 → 周**, 周海 → 周*, 欧阳娜 → 欧阳*. More than three stars are never shown: how long a name is says something too.</summary>
    public static string Of(string name)
    {
        var letters = name.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)).ToList();
        if (letters.Count < 2)
            return "*";
        var surname = letters.Count > 2 && CompoundSurnames.Contains($"{letters[0]}{letters[1]}") ? 2 : 1;
        return string.Concat(letters.Take(surname)) + new string('*', Math.Min(letters.Count - surname, 3));
    }
}
