using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Tables;

/// <summary>What a column of a fee table holds.</summary>
enum ColumnKind
{
    Serial,
    Date,
    Code,
    Name,
    Spec,
    Unit,
    Category,
    Class,
    Price,
    Quantity,
    Amount,
    SelfShare,
    SelfPaid,
    ClassA,
    ClassB,
    ClassSelf,
    ClassOther,
    Department,
    Remark,
}

/// <summary>A column as its header shows it.</summary>
/// <param name="Group">0 for the first list of a page, 1 for one printed beside it.</param>
sealed record Column(ColumnKind Kind, int Group, int X0, int X1)
{
    /// <summary>What its head says, without blanks.</summary>
    public string Head { get; init; } = "";

    /// <summary>Whether its head was not read as it is printed, so that what stands in it has to prove it.</summary>
    public bool IsGuessed { get; init; }

    private static readonly (ColumnKind Kind, string[] Texts)[] Headers =
    [
        (ColumnKind.Serial, ["序号", "编号", "行号", "序"]),
        (ColumnKind.Date, ["日期", "费用日期", "收费日期", "计费日期", "发生日期", "记账日期", "费用时间", "收费时间", "发生时间", "时间"]),
        (ColumnKind.Code, ["项目编码", "项目代码", "医保编码", "编码", "国家编码", "国家码", "代码", "医保代码", "项目编号", "收费编码", "国家医保编码", "物价编码", "医保项目编码", "国家项目编码", "国家医保代码", "医保目录编码", "收费代码"]),
        (ColumnKind.Name, ["项目名称", "收费项目", "费用名称", "名称", "药品名称", "项目", "费用项目", "收费项目名称", "收费名称", "项目名", "医疗服务项目", "药品项目名称", "明细项目", "品名", "项目/药品名称", "药品/项目名称", "费用明细", "医保项目名称"]),
        (ColumnKind.Spec, ["规格", "规格型号", "规格/型号", "剂型规格", "药品规格", "型号规格"]),
        (ColumnKind.Unit, ["单位", "计价单位", "计量单位"]),
        (ColumnKind.Category, ["费用类别", "收费类别", "费用分类", "项目类别", "费用类型", "费别", "收费分类", "费用大类", "大类"]),
        (ColumnKind.Class, ["类", "类别", "等级", "医保类别", "甲乙类", "医保等级", "费用等级", "项目等级", "收费等级", "目录类别", "报销类别", "甲乙丙", "医保分类", "类型", "收费项目等级", "医保属性", "医保类型", "目录等级", "甲乙丙类", "医保"]),
        (ColumnKind.Price, ["单价", "单价(元)", "价格", "价格(元)"]),
        (ColumnKind.Quantity, ["数量", "数量/单位", "次数", "用量", "总量", "数量单位", "总数量"]),
        (ColumnKind.Amount, ["金额", "金额(元)", "总价", "总金额", "费用金额", "应收金额", "总价(元)", "费用", "费用(元)", "金额小计", "总金额(元)", "合计金额(元)", "项目金额"]),
        (ColumnKind.SelfShare, ["自付比例", "自付比例(%)", "先行自付比例", "自理比例", "自付比", "自付%", "先自付比例", "个人自付比例"]),
        (ColumnKind.SelfPaid, ["自付金额", "先行自付金额", "自理金额", "自费金额", "自付金额(元)", "个人自付金额", "先自付金额"]),
        (ColumnKind.ClassA, ["甲类", "甲类金额"]),
        (ColumnKind.ClassB, ["乙类", "乙类金额"]),
        (ColumnKind.ClassSelf, ["自费", "丙类", "自费类"]),
        (ColumnKind.ClassOther, ["其他", "其它"]),
        (ColumnKind.Department, ["执行科室", "开单科室", "科室"]),
        (ColumnKind.Remark, ["备注", "说明"]),
    ];

    public static readonly IReadOnlyList<(string Text, ColumnKind Kind)> ByLength =
        [.. Headers.SelectMany(h => h.Texts.Select(t => (t, h.Kind))).OrderByDescending(h => h.t.Length)];

    /// <summary>The same by their first character, the longer before the shorter.</summary>
    public static readonly ILookup<char, (string Text, ColumnKind Kind)> ByFirst = ByLength.ToLookup(h => h.Text[0]);

    /// <summary>Heads only where they end their word: 医保 over classes, but not in 医保限价.</summary>
    public static readonly IReadOnlySet<string> AtEnd = new HashSet<string> { "序", "医保" };

    private static readonly Dictionary<string, ColumnKind> Kinds = ByLength.DistinctBy(h => h.Text).ToDictionary(h => h.Text, h => h.Kind);

    /// <summary>A column that no head names, where these cells stand.</summary>
    public static Column Over(ColumnKind kind, IEnumerable<Snippet> cells)
    {
        List<Snippet> all = [.. cells];
        return new(kind, 0, Median(all.Select(c => c.X0)), Median(all.Select(c => c.X1))) { IsGuessed = true };
    }

    /// <summary>The place in the middle of some, 0 of none.</summary>
    public static int Median(IEnumerable<int> places) => places.Order().ToList() is [_, ..] sorted ? sorted[sorted.Count / 2] : 0;

    /// <summary>Whether a list knows the word.</summary>
    public static bool Known(string text) => Kinds.ContainsKey(text);

    /// <summary>What the list says of the word, null where it does not know it.</summary>
    public static ColumnKind? KindOf(string text) => Kinds.TryGetValue(text, out var kind) ? kind : null;

    /// <summary>Whether amounts stand in it that we have no use for: 优惠金额, 医保内.</summary>
    public bool IsOtherMoney => Kind == ColumnKind.Remark && Head is [.., '额' or '付' or '费' or '内'];

    public bool IsMoney => Kind is ColumnKind.Price or ColumnKind.Amount or ColumnKind.SelfPaid or ColumnKind.ClassA or ColumnKind.ClassB or ColumnKind.ClassSelf or ColumnKind.ClassOther;
}
