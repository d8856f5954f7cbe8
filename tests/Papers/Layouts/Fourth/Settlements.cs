using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Settlement sheets in the manner of several provinces.</summary>
static class Settlements
{
    /// <summary>自费 and 自理 apart, accounts of this year and of earlier ones, a logo and a bar code.</summary>
    public static string Zhe(Sheet s)
    {
        var c = s.Stay.Costs;
        var thisYear = new Fen(c.AccountPaid.Value / 3);
        return Trimmings.Page(Trimmings.Hei, 21,
            $"""
            <div class="row"><span>{Trimmings.Logo(s.Dice)}<b style="font-size:26px">{s["hospital"]}</b></span><span>{Trimmings.Bars(s.Dice)}</span></div>
            <h2>浙江省基本医疗保险住院费用结算单</h2>
            <div class="row small"><span>结算流水号：{s["settlementNumber"]}</span><span>结算时间：{s.Date(s.Stay.Discharged)} {s.Dice.Between(8, 16):D2}:{s.Dice.Between(10, 59)}:07</span><span>单位：元（人民币）</span></div>
            {Html.Pairs(3, [("姓　　名", s["name"]), ("性　　别", s["sex"]), ("证件号码", s["idNumber"]), ("参保地", "越溪市本级"), ("险　　种", "城乡居民基本医疗保险"), ("待遇类别", "普通住院"),
                ("住院号", s["admissionNumber"]), ("科　　室", s["department"]), ("机构等级", s["hospitalLevel"]), ("入院日期", s["admitted"]), ("出院日期", s["discharged"]), ("住院天数", s["days"]), ("出院诊断", s.Shown(string.Join("、", s.Stay.Diagnoses), "diagnosis"))])}
            {Html.Pairs(3, [("医疗费总额", s["total"]), ("自费费用", s["selfFunded"]), ("自理费用", s["selfPayFirst"]), ("超限价费用", s["overLimit"]), ("列入医保费用", s["inScope"]), ("起付标准", s["deductible"]),
                ("统筹基金支付", s["basicPaid"]), ("大病保险支付", s["criticalPaid"]), ("医疗救助支付", s["assistancePaid"]), ("公务员补助", s.Money(Fen.Zero)), ("基金支付合计", s["fundPaid"]), ("个人承担合计", s["borne"]),
                ("当年账户支付", s.Money(thisYear)), ("历年账户支付", s.Money(c.AccountPaid - thisYear)), ("个人账户支付合计", s["accountPaid"]), ("现金支付", s["cashPaid"]), ("本年账户余额", s.Money(new Fen(s.Dice.Between(0, 50000)))), ("历年账户余额", s.Money(new Fen(s.Dice.Between(0, 500000))))])}
            <p>医疗费总额（大写）：{s["totalInWords"]}</p>
            <div class="row"><span>医疗机构（章）</span><span>经办人：0312</span><span>患者或家属签名：</span></div>{Trimmings.Oval(s.Stay.Hospital.Name, "医保结算专用章", s.Dice.Between(60, 800), s.Dice.Between(470, 590))}
            {Trimmings.Foot(s, "本单据一式二联　第一联 患者留存")}
            """);
    }

