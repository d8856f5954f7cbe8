using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fifth;

/// <summary>Settlement sheets with formulas in their labels, with two panels, from a self-service machine, on a phone.</summary>
static class Settlements
{
    public static string Formulas(Sheet s)
    {
        (string Label, string Value)[] cells =
        [
            ("医疗总费用(1)", s["total"]), ("自费费用(2)", s["selfFunded"]), ("乙类先自付(3)", s["selfPayFirst"]), ("超限额费用(4)", s["overLimit"]), ("政策范围内费用<br>(5)=(1)-(2)-(3)-(4)", s["inScope"]),
            ("起付标准(6)", s["deductible"]), ("统筹基金支付(7)", s["basicPaid"]), ("大病保险支付(8)", s["criticalPaid"]), ("医疗救助支付(9)", s["assistancePaid"]), ("基金支付合计<br>(10)=(7)+(8)+(9)", s["fundPaid"]),
            ("个人支付合计<br>(11)=(1)-(10)", s["borne"]), ("其中：个人账户(12)", s["accountPaid"]), ("其中：现金(13)", s["cashPaid"]), ("医院减免(14)", s.Money(Fen.Zero)), ("备注", "　"),
        ];
        return Trimmings.Page(Trimmings.Song, 20,
            $"""
            <div class="row"><span>{Trimmings.Bars(s.Dice, 200, 44)}</span><h2>广东省基本医疗保险住院医疗费用结算单</h2><span class="small">结算单号<br>{s["settlementNumber"]}</span></div>
            <table class="grid"><tr><td>定点医疗机构：{s["hospital"]}</td><td>等级：{s["hospitalLevel"]}</td><td>住院号：{s["admissionNumber"]}</td></tr>
            <tr><td>参保人：{s["name"]}　（{s["sex"]}）</td><td>险种：居民</td><td>证件号：{s["idNumber"]}</td></tr>
            <tr><td>住院起止日期：{s["admitted"]}—{s["discharged"]}</td><td>住院天数：{s["days"]}</td><td>就诊科室：{s["department"]}</td></tr>
            <tr><td colspan="3">出院诊断：{s.Shown(string.Join("；", s.Stay.Diagnoses), "diagnosis")}</td></tr></table>
            {string.Concat(cells.Chunk(5).Select(row => $"<table class=\"grid fx\"><tr>{string.Concat(row.Select(c => $"<th>{c.Label}</th>"))}</tr><tr>{string.Concat(row.Select(c => $"<td>{c.Value}</td>"))}</tr></table>"))}
            <p>医疗总费用（大写）：{s["totalInWords"]}</p>
            <div class="row"><span>参保人（或代办人）签名：</span><span>结算员：A023</span><span>结算日期：{s.Date(s.Stay.Discharged)}</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(820, 1150), s.Dice.Between(480, 600), 180)}
            """, 1.35, ".own .fx{table-layout:fixed;margin:0 0 -1px}.own .fx th,.own .fx td{text-align:center}");
    }

    /// <summary>Left what was charged by category, right who paid.</summary>
    public static string Panels(Sheet s) => Trimmings.Page(s.Dice.Of([Trimmings.Hei, Trimmings.Zen]), 20,
        $"""
        <h2>{s["hospital"]}</h2><h2 style="letter-spacing:8px">医疗保险患者出院结算单</h2>
        <div class="row"><span>患者：{s["name"]}</span><span>性别：{s["sex"]}</span><span>身份证号：{s["idNumber"]}</span><span>病志号：{s["admissionNumber"]}</span><span>疗区：{s["department"]}</span></div>
        <div class="row"><span>入院：{s["admitted"]}</span><span>出院：{s["discharged"]}</span><span>实住：{s["days"]}日</span><span>诊断：{s.Shown(string.Join("，", s.Stay.Diagnoses), "diagnosis")}</span></div>
        <div style="display:grid;grid-template-columns:5fr 6fr;gap:24px;align-items:start">
        {Html.Table("grid", ["收费类别", "金额"], s.Stay.Categories.Select(c => (string[])[c.Category, s.Money(c.Amount)]).Append(["合　计", s["total"]]))}
        <table class="grid"><tr><th colspan="2">医保结算</th></tr>{string.Concat(new (string Label, string Field)[] { ("全额自费", "selfFunded"), ("乙类自付部分", "selfPayFirst"), ("超限价部分", "overLimit"), ("可报费用", "inScope"), ("起付线", "deductible"), ("统筹报销", "basicPaid"), ("大病报销", "criticalPaid"), ("救助报销", "assistancePaid"), ("账户支出", "accountPaid"), ("现金支出", "cashPaid") }
            .Select(p => $"<tr><td>{p.Label}</td><td class=\"n\">{s[p.Field]}</td></tr>"))}</table></div>
        <div class="row"><span>总费用大写：{s["totalInWords"]}</span><span>收款员：示例</span></div>{Trimmings.Foot(s)}{Trimmings.Oval(s.Stay.Hospital.Name, "住院结算章", s.Dice.Between(500, 1100), s.Dice.Between(420, 600))}
        """, 1.35);

