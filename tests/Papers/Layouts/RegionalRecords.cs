using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>Discharge papers of other hospitals: diagnoses in a table with codes, a record in running text, a certificate of diagnosis, a mixed one of Chinese and western medicine.</summary>
static class RegionalRecords
{
    public static readonly Layout[] All =
    [
        new("coded-record", PaperKind.DischargeRecord, 1240, 8, Coded, "second"),
        new("running-record", PaperKind.DischargeRecord, 1240, 8, Running, "second"),
        new("diagnosis-certificate", PaperKind.DischargeRecord, 1100, 8, Certificate, "second"),
        new("mixed-record", PaperKind.DischargeRecord, 1240, 8, Mixed, "second"),
    ];

    private static string Coded(Sheet s) =>
        $"""
        <div class="row small"><span>{s["hospital"]}</span><span>第 1 页</span></div><h1>出院（死亡）记录</h1>
        <table class="grid"><tr><td class="l">患者姓名</td><td>{s["name"]}</td><td class="l">性别</td><td>{s["sex"]}</td><td class="l">病案号</td><td>{s["admissionNumber"]}</td></tr>
        <tr><td class="l">入院日期</td><td>{s["admitted"]}</td><td class="l">出院日期</td><td>{s["discharged"]}</td><td class="l">住院天数</td><td>{s["days"]}</td></tr>
        <tr><td class="l">出院科室</td><td>{s["department"]}</td><td class="l">离院方式</td><td colspan="3">医嘱离院</td></tr></table>
        <p>出院诊断：</p>
        {Html.Table("grid", ["序号", "诊断名称", "ICD编码", "入院病情", "出院情况"], s.Stay.Diagnoses.Select((d, n) => (string[])[$"{n + 1}", d, $"{(char)('A' + s.Dice.Between(0, 19))}{s.Dice.Between(10, 99)}.{s.Dice.Between(0, 9)}00", "有", "好转"]))}
        {s.Shown("", "diagnosis")}
        <p>诊疗经过：{s.Stay.Illness.Story}</p><p>出院医嘱：注意休息，定期复查，不适随诊。</p>
        <div class="right">住院医师：吴示例　　{s.Date(s.Stay.Discharged)}</div>
        """;

    private static string Running(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>出　院　小　结</h2>
        <p>姓名 {s["name"]}　　性别 {s["sex"]}　　年龄 {s.Stay.Person.AgeOn(s.Stay.Admitted)} 岁　　科别 {s["department"]}　　住院号 {s["admissionNumber"]}</p>
        <p>入院日期 {s["admitted"]}　　出院日期 {s["discharged"]}　　住院 {s["days"]} 天</p><hr>
        <p>入院诊断 {s.Stay.Illness.Diagnosis}</p>
        <p>出院诊断 {s.Shown(string.Join("　", s.Stay.Diagnoses.Select((d, i) => $"{i + 1}、{d}")), "diagnosis")}</p>
        <p>入院时主要症状体征及检查结果：{s.Stay.Illness.Story}</p>
        <p>出院时情况及医嘱：好转出院，注意饮食，两周后复诊。</p>
        <div class="right">医师签名 吴示例<br>{s.Date(s.Stay.Discharged)}</div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(500, 900), s.Dice.Between(300, 600))}
        """;

    private static string Certificate(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>疾病诊断证明书</h2>
        <div class="row"><span>住院号：{s["admissionNumber"]}</span><span>编号：{s.Dice.Between(1000, 9999)}</span></div>
        <p>姓名：{s["name"]}　性别：{s["sex"]}　年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁　科室：{s["department"]}</p>
        <p>住址：{s.Stay.Person.Address}</p>
        <p>入院时间：{s["admitted"]}　出院时间：{s["discharged"]}</p>
        <p>诊断：<br>{s.Shown(string.Join("<br>", s.Stay.Diagnoses.Select((d, i) => $"　　{i + 1}. {d}")), "diagnosis")}</p>
        <p>处理意见：<br>　　1. 注意休息；2. 门诊随访；3. 按时服药。</p>
        <div class="right">医师：吴示例<br>{s.Date(s.Stay.Discharged)}</div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 800), s.Dice.Between(420, 640))}
        """;

    private static string Mixed(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>出院记录</h2>
        <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>住院号：{s["admissionNumber"]}</span><span>科室：{s["department"]}</span></div>
        <div class="row"><span>入院时间：{s["admitted"]} 09时30分</span><span>出院时间：{s["discharged"]} 10时</span><span>住院天数：{s["days"]}天</span></div>
        <p>入院中医诊断：气滞血瘀证　　入院西医诊断：{s.Stay.Illness.Diagnosis}</p>
        <p>诊疗经过：{s.Stay.Illness.Story}</p>
        <p>出院中医诊断：气滞血瘀证</p>
        <p>出院西医诊断：{s.Shown(string.Join("；", s.Stay.Diagnoses.Select((d, i) => $"({i + 1}){d}")), "diagnosis")}</p>
        <p>出院情况：症状好转。　出院医嘱：忌辛辣，随诊。</p>
        <div class="right">主治医师：吴示例　{s.Date(s.Stay.Discharged)}</div>
        """;
}
