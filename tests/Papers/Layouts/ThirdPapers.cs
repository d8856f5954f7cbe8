using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>Papers drawn after reading was finished, to measure it on what it has not seen: sentences instead of tables, groups of rows with a heading at their side, units behind quantities.</summary>
static class ThirdPapers
{
    public static readonly Layout[] All =
    [
        new("sentence-settlement", PaperKind.SettlementSheet, 1240, 14, Sentences, "third"),
        new("numbered-settlement", PaperKind.SettlementSheet, 1300, 14, Numbered, "third"),
        new("unit-list", PaperKind.FeeList, 1500, 16, Units, "third"),
        new("short-list", PaperKind.FeeList, 1100, 15, Short, "third"),
        new("side-record", PaperKind.DischargeRecord, 1240, 8, Side, "third"),
        new("letter-record", PaperKind.DischargeRecord, 1240, 8, Letter, "third"),
        new("figures-first-bill", PaperKind.InpatientBill, 1450, 14, FiguresFirst, "third"),
        new("narrow-outpatient", PaperKind.OutpatientBill, 700, 5, Narrow, "third"),
    ];

    private static string Sentences(Sheet s) =>
        $"""
        <h2>{s["hospital"]}</h2><h2>医保患者出院结算告知单</h2>
        <p>患者姓名：{s["name"]}　性别：{s["sex"]}　住院号：{s["admissionNumber"]}　身份证号：{s["idNumber"]}</p>
        <p>入院日期：{s["admitted"]}　出院日期：{s["discharged"]}　住院天数：{s["days"]}天</p><p>出院诊断：{s["diagnosis"]}</p>
        <p style="line-height:2">　　您本次住院医疗费总额：{s["total"]}元，其中全自费：{s["selfFunded"]}元，先行自付：{s["selfPayFirst"]}元，超限价自费：{s["overLimit"]}元，符合政策范围：{s["inScope"]}元，起付线：{s["deductible"]}元。
        基本医保统筹支付：{s["basicPaid"]}元，大病保险支付：{s["criticalPaid"]}元，医疗救助支付：{s["assistancePaid"]}元，个人账户支付：{s["accountPaid"]}元，您需支付现金：{s["cashPaid"]}元。</p>
        <div class="right">医保办　{s.Date(s.Stay.Discharged)}</div>{Html.Seal(s.Stay.Hospital.Name, 820, 480)}
        """;

    private static string Numbered(Sheet s)
    {
        (string, string)[] rows = [("1.医疗总费用", s["total"]), ("2.医保目录外费用", s["selfFunded"]), ("3.乙类项目先行自付", s["selfPayFirst"]), ("4.超限价费用", s["overLimit"]), ("5.医保报销范围内费用", s["inScope"]), ("6.起付标准", s["deductible"]),
            ("7.基本医保基金支付", s["basicPaid"]), ("8.大病保险赔付", s["criticalPaid"]), ("9.医疗救助", s["assistancePaid"]), ("10.个人账户", s["accountPaid"]), ("11.个人现金", s["cashPaid"])];
        return $"""
            <h1>城乡居民基本医疗保险住院费用结算凭证</h1>
            <table class="grid"><tr><td class="l">参保人</td><td>{s["name"]}</td><td class="l">性别</td><td>{s["sex"]}</td><td class="l">证件号</td><td>{s["idNumber"]}</td></tr>
            <tr><td class="l">医院</td><td>{s["hospital"]}</td><td class="l">级别</td><td>{s.Stay.Hospital.Level}</td><td class="l">住院号</td><td>{s["admissionNumber"]}</td></tr>
            <tr><td class="l">住院时间</td><td colspan="3">{s["admitted"]} — {s["discharged"]}</td><td class="l">诊断</td><td>{s.Shown(string.Join("、", s.Stay.Diagnoses), "diagnosis")}</td></tr></table>
            <table class="lines"><tr><th>项　　目</th><th>金额（元）</th></tr>{string.Concat(rows.Select(r => $"<tr><td>{r.Item1}</td><td class=\"n\">{r.Item2}</td></tr>"))}</table>
            <p>医疗总费用大写：{s["totalInWords"]}</p><div class="row"><span>结算窗口：3</span><span>{s.Date(s.Stay.Discharged)}</span></div>
            """;
    }

    private static string Units(Sheet s)
    {
        foreach (var item in s.Stay.Items)
            s.Row(item, date: true);
        return $"""
            <h1>{s["hospital"]}住院费用清单</h1>
            <div class="row"><span>床号：12</span><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>入院：{s["admitted"]}</span><span>出院：{s["discharged"]}</span></div>
            {Html.Table("grid small", ["收费日期", "医保码", "收费名称", "规格", "数量", "单价", "金额", "类型"], s.Stay.Items.Select(i => (string[])[i.Date.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture), i.Code, i.Name, i.Spec, $"{i.Quantity}{i.Unit}", i.UnitPrice.ToString(), i.Amount.ToString(), i.Class]))}
            <div class="row"><span>本次住院费用共计：{s["total"]}元</span><span>（{s["totalInWords"]}）</span></div>
            """;
    }

