using Shouwang.Shared.Money;

namespace Shouwang.Papers.Inventing;

/// <summary>Stays for papers by lot: people, illnesses and goods of every world, at hospitals whose names are drawn too, some with goods given back.</summary>
static class ByLot
{
    private static readonly string[] Towns = ["临河", "东岭", "白沙", "青石", "平桥", "双溪", "大观", "永和", "柳泉", "鹿鸣", "望山", "清溪"];
    private static readonly (string Kind, string Level)[] Kinds =
    [
        ("市第一人民医院", "三级甲等"), ("县人民医院", "二级甲等"), ("县中医医院", "二级甲等"), ("镇中心卫生院", "一级"), ("区妇幼保健院", "二级乙等"), ("市第二医院", "三级"),
        ("县骨伤医院", "二级"), ("市中西医结合医院", "三级乙等"), ("乡卫生院", "一级"), ("医学院附属医院", "三级甲等"),
    ];

    /// <summary>What the other worlds have too little of: long names, long codes, units and specifications of several kinds.</summary>
    private static readonly Priced[] Further =
    [
        new("床位费", "110900001", "普通病房床位费(三人间)", "", "床日", "甲", 0, 2500, 4500, 1), new("诊查费", "110200005", "住院诊查费", "", "日", "甲", 0, 1000, 2600, 1),
        new("护理费", "120100003", "Ⅰ级护理", "", "日", "甲", 0, 1800, 3600, 1), new("治疗费", "120400006", "静脉输液(连续输液第二组起每组收)", "", "组", "甲", 0, 100, 400, 3),
        new("治疗费", "120700001", "雾化吸入", "", "次", "甲", 0, 500, 1200, 3), new("治疗费", "121600001", "留置导尿", "", "次", "甲", 0, 1400, 3000, 1),
        new("检查费", "210102015", "数字化摄影(DR)", "", "曝光次", "乙", 5, 4500, 8000, 2), new("检查费", "310701022", "心电监测电话传输", "", "小时", "甲", 0, 300, 600, 12),
        new("化验费", "250305010", "肝功能八项", "", "次", "甲", 0, 3600, 6000, 1), new("化验费", "250403011", "输血前检查八项(乙肝、丙肝、梅毒、艾滋)", "", "次", "甲", 0, 9800, 16800, 1),
        new("手术费", "330606018", "白内障超声乳化摘除术+人工晶体植入术", "", "单侧", "甲", 0, 128000, 210000, 1), new("手术费", "331004023", "腹腔镜下阑尾切除术加收(使用超声刀)", "", "次", "乙", 10, 42000, 98000, 1),
        new("西药费", "XB05BBL180B002020100732", "0.9%氯化钠注射液", "100ml", "袋", "甲", 0, 180, 420, 6), new("西药费", "XB05BAP084B002010101514", "5%葡萄糖注射液", "250ml", "瓶", "甲", 0, 210, 460, 4),
        new("西药费", "XR05CBA179B002010201113", "盐酸氨溴索注射液", "15mg:2ml", "支", "乙", 10, 220, 980, 4), new("西药费", "XR03BAB105L020010102733", "吸入用布地奈德混悬液", "1mg:2ml", "支", "乙", 10, 620, 1650, 4),
        new("西药费", "XN01AXB134B002010103201", "丙泊酚中/长链脂肪乳注射液", "20ml:0.2g", "支", "乙", 10, 980, 2600, 2), new("西药费", "XB05AAR040B002010105508", "人血白蛋白", "10g:50ml", "瓶", "乙", 20, 32000, 46000, 1),
        new("西药费", "XJ05ABA075A001010104309", "阿昔洛韦片", "0.2g*24片", "盒", "甲", 0, 480, 1200, 1), new("中成药费", "ZA13AAY0335010201037", "云南白药胶囊", "0.25g*32粒", "盒", "甲", 0, 2100, 3900, 1),
        new("中草药费", "T000700001", "中药饮片(活血通络方)", "", "付", "乙", 5, 2600, 5200, 1), new("材料费", "C07030111500000012810000003", "一次性使用输液器", "带针", "支", "甲", 0, 120, 380, 3),
        new("材料费", "C07010111100000033690000016", "静脉留置针", "24G", "支", "丙", 100, 980, 2200, 1), new("材料费", "C07020111700000026250000024", "一次性使用无菌注射器", "5ml", "支", "甲", 0, 45, 160, 4),
        new("材料费", "C14020111200000051710000009", "医用敷贴", "9cm*10cm", "片", "丙", 100, 380, 1600, 1), new("材料费", "C02090110200000013370000061", "可吸收性外科缝合线(带针)", "3-0 70cm", "包", "乙", 10, 4600, 9800, 1),
        new("材料费", "C09010110900000071600000004", "人工股骨头(双极)", "直径46mm", "套", "乙", 20, 380000, 820000, 1), new("材料费", "C03010610500000066310000157", "锁定螺钉", "3.5mm*24mm", "枚", "乙", 20, 12000, 26000, 2),
        new("其他费", "Q00000012", "陪护床费", "", "日", "丙", 100, 800, 2000, 1), new("其他费", "110900006", "空调取暖费", "", "日", "丙", 100, 400, 1000, 1),
    ];

