using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>What stands around the values and is none of them: other facts, notes, signatures, times of printing.</summary>
static class Around
{
    private static readonly (string Label, Func<LotPaper, string> Value)[] Others =
    [
        ("费别", p => p.Dice.Of(["居民医保", "职工医保", "自费", "城乡居民"])), ("人员类别", p => p.Dice.Of(["普通居民", "在职", "退休", "低保对象"])), ("险种类型", p => p.Dice.Of(["城乡居民基本医疗保险", "职工基本医疗保险"])),
        ("医疗类别", p => p.Dice.Of(["普通住院", "住院", "外伤住院"])), ("参保地", p => p.Dice.Of(["石门县", "金川市本级", "临沅市"])), ("床号", p => $"{p.Dice.Between(1, 60):D2}"), ("个人编号", p => $"{p.Dice.Between(10000000, 99999999)}"),
        ("结算日期", p => p.Figures.Date(p.Stay.Discharged)), ("联系电话", p => $"138****{p.Dice.Between(1000, 9999)}"), ("主治医师", p => "吴示例"), ("离院方式", p => p.Dice.Of(["医嘱离院", "医嘱转院"])), ("结算方式", p => p.Dice.Of(["按病种付费", "按项目付费", "DRG"])),
        ("医保类型", p => p.Dice.Of(["居民", "职工"])), ("单位名称", p => p.Dice.Of(["石门县青云镇新寨村", "无"])), ("家庭住址", p => p.Stay.Person.Address), ("入院方式", p => p.Dice.Of(["门诊", "急诊"])),
    ];

    public static IEnumerable<Entry> Asides(LotPaper p, int most) =>
        Others.OrderBy(_ => p.Dice.Between(0, 1_000_000)).Take(p.Dice.Between(0, most)).Select(o => new Entry(o.Label, o.Value(p))).ToList();

    /// <summary>Amounts that are no part of this stay's.</summary>
    public static List<Entry> YearlySums(LotPaper p)
    {
        Entry Sum(string label) => new(label, p.Figures.Money(p.Stay.Costs.FundPaid + new Shared.Money.Fen(p.Dice.Between(1000, 3_000_000))));
        return [.. p.Some(50, "统筹支付年度累计", "年度累计报销", "大病保险累计支付", "账户余额", "起付线累计", "本年度统筹累计支付", "个人自付累计").Take(3).Select(Sum)];
    }

    public static string Head(LotPaper p) => p.Dice.Between(0, 4) switch
    {
        0 => $"<div class=\"row\"><span>{p.Dice.Of(["经办机构：石门县医疗保障服务中心", "统筹区：江南省", "就诊类型：住院"])}</span><span>单位：元</span></div>",
        1 => $"<div class=\"right\" style=\"margin:2px\">打印时间：{p.Stay.Discharged:yyyy-MM-dd} {p.Dice.Between(8, 17):D2}:{p.Dice.Between(10, 59)}</div>",
        2 => $"<div style=\"text-align:right\">{Trimmings.Bars(p.Dice, 220, 44)}</div>",
        _ => "",
    };

    public static string PartHead(string form, int n, string name, bool named) => named ? "" : form switch
    {
        "line" => $"<div class=\"part\">{name}</div>",
        "bar" => $"<div class=\"bar\">{name}</div>",
        "numbered" => $"<div class=\"part\">{"一二三四五"[n]}、{name}</div>",
        _ => "",
    };

    private static readonly string[] Notes =
    [
        "注：本单一式两份，患者与医院各执一份。", "说明：本结算单仅作报销凭据，不作发票使用。", "备注：以上金额单位均为人民币元。", "温馨提示：如有疑问请于7日内到医保窗口咨询。", "本单据由系统自动生成，加盖公章有效。", "说明：起付标准按年度内住院次数递减，大病保险按自然年度累计。",
    ];

    private static string Note(LotPaper p) => p.Dice.Chance(50) ? $"<div class=\"small\">{p.Dice.Of(Notes)}</div>" : "";

    /// <summary>Under a record: the hospital's seal, the page's number.</summary>
    public static string RecordFoot(LotPaper p) =>
        (p.Dice.Chance(35) ? Html.Seal(p.Stay.Hospital.Name, p.Dice.Between(700, 1000), p.Dice.Between(250, 400)) : "") + (p.Dice.Chance(40) ? Trimmings.Foot(p.Sheet) : "");

    public static string Foot(LotPaper p)
    {
        var signed = p.Dice.Of(
        [
            "<span>经办人：示例</span><span>复核人：李示例</span><span>患者（家属）签字：</span>", "<span>操作员：0921</span><span>参保人签字：</span>", "<span>医疗机构（盖章）</span><span>收费员：吴示例</span>", "<span>制表人：示例</span><span>审核：王示例</span>", "",
        ]);
        var seal = p.Dice.Chance(35) ? Html.Seal(p.Stay.Hospital.Name, p.Dice.Between(700, 1000), p.Dice.Between(200, 420)) : "";
        return $"{Note(p)}<div class=\"row\">{signed}{(p.Dice.Chance(60) ? $"<span>{p.Figures.Date(p.Stay.Discharged)}</span>" : "")}</div>{seal}{(p.Dice.Chance(25) ? Trimmings.Foot(p.Sheet) : "")}";
    }
}
