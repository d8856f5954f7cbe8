namespace Shouwang.Shared.Bills;

/// <summary>What in a hospital's name many hospitals have (通用医院名).</summary>
static class CommonName
{
    /// <summary>Parts a name can be made of without saying whose hospital it is, the longer before the shorter.</summary>
    private static readonly string[] Parts =
    [
        "中西医结合", "妇幼保健", "妇女儿童", "精神卫生", "结核病", "红十字会", "公共卫生", "传染病", "皮肤病", "职业病", "精神病", "卫生院", "保健院",
        "医学院", "附属", "人民", "中心", "中医", "蒙医", "民族", "妇产", "妇女", "妇幼", "儿童", "保健", "口腔", "眼科", "骨科", "骨伤", "胸科", "脑科", "肺科", "肿瘤", "康复",
        "老年", "红十字", "急救", "临床", "医疗", "专科", "综合", "职工", "矿业", "集团", "铁路", "友谊", "同仁", "协和", "仁和", "同济", "华山", "中山", "新华", "医院", "病院", "总院", "分院",
        "市立", "县立", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "总", "院", "市", "县", "区", "镇", "乡",
    ];

    /// <summary>Words in which a misread character leaves no other hospital: 医阮 is 医院. Not 人民, which 人和 and 爱民 are one character from, nor what a hospital treats.</summary>
    private static readonly string[] Tolerant = ["医院", "附属", "保健院", "卫生院"];

    /// <summary>Whether the name would do for hospitals of many towns: 第二人民医院, 妇女儿童医院.</summary>
    public static bool Is(string plain)
    {
        var rest = plain.AsSpan();
        while (rest.Length > 0)
        {
            var taken = 0;
            foreach (var part in Parts)
            {
                if (rest.StartsWith(part, StringComparison.Ordinal))
                {
                    taken = part.Length;
                    break;
                }
            }
            if (taken == 0)
                return false;
            rest = rest[taken..];
        }
        return true;
    }

    /// <summary>Where a listed name forgives a misread character.</summary>
    public static bool[] Forgiving(string listed)
    {
        var forgiving = new bool[listed.Length];
        foreach (var word in Tolerant)
        {
            for (var at = listed.IndexOf(word, StringComparison.Ordinal); at >= 0; at = listed.IndexOf(word, at + 1, StringComparison.Ordinal))
                forgiving.AsSpan(at, word.Length).Fill(true);
        }
        return forgiving;
    }

    /// <summary>Whether what was read is the listed name with characters misread where it forgives that: one, or two in a long name.</summary>
    public static bool Misread(string read, string listed, bool[] forgiving)
    {
        if (read.Length != listed.Length || read.Length < 6)
            return false;
        var wrong = 0;
        for (var i = 0; i < read.Length; i++)
        {
            if (read[i] != listed[i] && (!forgiving[i] || ++wrong > (read.Length >= 10 ? 2 : 1)))
                return false;
        }
        return wrong > 0;
    }
}
