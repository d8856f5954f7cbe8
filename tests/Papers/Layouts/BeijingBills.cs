using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>Beijing's older printed bills (北京老票): 自付一, 自付二, three lists of items side by side, labels in green.</summary>
static class BeijingBills
{
    public static readonly Layout[] All =
    [
        new("beijing-inpatient", PaperKind.InpatientBill, 1500, 18, Inpatient, "second"),
        new("beijing-outpatient", PaperKind.OutpatientBill, 1300, 8, Outpatient, "second"),
    ];

    private static string L(string label) => $"<i class=\"green\">{label}</i>";

    private static string D(string value) => $"<span class=\"printed\">{value}</span>";

    private static string Inpatient(Sheet s) =>
        $"""
        <h1 class="green">北京市医疗住院收费票据</h1>
        <div class="row"><span>{L("业务流水号")} {D(s.Dice.Between(10000000, 99999999).ToString(CultureInfo.InvariantCulture))}</span><span>{L("医疗机构类型")} {D(s.Stay.Hospital.Type)}</span><span>{L("NO")} {D(s["billNumber"])}</span></div>
        <div class="row"><span>{L("姓名")} {D(s["name"])}</span><span>{L("性别")} {D(s["sex"])}</span><span>{L("医保类型")} {D("城乡居民")}</span><span>{L("社会保障卡号")} {D(s.Stay.InsuranceNumber + "00S")}</span></div>
        <div class="row"><span>{L("住院号")} {D(s["admissionNumber"])}</span><span>{L("住院科别")} {D(s["department"])}</span><span>{L("住院时间")} {D(s["admitted"])} {L("至")} {D(s["discharged"])}</span></div>
        {Html.Table("grid greengrid", ["收费项目", "金额(元)", "收费项目", "金额(元)", "收费项目", "金额(元)"], s.Stay.Categories.Chunk(3).Select(c => (string[])[.. c.SelectMany(x => (string[])[D(x.Category), D(s.Money(x.Amount))]), .. Enumerable.Repeat("", 2 * (3 - c.Length))]))}
        <div class="row"><span>{L("合计(大写)")} {D(s["totalInWords"])}</span><span>{L("￥")} {D(s["total"])}</span></div>
        <table class="grid greengrid"><tr><td>{L("预缴金额")} {D(s.Money(s.Stay.Costs.CashPaid))}</td><td>{L("补缴金额")} {D(s.Money(default))}</td><td>{L("退费金额")} {D(s.Money(default))}</td></tr>
        <tr><td>{L("医保统筹基金支付")} {D(s["basicPaid"])}</td><td>{L("其他医保支付")} {D(s["otherPaid"])}</td><td>{L("个人账户支付")} {D(s["accountPaid"])}</td></tr>
        <tr><td>{L("个人支付金额")} {D(s.Money(s.Stay.Costs.Borne))}</td><td>{L("自付一")} {D(s["selfPayInScope"])}</td><td>{L("自付二")} {D(s["selfPayFirst"])}</td></tr>
        <tr><td>{L("自费")} {D(s["selfFunded"])}</td><td>{L("起付金额")} {D(s["deductible"])}</td><td>{L("超限价自费")} {D(s["overLimit"])}</td></tr></table>
        <div class="row"><span>{L("收款单位(章)")} {D(s["hospital"])}</span><span>{L("收款人")} {D("示例")}</span><span>{D(s.Stay.Discharged.ToString("yyyy年MM月dd日", CultureInfo.InvariantCulture))}</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(200, 1100), s.Dice.Between(380, 560))}
        """;

    private static string Outpatient(Sheet s) =>
        $"""
        <h2 class="green">北京市医疗门诊收费票据</h2>
        <div class="row"><span>{L("交易流水号：")}{D("1100" + s.Dice.Between(10000000, 99999999))}</span><span>{L("NO：")}{D(s["billNumber"])}</span></div>
        <div class="row"><span>{L("姓名：")}{D(s["name"])}</span><span>{L("性别：")}{D(s["sex"])}</span><span>{L("医保类型：")}{D("城乡居民")}</span></div>
        {Html.Table("plain", ["项目/规格", "数量", "单价", "金额", "等级"], s.Stay.Items.Select(i => (string[])[D(i.Name), D(i.Quantity.ToString(CultureInfo.InvariantCulture)), D(i.UnitPrice.ToString()), D(i.Amount.ToString()), D(i.Class switch { "甲" => "无自付", "乙" => "有自付", _ => "全自付" })]))}
        <div class="row"><span>{L("合计(大写)：")}{D(s["totalInWords"])}</span><span>{L("￥")}{D(s["total"])}</span></div>
        <div class="row"><span>{L("基金支付：")}{D(s.Money(s.Stay.Costs.FundPaid))}</span><span>{L("个人账户支付：")}{D(s["accountPaid"])}</span><span>{L("个人支付金额：")}{D(s.Money(s.Stay.Costs.Borne))}</span></div>
        <div class="row"><span>{L("自付一：")}{D(s["selfPayInScope"])}</span><span>{L("自付二：")}{D(s["selfPayFirst"])}</span><span>{L("自费：")}{D(s["selfFunded"])}</span><span>{L("超限价：")}{D(s["overLimit"])}</span></div>
        <div class="row"><span>{L("收款单位：")}{D(s["hospital"])}</span><span>{L("就诊日期：")}{D(s.Date(s.Stay.Admitted))}</span></div>
        """;
}
