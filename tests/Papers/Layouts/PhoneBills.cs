using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>Electronic bills as a phone shows them (电子票据截图): one value a line, label left, value right.</summary>
static class PhoneBills
{
    public static readonly Layout[] All =
    [
        new("screenshot-inpatient", PaperKind.InpatientBill, 900, 12, s => Phone(s, stay: true), "second"),
        new("screenshot-outpatient", PaperKind.OutpatientBill, 900, 5, s => Phone(s, stay: false), "second"),
    ];

    private static string Phone(Sheet s, bool stay)
    {
        List<(string, string)> head = [("开票单位", s["hospital"]), ("交款人", s["name"]), ("票据代码", s["billCode"]), ("票据号码", s["billNumber"]), ("校验码", s.Stay.CheckCode), ("开票日期", s.Date(s.Stay.Discharged))];
        if (stay)
            head.AddRange([("住院号", s["admissionNumber"]), ("住院科室", s["department"]), ("入院日期", s["admitted"]), ("出院日期", s["discharged"])]);
        else
            head.AddRange([("门诊号", $"{s.Dice.Between(100000, 999999)}"), ("就诊日期", s.Date(s.Stay.Admitted))]);
        (string, string)[] pay = [("医保统筹基金支付", s["basicPaid"]), ("其他支付", s["otherPaid"]), ("个人账户支付", s["accountPaid"]), ("个人现金支付", s["cashPaid"]), ("个人自付", s["selfPay"]), ("个人自费", s["selfFunded"])];
        return $"""
            <div class="phone"><div class="row small"><span>{s.Dice.Between(8, 21)}:{s.Dice.Between(10, 59)}</span><span>中国移动 5G　{s.Dice.Between(11, 99)}%</span></div>
            <h3 class="bar">＜　　电子票据详情</h3>
            <h2>江苏省医疗{(stay ? "住院" : "门诊")}收费票据（电子）</h2><p class="big">￥{s["total"]}</p>
            {Rows(head)}<h3>收费明细</h3>{Rows(s.Stay.Categories.Select(c => (c.Category, s.Money(c.Amount))))}
            <h3>支付信息</h3>{Rows([("合计金额", s["total"]), ("大写金额", s["totalInWords"])])}{Rows(pay)}
            <p class="buttons">下载票据　　　发送邮箱</p></div>
            """;
    }

    private static string Rows(IEnumerable<(string Label, string Value)> rows) =>
        string.Concat(rows.Select(r => $"<div class=\"kv\"><span>{r.Label}</span><span>{r.Value}</span></div>"));
}