    /// <summary>A stay away from home, settled at the place of treatment.</summary>
    public static string Away(Sheet s)
    {
        var c = s.Stay.Costs;
        return Trimmings.Page(Trimmings.Song, 21,
            $"""
            {Trimmings.Watermark("四川省异地就医直接结算")}
            <h2>四川省医疗保险异地就医住院费用结算单</h2>
            <div class="row small"><span>就医地：成都市</span><span>参保地：中原省示例市</span><span>交易流水号：{s["settlementNumber"]}</span></div>
            <table class="lines"><tr><td>医疗机构</td><td colspan="3">{s["hospital"]}（{s["hospitalLevel"]}）</td><td>住院号</td><td>{s["admissionNumber"]}</td></tr>
            <tr><td>患者姓名</td><td>{s["name"]}</td><td>性别</td><td>{s["sex"]}</td><td>社会保障卡号</td><td>{s["idNumber"]}</td></tr>
            <tr><td>人员类别</td><td>城乡居民</td><td>医疗类别</td><td>异地住院</td><td>备案类型</td><td>异地转诊</td></tr>
            <tr><td>入院时间</td><td>{s["admitted"]}</td><td>出院时间</td><td>{s["discharged"]}</td><td>住院天数</td><td>{s["days"]}天</td></tr>
            <tr><td>入院诊断</td><td colspan="5">{s.Stay.Illness.Diagnosis}</td></tr><tr><td>出院诊断</td><td colspan="5">{s.Shown(string.Join("；", s.Stay.Diagnoses.Select((d, n) => $"{n + 1}.{d}")), "diagnosis")}</td></tr></table>
            <h3>费用信息（单位：元）</h3>
            <table class="lines"><tr><th>费用总额</th><th>全自费</th><th>乙类先行自付</th><th>超限价自付</th><th>进入报销范围</th><th>起付标准</th></tr>
            <tr><td>{s["total"]}</td><td>{s["selfFunded"]}</td><td>{s["selfPayFirst"]}</td><td>{s["overLimit"]}</td><td>{s["inScope"]}</td><td>{s["deductible"]}</td></tr></table>
            <h3>基金支付信息</h3>
            <table class="lines"><tr><th>基金类型</th><th>支付金额</th><th>备注</th></tr><tr><td>基本医疗保险统筹基金</td><td>{s["basicPaid"]}</td><td>按就医地目录、参保地政策</td></tr><tr><td>城乡居民大病医疗保险</td><td>{s["criticalPaid"]}</td><td></td></tr>
            <tr><td>医疗救助基金</td><td>{s["assistancePaid"]}</td><td></td></tr><tr><td>公务员医疗补助基金</td><td>{s.Money(Fen.Zero)}</td><td></td></tr><tr><td><b>基金支付小计</b></td><td>{s["fundPaid"]}</td><td></td></tr></table>
            <p>个人支付金额：{s["borne"]} 元（大写：{CapitalNumeral.Write(c.Borne)}），其中：个人账户支付 {s["accountPaid"]} 元，个人现金支付 {s["cashPaid"]} 元。</p>
            <div class="row"><span>制表日期：{s.Date(s.Stay.Discharged)}</span><span>操作员：示例</span><span>患者（家属）签字：________</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 950), s.Dice.Between(480, 590))}
            """, 1.45);
    }

