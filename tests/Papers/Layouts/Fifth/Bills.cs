using System.Globalization;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fifth;

/// <summary>Bills: other information run on, the older words of one great city, a chronic outpatient's settlement.</summary>
static class Bills
{
    public static string RunOn(Sheet s)
    {
        var colour = s.Dice.Of(["#1f7a8c", "#a5342c"]);
        return Trimmings.Page(Trimmings.Song, 20,
            $"""
            <h1 style="color:{colour}">{s.Dice.Of(["广东省", "山东省", "黑龙江省", "福建省"])}医疗住院收费票据（电子）</h1>
            <div style="display:grid;grid-template-columns:1fr 1fr 130px"><div><div>票据代码：{s["billCode"]}</div><div>交款人：{s["name"]}</div><div>交款人统一社会信用代码：</div></div><div><div>票据号码：{s["billNumber"]}</div><div>校验码：{s.Stay.CheckCode}</div><div>开票日期：{s.Stay.Discharged:yyyy-MM-dd}</div></div>{Trimmings.Squares(s.Dice, 110)}</div>
            {Html.Table("grid", ["项目名称", "数量/单位", "金额（元）", "备注"], s.Stay.Categories.Select(c => (string[])[c.Category, "1/项", s.Money(c.Amount), ""]).Append(["金额合计（大写）", s["totalInWords"], "（小写）" + s["total"], ""]))}
            <p style="border:1px solid {colour};padding:8px">其他信息：业务流水号：{s.Dice.Between(1000000, 99999999)} 病历号：{s.Dice.Between(100000, 999999)} 住院号：{s["admissionNumber"]} 住院科别：{s["department"]} 住院时间：{s["admitted"]}至{s["discharged"]} 医疗机构类型：{s.Stay.Hospital.Type} 医保类型：居民医保 性别：{s["sex"]} 医保统筹基金支付：{s["basicPaid"]} 其他支付：{s["otherPaid"]} 个人账户支付：{s["accountPaid"]} 个人现金支付：{s["cashPaid"]} 个人自付：{s["selfPay"]} 个人自费：{s["selfFunded"]}</p>
            <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>复核人：示例</span><span>收款人：示例</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(200, 900), s.Dice.Between(520, 640))}
            """, 1.5, $".own .grid td,.own .grid th{{border:1px solid {colour}}}");
    }

    /// <summary>自负, 分类自负, 附加支付.</summary>
    public static string Shen(Sheet s) => Trimmings.Page(Trimmings.Song, 22,
        $"""
        <h1 class="red">申江市医疗住院收费票据</h1><div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span></div>
        <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>医疗机构类型：{s.Stay.Hospital.Type}</span></div>
        <div class="row"><span>住院日期：{s["admitted"]} 至 {s["discharged"]}</span><span>共 {s["days"]} 天</span><span>社会保障卡号：{s.Stay.InsuranceNumber[..10]}</span></div>
        <table class="grid redgrid">{string.Concat(s.Stay.Categories.Chunk(3).Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c.Category}</td><td class=\"n\">{s.Money(c.Amount)}</td>"))}{string.Concat(Enumerable.Repeat("<td></td><td></td>", 3 - r.Length))}</tr>"))}</table>
        <p>合计人民币（大写）：{s["totalInWords"]}　　￥：{s["total"]}</p>
        <div style="display:grid;grid-template-columns:1fr 1fr 1fr"><span>统筹支付：{s["basicPaid"]}</span><span>附加支付：{s["supplementPaid"]}</span><span>账户支付：{s["accountPaid"]}</span><span>现金支付：{s["cashPaid"]}</span><span>分类自负：{s["selfPayFirst"]}</span><span>自费：{s["selfFunded"]}</span></div>
        <div class="row"><span>收费单位（公章）：{s["hospital"]}</span><span>收款人：示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(100, 500), s.Dice.Between(380, 500))}
        """);

    public static string Chronic(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i);
        s.RowsWithout(code: true);
        return Trimmings.Page(Trimmings.Hei, 20,
            $"""
            <h2>{s["hospital"]}门诊慢特病结算收据</h2><div class="row"><span>票据号：{s["billNumber"]}</span><span>日期：{s.Date(s.Stay.Admitted)}</span><span>门诊号：{s.Dice.Between(100000, 999999)}</span></div>
            <table class="lines"><tr><td>姓名</td><td>{s["name"]}</td><td>性别</td><td>{s["sex"]}</td><td>科室</td><td>{s["department"]}</td></tr></table>
            {Html.Table("lines", ["药品/项目", "规格", "等级", "单价", "数量", "金额"], s.Stay.Items.Select(i => (string[])[i.Name, i.Spec, i.Class, i.UnitPrice.ToString(), i.Quantity.ToString(CultureInfo.InvariantCulture), i.Amount.ToString()]))}
            <table class="grid"><tr><th>总金额</th><th>统筹支付</th><th>其他支付</th><th>账户支付</th><th>现金支付</th></tr><tr>{string.Concat(new[] { "total", "basicPaid", "otherPaid", "accountPaid", "cashPaid" }.Select(f => $"<td>{s[f]}</td>"))}</tr></table>
            <p>总金额大写：{s["totalInWords"]}</p><div class="row small"><span>收费员：009</span><span>药师：示例</span></div>{Trimmings.Oval(s.Stay.Hospital.Name, "门诊收费章", s.Dice.Between(300, 900), s.Dice.Between(240, 480))}
            """);
    }
}