    /// <summary>A narrow strip with dotted leaders.</summary>
    public static string Machine(Sheet s)
    {
        (string, string)[] rows = [("费用总额", s["total"]), ("全自费", s["selfFunded"]), ("先行自付", s["selfPayFirst"]), ("超限价", s["overLimit"]), ("范围内费用", s["inScope"]), ("起付线", s["deductible"]), ("统筹基金", s["basicPaid"]), ("大病保险", s["criticalPaid"]), ("医疗救助", s["assistancePaid"]), ("个人账户", s["accountPaid"]), ("个人现金", s["cashPaid"])];
        return Trimmings.Page(Trimmings.Mono, 22,
            $"""
            <div style="text-align:center"><b>{s["hospital"]}</b><br>住院医保结算凭条<br>（自助机 {s.Dice.Between(1, 40):D2} 号）</div><div>- - - - - - - - - - - - - - - - - - - - - -</div>
            <div>姓名:{s["name"]}　性别:{s["sex"]}</div><div>证件:{s["idNumber"]}</div><div>住院号:{s["admissionNumber"]}</div><div>入院:{s["admitted"]}</div><div>出院:{s["discharged"]}</div><div>结算流水号:{s["settlementNumber"]}</div><div>- - - - - - - - - - - - - - - - - - - - - -</div>
            {string.Concat(rows.Select(r => $"<div style=\"display:flex\"><span>{r.Item1}</span><span style=\"flex:1;overflow:hidden;white-space:nowrap;margin:0 8px\">....................................</span><span>{r.Item2}</span></div>"))}
            <div>- - - - - - - - - - - - - - - - - - - - - -</div><div style="text-align:center">{Trimmings.Squares(s.Dice, 150)}<br>请妥善保管 凭此到窗口换取票据</div><div style="text-align:right">{s.Stay.Discharged:yyyy-MM-dd} 10:{s.Dice.Between(10, 59)}:33</div>
            """, 1.4, ".own{margin:-20px -24px}");
    }

    public static string App(Sheet s)
    {
        string Line(string label, string value) => $"<div class=\"kv\"><span>{label}</span><span>{value}</span></div>";
        return $"""
            <div class="phone"><div class="row small"><span>{s.Dice.Between(7, 22)}:{s.Dice.Between(10, 59)}</span><span>5G　{s.Dice.Between(12, 98)}%</span></div><div class="row"><span>‹</span><b>结算详情</b><span>···</span></div>
            <div style="background:#0a7d6c;color:#fff;border-radius:14px;padding:20px"><div>{s["hospital"]}　住院</div><div style="font-size:40px">￥{s["total"]}</div><div>医疗费总额</div></div>
            {Line("就诊人", s["name"])}{Line("入院时间", s["admitted"])}{Line("出院时间", s["discharged"])}{Line("主要诊断", s.Shown(string.Join("，", s.Stay.Diagnoses), "diagnosis"))}{Line("结算单号", s["settlementNumber"])}
            <h3>费用构成</h3>{Line("政策范围内金额", s["inScope"])}{Line("全自费金额", s["selfFunded"])}{Line("先行自付金额", s["selfPayFirst"])}{Line("超限价自费金额", s["overLimit"])}{Line("起付线", s["deductible"])}
            <h3>支付情况</h3>{Line("基本医保统筹支付", s["basicPaid"])}{Line("居民大病保险支付", s["criticalPaid"])}{Line("医疗救助支付", s["assistancePaid"])}{Line("个人账户支付", s["accountPaid"])}{Line("个人现金支付", s["cashPaid"])}
            <div style="color:#999;text-align:center;font-size:18px">数据来源于国家医保信息平台，仅供参考</div></div>
            """;
    }
}
