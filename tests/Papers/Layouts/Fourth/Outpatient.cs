using System.Globalization;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Outpatient bills: the electronic one with items and notes, a receipt from the window.</summary>
static class Outpatient
{
    public static string Electronic(Sheet s)
    {
        foreach (var i in s.Stay.Items)
            s.Row(i);
        s.RowsWithout(code: true);
        return Trimmings.Page(Trimmings.Song, 20,
            $"""
            <div class="row"><h1 style="color:#a5342c">湖北省医疗门诊收费票据（电子）</h1><span>{Trimmings.Squares(s.Dice, 100)}</span></div>
            <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span></div><div class="row"><span>交款人统一社会信用代码：</span><span>校验码：{s.Stay.CheckCode}</span></div>
            <div class="row"><span>交款人：{s["name"]}</span><span>开票日期：{s.Date(s.Stay.Admitted)}</span></div>
            {Html.Table("grid", ["项目名称", "单价", "数量", "金额（元）", "备注"], s.Stay.Items.Select(i => (string[])[i.Name, i.UnitPrice.ToString(), i.Quantity.ToString(CultureInfo.InvariantCulture), i.Amount.ToString(), i.Class + "类"]))}
            <table class="grid"><tr><td>金额合计（大写）{s["totalInWords"]}</td><td>（小写）{s["total"]}</td></tr></table>
            <table class="grid"><tr><td>业务流水号：{s.Dice.Between(10000000, 99999999)}</td><td>门诊号：{s.Dice.Between(100000, 999999)}</td><td>就诊日期：{s.Stay.Admitted:yyyyMMdd}</td><td>性别：{s["sex"]}</td></tr>
            <tr><td>医疗机构类型：{s.Stay.Hospital.Type}</td><td>医保类型：居民</td><td colspan="2">医保编号：{s.Stay.InsuranceNumber}</td></tr>
            <tr><td>医保统筹基金支付：{s["basicPaid"]}</td><td>其他支付：{s["otherPaid"]}</td><td>个人账户支付：{s["accountPaid"]}</td><td>个人现金支付：{s["cashPaid"]}</td></tr>
            <tr><td>个人自付：{s["selfPay"]}</td><td>个人自费：{s["selfFunded"]}</td><td colspan="2">个人账户余额：{new Fen(s.Dice.Between(0, 90000))}</td></tr></table>
            <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>复核人：</span><span>收款人：示例</span></div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(100, 500), s.Dice.Between(420, 600))}
            """, 1.4, ".own .grid td,.own .grid th{border:1px solid #a5342c}");
    }

    public static string Window(Sheet s) => Trimmings.Page(Trimmings.Hei, 22,
        $"""
        <h3 style="text-align:center">{s["hospital"]}</h3><h2>门诊收费收据</h2><div class="row"><span>NO：{s["billNumber"]}</span><span>{s.Date(s.Stay.Admitted)}</span></div>
        <p>姓名：{s["name"]}　性别：{s["sex"]}　年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}　费别：居民医保</p><p>科别：{s["department"]}　门诊号：{s.Dice.Between(1000000, 9999999)}</p>
        {Html.Table("lines", ["收费项目", "金额（元）"], s.Stay.Categories.Select(c => (string[])[c.Category, s.Money(c.Amount)]))}
        <p>合计：￥{s["total"]}</p><p>大写：{s["totalInWords"]}</p><div class="row"><span>统筹支付：{s["basicPaid"]}</span><span>其他支付：{s["otherPaid"]}</span></div><div class="row"><span>账户支付：{s["accountPaid"]}</span><span>现金支付：{s["cashPaid"]}</span></div>
        <div class="row small"><span>收费窗口：{s.Dice.Between(1, 9)}号</span><span>收费员：示例</span></div><p class="small">取药请到一楼{s.Dice.Between(1, 6)}号窗口，当日有效，遗失不补。</p>{Trimmings.Oval(s.Stay.Hospital.Name, "现金收讫", s.Dice.Between(380, 560), s.Dice.Between(260, 520))}
        """);
}