    /// <summary>Groups with a tall heading at the side; 补偿 instead of 支付.</summary>
    public static string Yu(Sheet s)
    {
        (string Label, string Value)[] costs = [("住院总费用", s["total"]), ("自费药品及项目", s["selfFunded"]), ("乙类首先自付", s["selfPayFirst"]), ("超标准费用", s["overLimit"]), ("可补偿费用", s["inScope"]), ("起付线", s["deductible"])];
        (string Label, string Value)[] paid = [("基本医保统筹补偿", s["basicPaid"]), ("大病保险补偿", s["criticalPaid"]), ("医疗救助补偿", s["assistancePaid"]), ("本次补偿合计", s["fundPaid"])];
        (string Label, string Value)[] own = [("个人账户", s["accountPaid"]), ("个人现金", s["cashPaid"])];
        string Group(string head, (string Label, string Value)[] rows) => string.Concat(rows.Select((r, n) => $"<tr>{(n == 0 ? $"<td rowspan=\"{rows.Length}\" style=\"width:70px;text-align:center\">{string.Join("<br>", head.ToCharArray())}</td>" : "")}<td>{r.Label}</td><td class=\"n\">{r.Value}</td></tr>"));
        return Trimmings.Page(s.Dice.Of([Trimmings.Song, Trimmings.Zen]), 23,
            $"""
            <h2>河南省城乡居民基本医疗保险</h2><h2>住院补偿结算单</h2>
            <div class="row"><span>就诊机构：{s["hospital"]}</span><span>补偿单号：{s["settlementNumber"]}</span></div>
            <div class="row"><span>患者姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}</span><span>身份证号：{s["idNumber"]}</span></div>
            <div class="row"><span>住院号：{s["admissionNumber"]}</span><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span><span>床日：{s.Stay.Days}</span></div>
            <div class="row"><span>疾病名称：{s.Shown(string.Join("，", s.Stay.Diagnoses), "diagnosis")}</span></div>
            <table class="grid">{Group("费用情况", costs)}{Group("补偿情况", paid)}{Group("个人支付", own)}</table>
            <p>本次补偿合计金额大写：{CapitalNumeral.Write(s.Stay.Costs.FundPaid)}</p>
            <div class="row"><span>领款人签字：</span><span>与患者关系：</span><span>联系电话：</span></div><div class="row"><span>审核人：示例</span><span>经办机构（盖章）</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(560, 800), s.Dice.Between(640, 760))}
            """);
    }

    /// <summary>A matrix: the three layers of insurance down, what each paid across.</summary>
    public static string Layers(Sheet s)
    {
        var c = s.Stay.Costs;
        var afterBasic = c.InScope - c.BasicPaid;
        return Trimmings.Page(Trimmings.Hei, 20,
            $"""
            <div class="row small"><span>NO.{s["settlementNumber"]}</span><span>一站式结算</span></div>
            <h2>居民医保“基本＋大病＋救助”一站式结算单</h2>
            <table class="grid"><tr><td class="l">姓名</td><td>{s["name"]}</td><td class="l">性别</td><td>{s["sex"]}</td><td class="l">公民身份号码</td><td>{s["idNumber"]}</td><td class="l">身份类别</td><td>一般居民</td></tr>
            <tr><td class="l">就诊医院</td><td colspan="3">{s["hospital"]}</td><td class="l">医院级别</td><td>{s["hospitalLevel"]}</td><td class="l">病案号</td><td>{s["admissionNumber"]}</td></tr>
            <tr><td class="l">住院起止</td><td colspan="3">{s["admitted"]} 至 {s["discharged"]}</td><td class="l">天数</td><td>{s["days"]}</td><td class="l">科室</td><td>{s["department"]}</td></tr>
            <tr><td class="l">诊断</td><td colspan="7">{s["diagnosis"]}</td></tr></table>
            <table class="grid"><tr><th>医疗总费用</th><th>目录外自费</th><th>乙类先行自付</th><th>超限价</th><th>合规费用</th></tr><tr>{string.Concat(new[] { "total", "selfFunded", "selfPayFirst", "overLimit", "inScope" }.Select(f => $"<td class=\"n\">{s[f]}</td>"))}</tr></table>
            <table class="grid"><tr><th>保障层次</th><th>起付标准</th><th>进入金额</th><th>本次支付</th><th>年度累计支付</th></tr>
            <tr><td>基本医保</td><td class="n">{s["deductible"]}</td><td class="n">{s.Money(c.InScope)}</td><td class="n">{s["basicPaid"]}</td><td class="n">{s.Money(c.BasicPaid + new Fen(s.Dice.Between(0, 900000)))}</td></tr>
            <tr><td>大病保险</td><td class="n">—</td><td class="n">{s.Money(afterBasic)}</td><td class="n">{s["criticalPaid"]}</td><td class="n">{s.Money(c.CriticalPaid)}</td></tr>
            <tr><td>医疗救助</td><td class="n">—</td><td class="n">{s.Money(afterBasic - c.CriticalPaid)}</td><td class="n">{s["assistancePaid"]}</td><td class="n">{s.Money(c.AssistancePaid)}</td></tr>
            <tr><td><b>报销合计</b></td><td></td><td></td><td class="n">{s["fundPaid"]}</td><td></td></tr></table>
            <table class="grid"><tr><td>个人负担</td><td class="n">{s["borne"]}</td><td>账户支付</td><td class="n">{s["accountPaid"]}</td><td>现金支付</td><td class="n">{s["cashPaid"]}</td></tr></table>
            <div class="row"><span>经办：示例</span><span>复核：示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Trimmings.Foot(s)}
            """);
    }
}
