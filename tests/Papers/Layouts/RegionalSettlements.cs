using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>Settlement sheets of other places: the national platform's (支出), a new cooperative's (补偿), a till roll, and one whose labels stand in a narrow column.</summary>
static class RegionalSettlements
{
    public static readonly Layout[] All =
    [
        new("platform-settlement", PaperKind.SettlementSheet, 1300, 16, Platform, "second"),
        new("cooperative-settlement", PaperKind.SettlementSheet, 1300, 16, Cooperative, "second"),
        new("roll-settlement", PaperKind.SettlementSheet, 760, 10, Roll, "second"),
        new("sided-settlement", PaperKind.SettlementSheet, 1400, 14, Sided, "second"),
    ];

    private static string Platform(Sheet s) =>
        $"""
        <h1>辽河省基本医疗保险住院医疗费用结算单</h1>
        <div class="row small"><span>结算ID：{s["settlementNumber"]}</span><span>结算时间：{s.Date(s.Stay.Discharged)} 10:{s.Dice.Between(10, 59)}:08</span></div>
        {Html.Pairs(3, [("人员姓名", s["name"]), ("性别", s["sex"]), ("证件号码", s["idNumber"]), ("险种类型", "城乡居民基本医疗保险"), ("医疗类别", "普通住院"), ("人员编号", s.Stay.InsuranceNumber),
            ("定点医药机构名称", s["hospital"]), ("医疗机构等级", s["hospitalLevel"]), ("住院号", s["admissionNumber"]),
            ("开始日期", s["admitted"]), ("结束日期", s["discharged"]), ("住院天数", s["days"]), ("科室名称", s["department"]), ("诊断名称", s["diagnosis"])])}
        <table class="grid">
        <tr><td class="l" rowspan="3">费用<br>信息</td><td class="l">医疗费用总额</td><td class="n">{s["total"]}</td><td class="l">全自费金额</td><td class="n">{s["selfFunded"]}</td></tr>
        <tr><td class="l">超限价自费费用</td><td class="n">{s["overLimit"]}</td><td class="l">先行自付金额</td><td class="n">{s["selfPayFirst"]}</td></tr>
        <tr><td class="l">符合政策范围金额</td><td class="n">{s["inScope"]}</td><td class="l">实际支付起付线</td><td class="n">{s["deductible"]}</td></tr>
        <tr><td class="l" rowspan="3">基金<br>支付</td><td class="l">基本医疗保险统筹基金支出</td><td class="n">{s["basicPaid"]}</td><td class="l">居民大病保险资金支出</td><td class="n">{s["criticalPaid"]}</td></tr>
        <tr><td class="l">医疗救助基金支出</td><td class="n">{s["assistancePaid"]}</td><td class="l">公务员医疗补助资金支出</td><td class="n">{s.Money(Fen.Zero)}</td></tr>
        <tr><td class="l">其他支出</td><td class="n">{s.Money(Fen.Zero)}</td><td class="l">基金支付总额</td><td class="n">{s["fundPaid"]}</td></tr>
        <tr><td class="l" rowspan="2">个人<br>支付</td><td class="l">个人账户支出</td><td class="n">{s["accountPaid"]}</td><td class="l">个人现金支出</td><td class="n">{s["cashPaid"]}</td></tr>
        <tr><td class="l">个人负担总金额</td><td class="n">{s["borne"]}</td><td class="l">余额</td><td class="n">{s.Money(Fen.Zero)}</td></tr>
        </table>
        <div class="row"><span>经办人：示例</span><span>患者签字：</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 1000), s.Dice.Between(420, 800))}
        """;