    /// <summary>All of them, each category by one name.</summary>
    private static readonly Priced[] Prices = [.. Priced.List.Concat(Elsewhere.Fourth.Prices).Concat(FurtherAway.World.Prices).Concat(Further)
        .Select(p => p with { Category = p.Category switch { "材料费" => "卫生材料费", "中草药费" => "中药饮片费", "诊查费" => "诊察费", var same => same } })];

    public static Stay Invent(Dice dice)
    {
        var (kind, level) = dice.Of(Kinds);
        var hospital = new Hospital(dice.Of(Towns) + kind, level, "", "");
        var illness = dice.Of<Illness>([.. Illness.All, .. Elsewhere.Fourth.Illnesses, .. FurtherAway.World.Illnesses]);
        var admitted = new DateOnly(2024, 1, 1).AddDays(dice.Between(0, 1000));
        var stay = Stay.Of(dice, Person.Invent(dice), hospital, illness, admitted, dice.Between(2, 24), dice.Between(8, 24), dice.Between(0, 3), Prices);
        IReadOnlyList<FeeItem> items = dice.Chance(25) ? DayByDay(dice, stay) : stay.Items;
        items = dice.Chance(15) ? WithRefunds(dice, items) : items;
        return stay with
        {
            Items = items,
            Costs = Costs.Of(dice, items),
            AdmissionNumber = dice.Between(0, 4) switch
            {
                0 => $"ZY{dice.Between(10, 99)}{dice.Between(0, 9999999):D8}",
                1 => $"{admitted:yyyy}{dice.Between(0, 99999):D6}",
                2 => $"{dice.Between(100000, 9999999)}",
                3 => $"B{dice.Between(100000, 999999)}",
                _ => $"00{dice.Between(10000000, 99999999)}",
            },
        };
    }

    /// <summary>The same few goods again on each of some days.</summary>
    private static List<FeeItem> DayByDay(Dice dice, Stay stay)
    {
        var goods = stay.Items.Take(dice.Between(4, 8)).ToList();
        var days = Enumerable.Range(0, dice.Between(2, 4)).Select(n => stay.Admitted.AddDays(n)).Where(d => d <= stay.Discharged);
        return [.. days.SelectMany(day => goods.Where(_ => dice.Chance(80)).Select(i => i with { Date = day, Quantity = dice.Between(1, 4) }))];
    }

    /// <summary>One or two goods of which some were given back: a row of its own with a minus.</summary>
    private static List<FeeItem> WithRefunds(Dice dice, IReadOnlyList<FeeItem> items)
    {
        var all = items.ToList();
        foreach (var item in items.Where(i => i.Quantity > 1).OrderBy(_ => dice.Between(0, 9999)).Take(dice.Between(1, 2)))
            all.Insert(all.IndexOf(item) + 1, item with { Quantity = -dice.Between(1, item.Quantity - 1) });
        return all;
    }

    /// <summary>The number the hospital itself gives a thing, from what the thing is.</summary>
    public static string HospitalCode(FeeItem item)
    {
        var number = item.Code.Aggregate(7, (sum, c) => ((sum * 31) + c) % 99991);
        var letter = item.Category switch { "西药费" => "Y", "中成药费" => "Z", "中药饮片费" => "C", "卫生材料费" => "W", _ => "F" };
        return $"{letter}{number:D5}";
    }
}
