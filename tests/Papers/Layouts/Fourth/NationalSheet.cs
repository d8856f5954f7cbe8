using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>The national 医疗保障基金结算清单 in its full form with all sections.</summary>
static class NationalSheet
{
    private static readonly string[] Categories = ["床位费", "诊察费", "检查费", "化验费", "治疗费", "手术费", "护理费", "卫生材料费", "西药费", "中药饮片费", "中成药费", "一般诊疗费", "挂号费", "其他费"];

    public static string Draw(Sheet s) => Trimmings.Page(s.Dice.Of([Trimmings.Song, Trimmings.Hei]), 19,
        $"""
        <h2 style="letter-spacing:4px">医疗保障基金结算清单</h2>
        <div class="row small"><span>清单流水号：{s.Stay.Discharged:yyyyMMdd}{s.Dice.Between(1000, 9999)}</span><span>医保结算等级：{s.Dice.Between(1, 3)}</span></div>
        <div class="row"><span>定点医疗机构名称 <u>　{s["hospital"]}　</u></span><span>定点医疗机构代码 <u>{s.Stay.Hospital.Code}</u></span></div>
        <div class="row"><span>医保编号 <u>{s.Stay.InsuranceNumber}</u></span><span>病案号 <u>　{s["admissionNumber"]}　</u></span><span>申报时间 <u>　{s.Date(s.Stay.Discharged.AddDays(3))}　</u></span></div>
        {Basic(s)}{Stay(s)}{Charges(s)}
        <div class="row small"><span>定点医疗机构填报部门：医保科</span><span>医保经办机构：越溪市医疗保险服务中心</span><span>代码：330899</span></div>
        <div class="row small"><span>定点医疗机构填报人：示例</span><span>医保机构经办人：示例</span></div>
        """, 1.35, ".own td,.own th{padding:3px 6px}.own h4{text-align:center;margin:0;border:1.5px solid #333;border-bottom:0;font-weight:bold;padding:3px}.own table{margin:0}");

    private static string Basic(Sheet s) =>
        $"""
        <h4>一、基本信息</h4><table class="grid">
        <tr><td>姓名　{s["name"]}</td><td>性别　{(s["sex"] == "男" ? "☑1.男 □2.女" : "□1.男 ☑2.女")}</td><td>出生日期　{s.Date(s.Stay.Person.Born)}</td><td>年龄　{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</td></tr>
        <tr><td>国籍　中国</td><td>民族　汉族</td><td colspan="2">患者证件类别　居民身份证　　患者证件号码　{s["idNumber"]}</td></tr>
        <tr><td>职业　农民</td><td colspan="3">现住址　{s.Stay.Person.Address}</td></tr>
        <tr><td>联系人姓名　示例</td><td>关系　子女</td><td colspan="2">医保类型　□1.职工 ☑2.居民 □3.离休　　特殊人员类型　无　　参保地　330899</td></tr></table>
        <h4>二、门诊慢特病诊疗信息</h4><table class="grid"><tr><td>诊断科别</td><td>　</td><td>就诊日期</td><td>　</td><td>诊断名称</td><td>—</td></tr></table>
        """;