    private static string Short(Sheet s)
    {
        foreach (var item in s.Stay.Items)
            s.Row(item);
        s.RowsWithout(code: true);
        return $"""
            <h3>{s["hospital"]} 出院病人费用明细</h3><p>{s["name"]}　{s["sex"]}　住院号 {s["admissionNumber"]}　{s["department"]}</p>
            {Html.Table("dots", ["类", "项目", "单价", "×", "数量", "=", "金额"], s.Stay.Items.Select(i => (string[])[i.Class, i.Name, i.UnitPrice.ToString(), "×", i.Quantity.ToString(CultureInfo.InvariantCulture), "=", i.Amount.ToString()]))}
            <hr><p>合计 ￥{s["total"]}</p>
            """;
    }

    private static string Side(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>出院记录单</h2>
        <table class="grid"><tr><td class="l" rowspan="2">一般<br>情况</td><td>姓名：{s["name"]}</td><td>性别：{s["sex"]}</td><td>住院号：{s["admissionNumber"]}</td></tr>
        <tr><td>入院日期：{s["admitted"]}</td><td>出院日期：{s["discharged"]}</td><td>共住院：{s["days"]}天</td></tr>
        <tr><td class="l">入院<br>诊断</td><td colspan="3">{s.Stay.Illness.Diagnosis}</td></tr>
        <tr><td class="l">出院<br>诊断</td><td colspan="3">{s.Shown(string.Join("<br>", s.Stay.Diagnoses.Select((d, i) => $"{i + 1}. {d}")), "diagnosis")}</td></tr>
        <tr><td class="l">诊疗<br>经过</td><td colspan="3">{s.Stay.Illness.Story}</td></tr><tr><td class="l">出院<br>医嘱</td><td colspan="3">注意休息，不适随诊。</td></tr></table>
        <div class="right">主管医师：吴示例　科室：{s["department"]}</div>
        """;

    private static string Letter(Sheet s) =>
        $"""
        <h2>{s["hospital"]}出院证明</h2>
        <p style="line-height:2.2">　　兹证明 {s["name"]}，{s["sex"]}，住院号：{s["admissionNumber"]}，于{s["admitted"]}入住我院{s.Stay.Illness.Department}，{s["discharged"]}出院，共住院{s["days"]}天。</p>
        <p>出院诊断：{s.Shown(string.Join("；", s.Stay.Diagnoses), "diagnosis")}。</p><p>建议：休息两周，门诊复查。</p>
        <div class="right">{s["hospital"]}<br>{s.Date(s.Stay.Discharged)}</div>{Html.Seal(s.Stay.Hospital.Name, 800, 300)}
        """;

    private static string FiguresFirst(Sheet s) =>
        $"""
        <h1 class="red">安徽省医疗住院收费票据（电子）</h1>
        <div class="row"><span>电子票据代码：{s["billCode"]}</span><span>电子票据号码：{s["billNumber"]}</span><span>校验码：{s.Stay.CheckCode}</span></div>
        <div class="row"><span>交款人：{s["name"]}</span><span>性别：{s["sex"]}</span><span>开票日期：{s.Date(s.Stay.Discharged)}</span></div>
        {Html.Table("grid", ["项目名称", "单位", "数量", "金额（元）", "项目名称", "单位", "数量", "金额（元）"], s.Stay.Categories.Chunk(2).Select(p => (string[])[p[0].Category, "项", "1", s.Money(p[0].Amount), .. p.Length > 1 ? (string[])[p[1].Category, "项", "1", s.Money(p[1].Amount)] : ["", "", "", ""]]))}
        <p>金额合计（小写）：{s["total"]}　　（大写）：{s["totalInWords"]}</p>
        <table class="grid"><tr><td>住院号：{s["admissionNumber"]}</td><td>住院科别：{s["department"]}</td><td>住院时间：{s["admitted"]}至{s["discharged"]}</td></tr>
        <tr><td>医保统筹基金支付：{s["basicPaid"]}</td><td>其他支付：{s["otherPaid"]}</td><td>个人自付：{s["selfPay"]}</td></tr>
        <tr><td>个人自费：{s["selfFunded"]}</td><td>个人账户支付：{s["accountPaid"]}</td><td>个人现金支付：{s["cashPaid"]}</td></tr></table>
        <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>收款人：示例</span></div>{Html.Seal(s.Stay.Hospital.Name, 980, 420)}
        """;

    private static string Narrow(Sheet s) =>
        $"""
        <h3 style="text-align:center">{s["hospital"]}</h3><h3 style="text-align:center">门诊收费明细</h3><p>门诊号：{s.Dice.Between(100000, 999999)}</p><p>姓名：{s["name"]}　性别：{s["sex"]}</p>
        {Html.Table("plain", ["项目", "金额"], s.Stay.Categories.Select(c => (string[])[c.Category, s.Money(c.Amount)]))}<hr>
        <p>合计金额：{s["total"]}</p><p>医保统筹支付：{s["basicPaid"]}</p><p>其他支付：{s["otherPaid"]}</p><p>个人账户支付：{s["accountPaid"]}</p><p>现金支付：{s["cashPaid"]}</p><p>{s.Date(s.Stay.Admitted)}　收费员：示例</p>
        """;
}
