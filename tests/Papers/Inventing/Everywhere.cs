namespace Shouwang.Papers.Inventing;

/// <summary>Stays anywhere: hospitals, people and illnesses put together from parts, the goods of all worlds and more.</summary>
static class Everywhere
{
    private static readonly string[] Places = ["石门县", "青浦河市", "双桥区", "金川县", "临沅市", "古城区", "柳溪县", "北屯市", "云梦泽县", "红旗区", "永泰安县", "沙洲市", "陇川示例县", "龙潭市", "平湖岭县", "呼兰图县"];

    private static readonly (string Kind, string Level, string Type)[] Kinds =
    [
        ("人民医院", "三级乙等", "综合医院"), ("人民医院", "二级甲等", "综合医院"), ("第一人民医院", "三级甲等", "综合医院"), ("第二人民医院", "二级", "综合医院"), ("中医医院", "二级甲等", "中医医院"), ("中医院", "三级", "中医医院"), ("中心医院", "三级", "综合医院"),
        ("妇幼保健院", "二级", "专科医院"), ("总医院", "三级", "综合医院"), ("康宁骨科医院", "二级", "专科医院"), ("仁和医院", "一级", "综合医院"), ("示例镇中心卫生院", "一级甲等", "乡镇卫生院"), ("示例乡卫生院", "一级", "乡镇卫生院"), ("中西医结合医院", "二级乙等", "中西医结合医院"),
        ("肿瘤医院", "三级甲等", "专科医院"), ("第三人民医院（精神卫生中心）", "二级", "专科医院"), ("博爱老年病医院有限公司", "未定级", "专科医院"), ("第二医院", "三级", "综合医院"), ("医学院附属医院", "三级甲等", "综合医院"), ("骨伤医院", "二级", "专科医院"),
    ];

    private static readonly string[] Surnames = ["汪", "柳", "范", "石", "廖", "贾", "夏", "韦", "付", "白", "邹", "孟", "熊", "秦", "邱", "江", "尹", "薛", "闫", "段", "雷", "侯", "龙", "史", "黎", "欧阳", "毛", "郝", "龚", "邵", "万", "覃", "武", "戴", "孔", "向", "汤", "于", "方", "司徒"];

    private static readonly string[] Given = ["建军", "国强", "志明", "德福", "永贵", "水生", "家旺", "有才", "林", "正华", "云龙", "春生", "秀英", "桂兰", "玉梅", "凤仙", "翠萍", "小红", "淑珍", "丽", "雪梅", "金莲", "彩霞", "月娥", "菊芳", "一诺", "子涵", "思远", "大勇", "来弟"];

    private static readonly Illness[] More =
    [
        new("急性脑梗死", ["高血压病3级（很高危）", "2型糖尿病", "高脂血症"], "", "神经内科二病区", "患者因“突发右侧肢体无力、言语含糊6小时”入院，予抗血小板聚集、调脂稳定斑块、改善循环等治疗后好转。"),
        new("左侧股骨粗隆间骨折", ["骨质疏松症", "中度贫血"], "左股骨粗隆间骨折闭合复位髓内钉内固定术", "骨伤科", "患者因“摔伤致左髋部疼痛、活动受限1天”入院，完善检查后行手术治疗，术后复查位置满意。"),
        new("慢性阻塞性肺疾病急性加重期", ["II型呼吸衰竭", "肺部感染", "慢性肺源性心脏病"], "", "呼吸内科", "患者因“反复咳嗽咳痰20年，加重伴喘息3天”入院，予吸氧、抗感染、解痉平喘等治疗。"),
        new("结肠恶性肿瘤", ["肠梗阻", "低蛋白血症"], "腹腔镜右半结肠切除术", "胃肠外科", "患者因“腹胀、停止排便3天”入院，肠镜病理示中分化腺癌，行手术治疗，恢复顺利。"),
        new("混合型颈椎病", ["颈椎间盘突出"], "", "针灸推拿科", "患者因“颈肩部疼痛伴左上肢麻木1月”入院，予针刺、推拿、牵引等治疗，症状减轻。"),
        new("肝硬化失代偿期", ["腹水", "食管静脉曲张", "脾功能亢进"], "", "感染性疾病科", "患者因“腹胀、乏力半月”入院，予保肝、利尿、补充白蛋白等治疗，腹水减少。"),
        new("急性上消化道出血", ["十二指肠球部溃疡", "失血性贫血"], "内镜下止血术", "消化内科", "患者因“黑便2天”入院，急诊胃镜示十二指肠球部溃疡，予内镜下止血、抑酸等治疗。"),
        new("妊娠期高血压疾病", ["孕38周单胎", "瘢痕子宫"], "子宫下段剖宫产术", "产科", "孕妇因“停经38周，血压升高3天”入院，行剖宫产，母婴平安。"),
        new("肺炎支原体肺炎", ["轻度贫血"], "", "儿科一病区", "患儿因“发热、咳嗽5天”入院，予阿奇霉素抗感染、雾化等治疗，体温正常。"),
        new("翼状胬肉（左眼）", [], "翼状胬肉切除联合自体结膜移植术", "眼耳鼻喉科", "患者因“左眼红、异物感1年”入院，行手术治疗，术后恢复好。"),
        new("胆总管结石伴急性胆管炎", ["胆囊结石", "梗阻性黄疸", "肝功能损害"], "经内镜逆行胰胆管造影取石术", "肝胆胰外科", "患者因“上腹痛伴发热、身目黄染2天”入院，行取石术，术后黄疸消退。"),
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

    /// <summary>The goods of all worlds, each category by one name.</summary>
    private static readonly Priced[] Prices = [.. Priced.List.Concat(Elsewhere.Fourth.Prices).Concat(FurtherAway.World.Prices).Concat(Further).DistinctBy(p => p.Name)
        .Select(p => p with { Category = p.Category switch { "材料费" => "卫生材料费", "中草药费" => "中药饮片费", "诊查费" => "诊察费", var same => same } })];

    public static readonly Elsewhere World = new(
        [.. Places.SelectMany((place, p) => Kinds.Select((k, n) => new Hospital(place + k.Kind, k.Level, $"H9908{p:D2}{n:D2}009", k.Type))), .. FurtherAway.World.Hospitals, .. Elsewhere.Fourth.Hospitals],
        [.. Surnames.SelectMany(s => Given.Select(g => s + g)), .. FurtherAway.World.Names, .. Elsewhere.Fourth.Names],
        [.. More, .. Illness.All, .. Elsewhere.Fourth.Illnesses, .. FurtherAway.World.Illnesses],
        Prices,
        ["石门县青云镇新寨村", "临沅市古城区示例街道", "金川县示例乡大槐树村", "柳溪县示例镇后厝村"]);

    /// <summary>A stay for a fee list: on some the same goods come day after day, of some a part was given back.</summary>
    public static Stay ForList(Dice dice)
    {
        var stay = World.Invent(dice, dice.Between(8, 24));
        IReadOnlyList<FeeItem> items = dice.Chance(25) ? DayByDay(dice, stay) : stay.Items;
        items = dice.Chance(15) ? WithRefunds(dice, items) : items;
        return stay with { Items = items, Costs = Costs.Of(dice, items) };
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
}