    private static string Stay(Sheet s)
    {
        var other = s.Stay.Diagnoses.Skip(1).ToList();
        var rows = string.Concat(s.Stay.Diagnoses.Select((d, n) => $"<tr><td>{(n == 0 ? "主要诊断" : "其他诊断")}</td><td>{d}</td><td>{(char)('A' + s.Dice.Between(0, 19))}{s.Dice.Between(10, 99)}.{s.Dice.Between(0, 9)}0{s.Dice.Between(0, 9)}</td><td>{s.Dice.Between(1, 3)}</td></tr>"));
        var operation = s.Stay.Illness.Operation.Length == 0 ? "" : $"<tr><td>主要手术及操作</td><td>{s["operation"]}</td><td>{s.Dice.Between(10, 86)}.{s.Dice.Between(1000, 9999)}</td><td>吴示例</td></tr>";
        return $"""
            <h4>三、住院诊疗信息</h4><table class="grid">
            <tr><td>住院医疗类型　☑1.住院 □2.日间手术</td><td>入院途径　☑1.急诊 □2.门诊 □3.转入</td><td>治疗类别　1.西医</td></tr>
            <tr><td>入院时间　{s["admitted"]} {s.Dice.Between(0, 23):D2}时</td><td>入院科别　{s.Stay.Illness.Department}</td><td>转科科别　—</td></tr>
            <tr><td>出院时间　{s["discharged"]} {s.Dice.Between(8, 16):D2}时</td><td>出院科别　{s["department"]}</td><td>实际住院　{s["days"]}　天</td></tr>
            <tr><td colspan="2">门（急）诊诊断（西医诊断）　{s.Stay.Illness.Diagnosis}</td><td>门（急）诊诊断（中医诊断）　—</td></tr></table>
            <table class="grid"><tr><th>出院诊断</th><th>出院西医诊断</th><th>疾病代码</th><th>入院病情</th></tr>{s.Shown(rows, "diagnosis")}</table>
            <table class="grid"><tr><td>诊断代码计数　{other.Count + 1}</td><td>手术及操作代码计数　{(operation.Length == 0 ? 0 : 1)}</td></tr></table>
            {(operation.Length == 0 ? "" : $"<table class=\"grid\"><tr><th>手术及操作</th><th>手术及操作名称</th><th>手术及操作代码</th><th>术者医师</th></tr>{operation}</table>")}
            <table class="grid"><tr><td>呼吸机使用时间　0天0小时0分钟</td><td>颅脑损伤患者昏迷时间　入院前0天 入院后0天</td><td>重症监护　无</td></tr>
            <tr><td>特级护理天数　0　一级护理天数　{Math.Min(2, s.Stay.Days)}</td><td>二级护理天数　{Math.Max(0, s.Stay.Days - 2)}　三级护理天数　0</td><td>离院方式　1.医嘱离院</td></tr>
            <tr><td colspan="2">是否有出院31天内再住院计划　☑1.无 □2.有</td><td>主诊医师姓名　吴示例</td></tr></table>
            """;
    }

    private static string Charges(Sheet s)
    {
        var by = s.Stay.Items.ToLookup(i => i.Category, StringComparer.Ordinal);
        string Line(string name, IReadOnlyCollection<FeeItem> items)
        {
            Fen Of(string c) => Inventing.Stay.Sum(items.Where(i => i.Class == c).Select(i => i.Amount));
            return $"<tr><td>{name}</td>{string.Concat(new[] { Inventing.Stay.Sum(items.Select(i => i.Amount)), Of("甲"), Of("乙"), Of("丙"), Fen.Zero }.Select(a => Html.Cell(s.Money(a))))}</tr>";
        }
        s.Shown("", "total");
        var lines = string.Concat(Categories.Select(c => Line(c, [.. by[c]]))) + Line("金额合计", s.Stay.Items);
        return $"""
            <h4>四、医疗收费信息</h4><table class="grid">
            <tr><td>业务流水号：{s.Dice.Between(100000000, 999999999)}</td><td>票据代码：{s["billCode"]}</td><td>票据号码：{s["billNumber"]}</td></tr>
            <tr><td colspan="3">结算期间：{s.Date(s.Stay.Admitted)} — {s.Date(s.Stay.Discharged)}</td></tr></table>
            <table class="grid"><tr><th>项目名称</th><th>金额</th><th>甲类</th><th>乙类</th><th>自费</th><th>其他</th></tr>{lines}</table>
            <table class="grid"><tr><th colspan="2">基金支付类型</th><th>金额</th><th colspan="2">个人支付</th><th>金额</th></tr>
            <tr><td colspan="2">医保统筹基金支付</td><td class="n">{s["basicPaid"]}</td><td rowspan="2">个人负担</td><td>个人自付</td><td class="n">{s["selfPay"]}</td></tr>
            <tr><td rowspan="3">补充医疗保险支付</td><td>职工大额补助</td><td class="n">{s.Money(Fen.Zero)}</td><td>个人自费</td><td class="n">{s["selfFunded"]}</td></tr>
            <tr><td>居民大病保险</td><td class="n">{s["criticalPaid"]}</td><td rowspan="3">个人支付</td><td>个人账户支付</td><td class="n">{s["accountPaid"]}</td></tr>
            <tr><td>公务员医疗补助</td><td class="n">{s.Money(Fen.Zero)}</td><td rowspan="2">个人现金支付</td><td class="n" rowspan="2">{s["cashPaid"]}</td></tr>
            <tr><td colspan="2">医疗救助支付</td><td class="n">{s["assistancePaid"]}</td></tr></table>
            <p>医保支付方式　□1.按项目 □2.单病种 ☑3.按病种分值 □4.疾病诊断相关分组(DRG) □5.按床日 □6.按人头</p>
            """;
    }
}