    private static string Cooperative(Sheet s) =>
        $"""
        <h1>清溪县城乡居民医疗保险住院补偿结算单</h1>
        <div class="row"><span>就诊医院：{s["hospital"]}</span><span>医院级别：{s["hospitalLevel"]}</span><span>补偿单号：{s["settlementNumber"]}</span></div>
        {Html.Pairs(4, [("患者姓名", s["name"]), ("性别", s["sex"]), ("身份证号码", s["idNumber"]), ("住院号", s["admissionNumber"]), ("入院时间", s["admitted"]), ("出院时间", s["discharged"]), ("住院天数", s["days"]), ("疾病名称", s.Stay.Illness.Diagnosis)])}
        {Html.Table("grid", ["总费用", "自费费用", "乙类自理", "超限价", "可补偿费用", "起付线"], [[s["total"], s["selfFunded"], s["selfPayFirst"], s["overLimit"], s["inScope"], s["deductible"]]])}
        {Html.Table("grid", ["基本医疗补偿", "大病保险补偿", "医疗救助补偿", "补偿合计", "个人自负合计"], [[s["basicPaid"], s["criticalPaid"], s["assistancePaid"], s["fundPaid"], s["borne"]]])}
        <p>补偿合计（大写）：{CapitalNumeral.Write(s.Stay.Costs.FundPaid)}</p>
        <div class="row"><span>审核人：示例</span><span>领款人签字：</span><span>{s.Date(s.Stay.Discharged)}</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 1000), s.Dice.Between(250, 420))}
        """;

    private static string Roll(Sheet s)
    {
        (string, string)[] rows = [("姓名", s["name"]), ("住院号", s["admissionNumber"]), ("入院", s["admitted"]), ("出院", s["discharged"]), ("费用总额", s["total"]), ("其中自费", s["selfFunded"]), ("先自付", s["selfPayFirst"]), ("超限价", s["overLimit"]),
            ("统筹支付", s["basicPaid"]), ("大病支付", s["criticalPaid"]), ("救助支付", s["assistancePaid"]), ("账户支付", s["accountPaid"]), ("现金支付", s["cashPaid"])];
        return $"""
            <h3 style="text-align:center">{s["hospital"]}</h3><h3 style="text-align:center">医保住院结算凭条</h3><p>流水号：{s["settlementNumber"]}</p><hr>
            {string.Concat(rows.Select(r => $"<div class=\"kv tight\"><span>{r.Item1}</span><span>{r.Item2}</span></div>"))}
            <hr><p>{s.Date(s.Stay.Discharged)}　请妥善保管</p>
            """;
    }

    private static string Sided(Sheet s) =>
        $"""
        <h2>参保人员住院医疗费用结算表</h2>
        <div class="row small"><span>医疗机构（盖章）：{s["hospital"]}</span><span>医院等级：{s["hospitalLevel"]}</span><span>结算编号：{s["settlementNumber"]}</span></div>
        <table class="grid">
        <tr><td class="l">姓　　名</td><td>{s["name"]}</td><td class="l">性　　别</td><td>{s["sex"]}</td><td class="l">身份证号</td><td>{s["idNumber"]}</td></tr>
        <tr><td class="l">住 院 号</td><td>{s["admissionNumber"]}</td><td class="l">科　　室</td><td>{s["department"]}</td><td class="l">住院日期</td><td>{s["admitted"]}至{s["discharged"]}</td></tr>
        <tr><td class="l">出院诊断</td><td colspan="5">{s["diagnosis"]}</td></tr>
        <tr><td class="l">总费用</td><td>{s["total"]}元</td><td class="l">医保范围内</td><td>{s["inScope"]}元</td><td class="l">范围外自费</td><td>{s["selfFunded"]}元</td></tr>
        <tr><td class="l">乙类先自付</td><td>{s["selfPayFirst"]}元</td><td class="l">超标准自付</td><td>{s["overLimit"]}元</td><td class="l">起付线</td><td>{s["deductible"]}元</td></tr>
        <tr><td class="l">统筹报销</td><td>{s["basicPaid"]}元</td><td class="l">大病报销</td><td>{s["criticalPaid"]}元</td><td class="l">医疗救助</td><td>{s["assistancePaid"]}元</td></tr>
        <tr><td class="l">报销合计</td><td colspan="5">{CapitalNumeral.Write(s.Stay.Costs.FundPaid)}　￥{s["fundPaid"]}</td></tr>
        <tr><td class="l">个人应付</td><td>{s["borne"]}元</td><td class="l">账户支付</td><td>{s["accountPaid"]}元</td><td class="l">现金支付</td><td>{s["cashPaid"]}元</td></tr>
        </table>
        <div class="row"><span>制单：示例</span><span>审核：示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>
        """;
}
