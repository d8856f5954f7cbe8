using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>门诊收费票据.</summary>
static class OutpatientBills
{
    public static readonly Layout[] All =
    [
        new("outpatient-electronic", PaperKind.OutpatientBill, 1500, 6, Electronic),
        new("outpatient-slip", PaperKind.OutpatientBill, 900, 5, Slip),
    ];

    private static string Electronic(Sheet s) =>
        $"""
        <h1 class="red">江苏省医疗门诊收费票据（电子）</h1>
        <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span></div>
        <div class="row"><span>交款人统一社会信用代码：</span><span>校验码：{s.Stay.CheckCode}</span></div>
        <div class="row"><span>交款人：{s["name"]}</span><span>开票日期：{s.Date(s.Stay.Admitted)}</span></div>
        {Html.Table("grid", ["项目名称", "数量/单位", "金额（元）", "备注", "项目名称", "数量/单位", "金额（元）", "备注"], InpatientBills.TwoColumnItems(s))}
        <table class="grid"><tr><td>金额合计（大写） {s["totalInWords"]}</td><td>（小写） {s["total"]}</td></tr></table>
        <div class="box">
        <div class="row"><span>业务流水号：{s.Dice.Between(100000000, 999999999)}</span><span>门诊号：{s.Dice.Between(100000, 999999)}</span><span>就诊日期：{s.Date(s.Stay.Admitted)}</span></div>
        <div class="row"><span>医疗机构类型：{s.Stay.Hospital.Type}</span><span>医保类型：居民医保</span><span>医保编号：{s.Stay.InsuranceNumber}</span><span>性别：{s["sex"]}</span></div>
        <div class="row"><span>医保统筹基金支付：{s["basicPaid"]}</span><span>其他支付：{s["otherPaid"]}</span><span>个人账户支付：{s["accountPaid"]}</span><span>个人现金支付：{s["cashPaid"]}</span></div>
        <div class="row"><span>个人自付：{s["selfPay"]}</span><span>个人自费：{s["selfFunded"]}</span></div>
        </div>
        <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>复核人：示例</span><span>收款人：示例</span></div>
        """;

    private static string Slip(Sheet s) =>
        $"""
        <h2>{s["hospital"]}</h2><h3>门诊收费收据</h3>
        <p>姓名：{s["name"]}　性别：{s["sex"]}　门诊号：{s.Dice.Between(100000, 999999)}</p>
        <p>就诊科室：{s["department"]}　就诊日期：{s.Date(s.Stay.Admitted)}</p>
        {Html.Table("lines", ["收费项目", "金额"], s.Stay.Categories.Select(c => (string[])[c.Category, s.Money(c.Amount)]))}
        <p>合计：{s["total"]}</p><p>大写：{s["totalInWords"]}</p>
        <p>统筹支付：{s["basicPaid"]}　账户支付：{s["accountPaid"]}</p><p>其他支付：{s["otherPaid"]}　现金支付：{s["cashPaid"]}</p>
        <p>收费员：示例　{s.Date(s.Stay.Admitted)}</p>
        """;
}
