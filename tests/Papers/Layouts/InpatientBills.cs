using System.Globalization;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>住院收费票据: the national electronic form and older printed ones.</summary>
static class InpatientBills
{
    public static readonly Layout[] All =
    [
        new("bill-electronic", PaperKind.InpatientBill, 1500, 18, Electronic),
        new("bill-printed", PaperKind.InpatientBill, 1400, 18, Printed),
        new("bill-list", PaperKind.InpatientBill, 1400, 18, List),
    ];

    internal static IEnumerable<string[]> TwoColumnItems(Sheet s) => s.Stay.Categories
        .Select(c => (string[])[c.Category, "1项", s.Money(c.Amount), ""]).Chunk(2)
        .Select(p => (string[])[.. p[0], .. p.Length > 1 ? p[1] : ["", "", "", ""]]);

    private static string Electronic(Sheet s) =>
        $"""
        <h1 class="red">江苏省医疗住院收费票据（电子）</h1>
        <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span></div>
        <div class="row"><span>交款人统一社会信用代码：</span><span>校验码：{s.Stay.CheckCode}</span></div>
        <div class="row"><span>交款人：{s["name"]}</span><span>开票日期：{s.Date(s.Stay.Discharged)}</span></div>
        {Html.Table("grid", ["项目名称", "数量/单位", "金额（元）", "备注", "项目名称", "数量/单位", "金额（元）", "备注"], TwoColumnItems(s))}
        <table class="grid"><tr><td>金额合计（大写） {s["totalInWords"]}</td><td>（小写） {s["total"]}</td></tr></table>
        <div class="box">
        <div class="row"><span>业务流水号：{s.Dice.Between(100000000, 999999999)}</span><span>病历号：{s.Dice.Between(100000, 999999)}</span><span>住院号：{s["admissionNumber"]}</span><span>住院科别：{s["department"]}</span></div>
        <div class="row"><span>住院时间：{s.Shown($"{s.Stay.Admitted:yyyyMMdd}-{s.Stay.Discharged:yyyyMMdd}", "admitted", "discharged")}</span><span>预缴金额：{s.Money(s.Stay.Costs.CashPaid)}</span><span>补缴金额：{s.Money(Fen.Zero)}</span><span>退费金额：{s.Money(Fen.Zero)}</span></div>
        <div class="row"><span>医疗机构类型：{s.Stay.Hospital.Type}</span><span>医保类型：居民医保</span><span>医保编号：{s.Stay.InsuranceNumber}</span><span>性别：{s["sex"]}</span></div>
        <div class="row"><span>医保统筹基金支付：{s["basicPaid"]}</span><span>其他支付：{s["otherPaid"]}</span><span>个人账户支付：{s["accountPaid"]}</span><span>个人现金支付：{s["cashPaid"]}</span></div>
        <div class="row"><span>个人自付：{s["selfPay"]}</span><span>个人自费：{s["selfFunded"]}</span></div>
        </div>
        <div class="row"><span>收款单位（章）：{s["hospital"]}</span><span>复核人：示例</span><span>收款人：示例</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(150, 1100), s.Dice.Between(420, 700))}
        """;

    private static string Printed(Sheet s)
    {
        string R(string label) => $"<i class=\"red\">{label}</i>";
        string D(string value) => $"<span class=\"printed\">{value}</span>";
        return $"""
            <h1 class="red">江苏省医疗住院收费收据</h1>
            <div class="row"><span>{R("姓名：")}{D(s["name"])}</span><span>{R("性别：")}{D(s["sex"])}</span><span>{R("住院号：")}{D(s["admissionNumber"])}</span><span>{R("No.")}{D(s["billNumber"])}</span></div>
            <div class="row"><span>{R("住院日期：")}{D(s["admitted"])} {R("至")} {D(s["discharged"])}</span><span>{R("科室：")}{D(s["department"])}</span></div>
            {Html.Table("grid redgrid", ["项目", "金额", "项目", "金额", "项目", "金额"], s.Stay.Categories.Chunk(3).Select(c => (string[])[.. c.SelectMany(x => (string[])[x.Category, D(x.Amount.ToString())]), .. Enumerable.Repeat("", 2 * (3 - c.Length))]))}
            <div class="row"><span>{R("合计人民币（大写）")} {D(s["totalInWords"])}</span><span>{R("￥")}{D(s["total"])}</span></div>
            <div class="row"><span>{R("统筹支付：")}{D(s["basicPaid"])}</span><span>{R("其他支付：")}{D(s["otherPaid"])}</span><span>{R("账户支付：")}{D(s["accountPaid"])}</span><span>{R("现金支付：")}{D(s["cashPaid"])}</span></div>
            <div class="row"><span>{R("收费单位：")}{D(s["hospital"])}</span><span>{R("收款员：")}{D("示例")}</span><span>{D(s.Stay.Discharged.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}</span></div>
            {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(300, 1000), s.Dice.Between(300, 450))}
            """;
    }

    private static string List(Sheet s) =>
        $"""
        <h2>浙江省医疗住院收费票据</h2>
        <div class="row"><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span><span>开票日期：{s.Date(s.Stay.Discharged)}</span></div>
        <div class="row"><span>交款人：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span></div>
        <div class="row"><span>住院科别：{s["department"]}</span><span>住院时间：{s["admitted"]}至{s["discharged"]}</span></div>
        {Html.Table("lines", ["项目名称", "金额(元)"], s.Stay.Categories.Select(c => (string[])[c.Category, s.Money(c.Amount)]))}
        <div class="row"><span>金额合计(大写)：{s["totalInWords"]}</span><span>(小写)：¥{s["total"]}</span></div>
        <div class="row"><span>医保统筹基金支付：{s["basicPaid"]}</span><span>其他支付：{s["otherPaid"]}</span></div>
        <div class="row"><span>个人账户支付：{s["accountPaid"]}</span><span>个人现金支付：{s["cashPaid"]}</span></div>
        <div class="row"><span>个人自付：{s["selfPay"]}</span><span>个人自费：{s["selfFunded"]}</span></div>
        <div class="row"><span>收款单位(章)：{s["hospital"]}</span><span>收款人：示例</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(200, 900), s.Dice.Between(500, 800))}
        """;
}
