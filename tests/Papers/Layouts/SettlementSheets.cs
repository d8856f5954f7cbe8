using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>医保结算单 of several places, and the national 基金结算清单.</summary>
static class SettlementSheets
{
    public static readonly Layout[] All =
    [
        new("settlement-national", PaperKind.SettlementSheet, 1240, 16, National),
        new("settlement-grid", PaperKind.SettlementSheet, 1400, 16, Grid),
        new("settlement-lines", PaperKind.SettlementSheet, 1240, 16, Lines),
        new("settlement-columns", PaperKind.SettlementSheet, 1600, 16, Columns),
        new("settlement-table", PaperKind.SettlementSheet, 1240, 16, Table),
    ];

    private static string National(Sheet s)
    {
        var rows = s.Stay.Items.GroupBy(i => i.Category).Select(g => Line(s, g.Key, [.. g]));
        var all = Line(s, "金额合计", s.Stay.Items);
        s.Shown("", "total", "selfFunded");
        return $"""
            <h2>医疗保障基金结算清单</h2>
            <div class="row small"><span>清单流水号 {s.Dice.Between(100000, 999999)}</span><span>定点医疗机构名称 {s["hospital"]}</span><span>医保结算等级 {s.Stay.Hospital.Level}</span></div>
            <h3>一、基本信息</h3>
            {Html.Pairs(3, [("姓名", s["name"]), ("性别", s["sex"]), ("证件号码", s["idNumber"]), ("医保编号", s.Stay.InsuranceNumber), ("医保类型", "城乡居民基本医疗保险"), ("参保地", "320281"), ("入院时间", s["admitted"]), ("出院时间", s["discharged"]), ("实际住院天数", s["days"] + "天")])}
            <h3>二、住院诊疗信息</h3>
            {Html.Pairs(2, [("出院西医诊断", s.Shown(string.Join("；", s.Stay.Diagnoses), "diagnosis")), ("出院科别", s["department"])])}
            <h3>三、医疗收费信息</h3>
            <div class="row small"><span>业务流水号：{s.Dice.Between(10000000, 99999999)}</span><span>票据代码：{s["billCode"]}</span><span>票据号码：{s["billNumber"]}</span><span>结算期间：{s.Date(s.Stay.Admitted)}-{s.Date(s.Stay.Discharged)}</span></div>
            {Html.Table("grid", ["项目名称", "金额", "甲类", "乙类", "自费", "其他"], [.. rows, all])}
            {Html.Pairs(2, [
                ("医保统筹基金支付", s["basicPaid"]), ("个人自付", s["selfPay"]),
                ("其他支付", s["otherPaid"]), ("个人自费", s["selfFunded"]),
                ("城乡居民大病保险支付", s["criticalPaid"]), ("个人账户支付", s["accountPaid"]),
                ("医疗救助支付", s["assistancePaid"]), ("个人现金支付", s["cashPaid"])])}
            <div class="row small"><span>医保支付方式：按病种分值</span><span>医疗机构填报人：吴示例</span><span>医保经办机构：示例市医保中心</span></div>
            {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(200, 900), s.Dice.Between(1000, 1200))}
            """;
    }

    private static string[] Line(Sheet s, string name, IReadOnlyCollection<FeeItem> items)
    {
        Fen Of(string c) => Stay.Sum(items.Where(i => i.Class == c).Select(i => i.Amount));
        return [name, .. new[] { Stay.Sum(items.Select(i => i.Amount)), Of("甲"), Of("乙"), Of("丙"), Fen.Zero }.Select(s.Money)];
    }

    private static string Grid(Sheet s) =>
        $"""
        <h1>江阴市基本医疗保险住院费用结算单</h1>
        <div class="row"><span>结算编号：{s["settlementNumber"]}</span><span>结算日期：{s.Date(s.Stay.Discharged)}</span><span>单位：元</span></div>
        {Html.Pairs(4, [
            ("姓名", s["name"]), ("性别", s["sex"]), ("身份证号", s["idNumber"]), ("人员类别", "居民"),
            ("医院名称", s["hospital"]), ("医院等级", s.Stay.Hospital.Level), ("住院号", s["admissionNumber"]), ("科室", s["department"]),
            ("入院日期", s["admitted"]), ("出院日期", s["discharged"]), ("住院天数", s["days"]), ("险种类型", "城乡居民"),
            ("出院诊断", s["diagnosis"])])}
        {Html.Pairs(4, [
            ("医疗费总额", s["total"]), ("符合政策范围金额", s["inScope"]), ("全自费金额", s["selfFunded"]), ("先行自付金额", s["selfPayFirst"]),
            ("超限价自费", s["overLimit"]), ("起付标准", s["deductible"]), ("统筹基金支付", s["basicPaid"]), ("大病保险支付", s["criticalPaid"]),
            ("医疗救助支付", s["assistancePaid"]), ("基金支付合计", s.Money(s.Stay.Costs.FundPaid)), ("个人账户支付", s["accountPaid"]), ("个人现金支付", s["cashPaid"])])}
        <div class="row"><span>个人负担合计（大写）：{CapitalNumeral.Write(s.Stay.Costs.Borne)}</span><span>（小写）：{s.Money(s.Stay.Costs.Borne)}</span></div>
        <div class="row"><span>经办人：吴示例</span><span>参保人签字：</span><span>医疗机构（盖章）</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(700, 1100), s.Dice.Between(320, 520))}
        """;

