using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Inpatient bills: the national electronic form in the provinces' variations, a hospital's own receipt, a bill with items in two areas.</summary>
static class Bills
{
    private static readonly (string Province, string Colour)[] Provinces = [("浙江省", "#a5342c"), ("四川省", "#8c2f39"), ("河南省", "#b04a2a"), ("湖北省", "#a5342c"), ("重庆市", "#9c3a3a"), ("甘肃省", "#8a3b24")];

    public static string National(Sheet s)
    {
        var (province, colour) = s.Dice.Of(Provinces);
        var items = s.Stay.Categories.Chunk(2).Select(p => (string[])[p[0].Category, "1/项", s.Money(p[0].Amount), "", .. p.Length > 1 ? (string[])[p[1].Category, "1/项", s.Money(p[1].Amount), ""] : ["", "", "", ""]]);
        var prepaid = new Fen(((s.Stay.Costs.CashPaid.Value / 50000) + s.Dice.Between(0, 2)) * 50000);
        var more = (s.Stay.Costs.CashPaid - prepaid).OrZero;
        var back = (prepaid - s.Stay.Costs.CashPaid).OrZero;
        var compact = s.Shown($"{s.Stay.Admitted:yyyyMMdd}-{s.Stay.Discharged:yyyyMMdd}", "admitted", "discharged");
        List<string> other = [$"业务流水号：{s.Dice.Between(10000000, 99999999)}", $"病历号：{s.Dice.Between(1000000, 9999999)}", $"住院号：{s["admissionNumber"]}", $"住院科别：{s["department"]}", $"住院时间：{compact}", $"预缴金额：{s.Money(prepaid)}", $"补缴金额：{s.Money(more)}", $"退费金额：{s.Money(back)}",
            $"医疗机构类型：{s.Stay.Hospital.Type}", "医保类型：城乡居民基本医疗保险", $"医保编号：{s.Stay.InsuranceNumber}", $"性别：{s["sex"]}"];
        List<string> paid = [$"医保统筹基金支付：{s["basicPaid"]}", $"其他支付：{s["otherPaid"]}", $"个人账户支付：{s["accountPaid"]}", $"个人现金支付：{s["cashPaid"]}", $"个人自付：{s["selfPay"]}", $"个人自费：{s["selfFunded"]}"];
        if (s.Dice.Chance(50))
            paid = [paid[0], paid[1], .. s.Dice.Chance(50) ? (string[])[$"个人账户共济支付：{s.Money(Fen.Zero)}"] : [], paid[4], paid[5], paid[2], paid[3]];
        var each = s.Dice.Between(3, 4);
        var cells = string.Concat(other.Concat(paid).Chunk(each).Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>"));
        return Trimmings.Page(Trimmings.Song, 20,
            $"""
            <div class="row"><span>{Trimmings.Squares(s.Dice)}</span><h1 style="color:{colour}">{province}医疗住院收费票据（电子）</h1><span>{Html.Seal(province + "财政票据监制", 640, -36, 130)}　　　</span></div>
            <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span></div>
            <div class="row"><span>交款人统一社会信用代码：{(s.Dice.Chance(50) ? s["idNumber"] : "")}</span><span>校验码：{s.Stay.CheckCode}</span></div>
            <div class="row"><span>交款人：{s["name"]}</span><span>开票日期：{s.Stay.Discharged:yyyy-MM-dd}</span></div>
            {Html.Table("grid", ["项目名称", "数量/单位", "金额（元）", "备注", "项目名称", "数量/单位", "金额（元）", "备注"], items)}
            <table class="grid"><tr><td>金额合计（大写）：{s["totalInWords"]}</td><td>（小写）：{s["total"]}</td></tr></table>
            <table class="grid"><tr><td rowspan="{(other.Count + paid.Count + each) / each}" style="width:50px">其<br>他<br>信<br>息</td></tr>{cells}</table>
            <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>复核人：示例</span><span>收款人：示例</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(160, 420), s.Dice.Between(560, 640))}
            """, 1.4, $".own .grid td,.own .grid th{{border-color:{colour};border-width:1px}}");
    }

    /// <summary>住院结算发票 of a hospital that prints its own.</summary>
    public static string OwnForm(Sheet s)
    {
        var prepaid = new Fen((s.Stay.Costs.CashPaid.Value / 100000 * 100000) + 100000);
        return Trimmings.Page(s.Dice.Of([Trimmings.Zen, Trimmings.Hei]), 23,
            $"""
            <div style="text-align:center">{Trimmings.Logo(s.Dice, "#34568b", 54)}<b style="font-size:30px">{s["hospital"]}</b></div><h2>住院病人结算收据</h2>
            <div class="row"><span>收据号：{s["billNumber"]}</span><span>结算日期：{s.Date(s.Stay.Discharged)}</span><span>住院号：{s["admissionNumber"]}</span></div>
            <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>科别：{s["department"]}</span></div>
            <div class="row"><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span><span>住院 {s["days"]} 天</span></div>
            {Html.Table("grid", ["费用项目", "金额", "费用项目", "金额", "费用项目", "金额"], s.Stay.Categories.Chunk(3).Select(r => r.SelectMany(c => (string[])[c.Category, s.Money(c.Amount)]).Concat(Enumerable.Repeat("", 6 - (2 * r.Length)))))}
            <p>费用总额：人民币（大写）{s["totalInWords"]}　　￥{s["total"]}</p>
            <div class="row"><span>医保统筹：{s["basicPaid"]}</span><span>大病保险：{s["criticalPaid"]}</span><span>医疗救助：{s["assistancePaid"]}</span><span>个人账户：{s["accountPaid"]}</span></div>
            <div class="row"><span>个人现金：{s["cashPaid"]}</span><span>已交预交金：{s.Money(prepaid)}</span><span>应退：{s.Money(prepaid - s.Stay.Costs.CashPaid)}</span><span>应补：{s.Money(Fen.Zero)}</span></div>
            <div class="row"><span>收款员：0056</span><span>收款单位（盖章有效）</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(800, 1000), s.Dice.Between(340, 480))}
            """);
    }

    /// <summary>Items themselves on the bill, in two areas with a line between.</summary>
    public static string TwoAreas(Sheet s)
    {
        var (province, colour) = s.Dice.Of(Provinces);
        var items = s.Stay.Items.ToList();
        var half = (items.Count + 1) / 2;
        string Area(IEnumerable<FeeItem> part) => Html.Table("plain small", ["项目/规格", "数量", "单价", "金额"], part.Select(i => (string[])[i.Name, i.Quantity.ToString(CultureInfo.InvariantCulture), i.UnitPrice.ToString(), i.Amount.ToString()]));
        foreach (var i in items)
            s.Row(i);
        s.RowsWithout(code: true, @class: true);
        return Trimmings.Page(Trimmings.Hei, 21,
            $"""
            <h1 style="color:{colour}">{province}医疗机构住院收费票据</h1><div class="row small"><span>票据代码 {s["billCode"]}</span><span>票据号码 {s["billNumber"]}</span><span>业务流水号 {s.Dice.Between(1000000, 9999999)}</span></div>
            <div class="row"><span>姓名 {s["name"]}</span><span>性别 {s["sex"]}</span><span>住院号 {s["admissionNumber"]}</span><span>科室 {s["department"]}</span><span>住院日期 {s["admitted"]}—{s["discharged"]}</span></div>
            <div style="display:grid;grid-template-columns:1fr 1fr;border:2px solid {colour}"><div style="border-right:2px solid {colour};padding:0 10px">{Area(items.Take(half))}</div><div style="padding:0 10px">{Area(items.Skip(half))}</div></div>
            <div class="row" style="border:2px solid {colour};border-top:0;margin:0;padding:6px 10px"><span>合计（大写）{s["totalInWords"]}</span><span>合计（小写）￥{s["total"]}</span></div>
            <div style="display:grid;grid-template-columns:1fr 1fr 1fr;border:2px solid {colour};border-top:0;padding:6px 10px"><span>医保统筹支付：{s["basicPaid"]}</span><span>大病保险支付：{s["criticalPaid"]}</span><span>医疗救助支付：{s["assistancePaid"]}</span><span>个人账户支付：{s["accountPaid"]}</span><span>个人支付现金：{s["cashPaid"]}</span><span>其中自费：{s["selfFunded"]}</span></div>
            <div class="row"><span>医疗机构（公章）：{s["hospital"]}</span><span>收费员：示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Trimmings.Oval(s.Stay.Hospital.Name, "收费专用章", s.Dice.Between(300, 1100), s.Dice.Between(440, 540))}
            """, 1.35);
    }
}
