namespace Shouwang.Papers.Inventing;

/// <summary>An invented hospital.</summary>
sealed record Hospital(string Name, string Level, string Code, string Type)
{
    public static readonly Hospital Sample = new("江阴市示例人民医院", "三级", "H32028199901", "综合医院");

    public static readonly Hospital[] All =
    [
        Sample,
        new("江阴市守望中医院", "二级甲等", "H32028199902", "中医医院"),
        new("示例镇中心卫生院", "一级", "H32028199903", "乡镇卫生院"),
        new("澄南区示例医院", "二级", "H32028199904", "综合医院"),
        new("江南大学附属示例医院", "三级甲等", "H32029999905", "综合医院"),
        new("清溪县第二人民医院", "二级乙等", "H32099999906", "综合医院"),
        new("望山市妇幼保健院", "三级", "H32099999907", "专科医院"),
        new("临江骨科医院有限公司", "二级", "H32099999908", "专科医院"),
    ];
}