    private static string Lines(Sheet s) =>
        $"""
        <h1>城乡居民医疗保险住院结算单</h1>
        <div class="lines2">
        <p>医疗机构：{s["hospital"]}　　结算流水号：{s["settlementNumber"]}</p>
        <p>参保人姓名：{s["name"]}　性别：{s["sex"]}　公民身份号码：{s["idNumber"]}</p>
        <p>住院号：{s["admissionNumber"]}　住院科别：{s["department"]}</p>
        <p>住院日期：{s["admitted"]} 至 {s["discharged"]}　共 {s["days"]} 天</p>
        <p>出院诊断：{s["diagnosis"]}</p><hr>
        <p>住院总费用：{s["total"]}元　大写：{s["totalInWords"]}</p>
        <p>其中：自费费用：{s["selfFunded"]}元　乙类自付：{s["selfPayFirst"]}元　超限额自付：{s["overLimit"]}元</p>
        <p>可报销费用：{s["inScope"]}元　起付线：{s["deductible"]}元</p>
        <p>基本医保支付：{s["basicPaid"]}元</p>
        <p>大病保险支付：{s["criticalPaid"]}元</p>
        <p>民政救助支付：{s["assistancePaid"]}元</p>
        <p>个人账户支付：{s["accountPaid"]}元　个人现金支付：{s["cashPaid"]}元</p>
        </div><hr>
        <div class="row"><span>操作员：示例01</span><span>打印日期：{s.Date(s.Stay.Discharged)}</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(500, 900), s.Dice.Between(300, 700))}
        """;

    private static string Columns(Sheet s) =>
        $"""
        <h1>{s["hospital"]}医保病人出院结算单</h1>
        <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>结算单号：{s["settlementNumber"]}</span></div>
        <div class="row"><span>身份证号码：{s["idNumber"]}</span><span>科别：{s["department"]}</span><span>住院时间：{s["admitted"]}～{s["discharged"]}</span></div>
        <div class="row"><span>主要诊断：{s.Shown(string.Join("，", s.Stay.Diagnoses), "diagnosis")}</span></div>
        {Html.Table("grid", ["费用总额", "自费金额", "自理金额", "超限金额", "医保范围内费用", "起付金额"], [[s["total"], s["selfFunded"], s["selfPayFirst"], s["overLimit"], s["inScope"], s["deductible"]]])}
        {Html.Table("grid", ["统筹支付", "大病支付", "救助支付", "账户支付", "现金支付"], [[s["basicPaid"], s["criticalPaid"], s["assistancePaid"], s["accountPaid"], s["cashPaid"]]])}
        <div class="row"><span>总费用大写：{s["totalInWords"]}</span></div>
        <div class="row"><span>结算员：示例</span><span>结算日期：{s.Date(s.Stay.Discharged)}</span><span>病人签名：</span></div>
        """;

    private static string Table(Sheet s)
    {
        (string, string)[] rows = [
            ("一、住院医疗费用总额", s["total"]), ("　1.个人自费", s["selfFunded"]), ("　2.乙类先自付", s["selfPayFirst"]), ("　3.超限价部分", s["overLimit"]), ("　4.政策范围内费用", s["inScope"]),
            ("二、本次起付标准", s["deductible"]), ("三、医保基金支付", s.Money(s.Stay.Costs.FundPaid)), ("　1.基本医疗保险统筹基金支付", s["basicPaid"]), ("　2.大病保险基金支付", s["criticalPaid"]), ("　3.医疗救助基金支付", s["assistancePaid"]),
            ("四、个人支付", s.Money(s.Stay.Costs.Borne)), ("　1.个人账户", s["accountPaid"]), ("　2.现金", s["cashPaid"])];
        return $"""
            <h2>医疗保险住院费用结算表</h2>
            {Html.Pairs(2, [("医疗机构名称", s["hospital"]), ("就诊流水号", s["settlementNumber"]), ("患者姓名", s["name"]), ("性别", s["sex"]), ("社会保障号", s["idNumber"]), ("住院号", s["admissionNumber"]), ("入院时间", s["admitted"]), ("出院时间", s["discharged"]), ("出院诊断", s["diagnosis"]), ("住院天数", s["days"])])}
            {Html.Table("grid tallrows", ["费用项目", "金额（元）"], rows.Select(r => (string[])[r.Item1, r.Item2]))}
            <div class="row"><span>制表：吴示例</span><span>复核：郑示例</span></div>
            {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 900), s.Dice.Between(700, 1000))}
            """;
    }
}
