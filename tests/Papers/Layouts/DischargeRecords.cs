using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>出院记录、出院小结、出院证明书.</summary>
static class DischargeRecords
{
    public static readonly Layout[] All =
    [
        new("discharge-grid", PaperKind.DischargeRecord, 1240, 8, Grid),
        new("discharge-lines", PaperKind.DischargeRecord, 1240, 8, Lines),
        new("discharge-certificate", PaperKind.DischargeRecord, 1240, 8, Certificate),
        new("discharge-electronic", PaperKind.DischargeRecord, 1240, 8, Electronic),
        new("discharge-summary", PaperKind.DischargeRecord, 1240, 8, Summary),
    ];

    private static string Orders => "1.注意休息，加强营养，避免劳累；2.按时服药，门诊随访；3.出院后1周门诊复诊，不适随诊。";

    private static string Numbered(Sheet s, string separator) =>
        s.Stay.Beside == 0 ? s["diagnosis"] : s.Shown(string.Join(separator, s.Stay.Diagnoses.Select((d, i) => $"{i + 1}.{d}")), "diagnosis");

    private static string Grid(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>出 院 记 录</h2>
        {Html.Pairs(4, [
            ("姓名", s["name"]), ("性别", s["sex"]), ("年龄", s.Stay.Person.AgeOn(s.Stay.Admitted) + "岁"), ("住院号", s["admissionNumber"]),
            ("科室", s["department"]), ("床号", $"{s.Dice.Between(1, 60)}床"), ("入院日期", s["admitted"]), ("出院日期", s["discharged"]),
            ("住院天数", s["days"] + "天"), ("职业", "农民"), ("住址", s.Stay.Person.Address)])}
        <div class="section"><b>入院诊断：</b>{s.Stay.Illness.Diagnosis}</div>
        <div class="section"><b>出院诊断：</b>{Numbered(s, " ")}</div>
        <div class="section"><b>诊疗经过：</b>{s.Stay.Illness.Story}</div>
        <div class="section"><b>出院情况：</b>患者一般情况可，无发热，切口无红肿渗液，生命体征平稳。</div>
        <div class="section"><b>出院医嘱：</b>{Orders}</div>
        <div class="right">医师签名：吴示例<br>{s.Date(s.Stay.Discharged)}</div>
        """;

    private static string Lines(Sheet s) =>
        $"""
        <h1>{s["hospital"]}出院小结</h1>
        <div class="row"><span>姓名：{s["name"]}</span><span>性别：{s["sex"]}</span><span>年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</span><span>病区：{s["department"]}</span><span>住院号：{s["admissionNumber"]}</span></div><hr>
        <div class="row"><span>入院时间：{s["admitted"]} {s.Dice.Between(8, 17):D2}:30</span><span>出院时间：{s["discharged"]} {s.Dice.Between(8, 11):D2}:15</span><span>共住院 {s["days"]} 天</span></div>
        <div class="section">入院诊断：{s.Stay.Illness.Diagnosis}</div>
        <div class="section">出院诊断：<br>{Numbered(s, "<br>")}</div>
        <div class="section">手术名称：{s.Operation("无")}</div>
        <div class="section">入院时情况：{s.Stay.Illness.Story}</div>
        <div class="section">出院时情况：患者无明显不适，予以出院。</div>
        <div class="section">出院医嘱：{Orders}</div>
        <div class="right">经治医师：吴示例　　主任医师：郑示例</div>
        """;

    private static string Certificate(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>出院证明书</h2><div class="right">No.{s.Dice.Between(100000, 999999)}</div>
        <div class="form">
        <p>姓　名 <u>{s["name"]}</u>　性　别 <u>{s["sex"]}</u>　年　龄 <u>{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</u></p>
        <p>身份证号 <u>{s["idNumber"]}</u>　住 院 号 <u>{s["admissionNumber"]}</u></p>
        <p>科　别 <u>{s["department"]}</u>　该患者于 <u>{s["admitted"]}</u> 入院，<u>{s["discharged"]}</u> 出院，住院 <u>{s["days"]}</u> 天。</p>
        <p>出院诊断 <u>{Numbered(s, "，")}</u></p>
        <p>治疗结果 <u>好转</u></p>
        <p>处理意见 <u>休息两周，一周后复查</u></p>
        </div>
        <div class="right">医师：吴示例　　日期：{s.Date(s.Stay.Discharged)}</div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(300, 760), s.Dice.Between(380, 560))}
        """;

    private static string Electronic(Sheet s) =>
        $"""
        <div class="head">{s["hospital"]}</div><h2>出院记录</h2>
        <div class="two">
          <div>患者姓名：{s["name"]}</div><div>登记号：{s.Dice.Between(1000000, 9999999)}</div>
          <div>性　　别：{s["sex"]}</div><div>住 院 号：{s["admissionNumber"]}</div>
          <div>出生日期：{s.Stay.Person.Born:yyyy-MM-dd}</div><div>出院科室：{s["department"]}</div>
          <div>入院日期：{s["admitted"]}</div><div>出院日期：{s["discharged"]}</div>
          <div>身份证号：{s["idNumber"]}</div><div>实际住院天数：{s["days"]}天</div>
        </div><hr>
        <h3>【入院诊断】</h3><p>{s.Stay.Illness.Diagnosis}</p>
        <h3>【诊疗经过】</h3><p>{s.Stay.Illness.Story}</p>
        <h3>【出院诊断】</h3><p>{Numbered(s, "<br>")}</p>
        <h3>【出院情况】</h3><p>患者病情好转，生命体征平稳。</p>
        <h3>【出院医嘱】</h3><p>{Orders}</p>
        <div class="right">记录医师：吴示例　{s.Date(s.Stay.Discharged)}</div>
        """;

    private static string Summary(Sheet s) =>
        $"""
        <h1>{s["hospital"]}</h1><h2>住院病人出院小结</h2>
        <table class="grid">
          <tr><td class="l">姓名</td><td>{s["name"]}</td><td class="l">性别</td><td>{s["sex"]}</td><td class="l">年龄</td><td>{s.Stay.Person.AgeOn(s.Stay.Admitted)}</td><td class="l">病历号</td><td>{s["admissionNumber"]}</td></tr>
          <tr><td class="l">入院<br>日期</td><td colspan="3">{s["admitted"]}</td><td class="l">出院<br>日期</td><td colspan="3">{s["discharged"]}</td></tr>
          <tr><td class="l">科别</td><td colspan="3">{s["department"]}</td><td class="l">天数</td><td colspan="3">{s["days"]}</td></tr>
          <tr><td class="l">入院诊断</td><td colspan="7">{s.Stay.Illness.Diagnosis}</td></tr>
          <tr><td class="l">出院诊断</td><td colspan="7">{Numbered(s, "；")}</td></tr>
          <tr><td class="l">住院经过</td><td colspan="7" class="tall">{s.Stay.Illness.Story}</td></tr>
          <tr><td class="l">出院时<br>情　况</td><td colspan="7">治愈 □　好转 ☑　未愈 □</td></tr>
          <tr><td class="l">出院医嘱</td><td colspan="7" class="tall">{Orders}</td></tr>
        </table>
        <div class="row"><span>床位医师：吴示例</span><span>上级医师：郑示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>
        {Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(600, 900), s.Dice.Between(500, 700))}
        """;
}
