namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Discharge records: ruled, in sentences, with heads at the side, with a main diagnosis and others.</summary>
static class Records
{
    public static string Table(Sheet s) => Trimmings.Page(Trimmings.Song, 21,
        $"""
        <div class="row small"><span>{Trimmings.Logo(s.Dice, "#276b8c", 48)}{s["hospital"]}</span><span>住院号：{s["admissionNumber"]}</span></div><h2 style="letter-spacing:10px">出院记录</h2>
        <table class="grid"><tr><td>姓名</td><td>{s["name"]}</td><td>性别</td><td>{s["sex"]}</td><td>年龄</td><td>{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</td><td>床号</td><td>{s.Dice.Between(1, 50)}</td></tr>
        <tr><td>入院时间</td><td colspan="3">{s["admitted"]} {s.Dice.Between(8, 20):D2}:{s.Dice.Between(10, 59)}</td><td>出院时间</td><td colspan="3">{s["discharged"]} {s.Dice.Between(8, 12):D2}:{s.Dice.Between(10, 59)}</td></tr>
        <tr><td>科室</td><td colspan="3">{s["department"]}</td><td>住院天数</td><td>{s["days"]}天</td><td>转归</td><td>好转</td></tr>
        <tr><td>入院诊断</td><td colspan="7">{s.Stay.Illness.Diagnosis}？</td></tr>
        <tr><td>手术名称</td><td colspan="5">{s.Operation("无")}</td><td>切口愈合</td><td>{(s.Stay.Illness.Operation.Length == 0 ? "—" : "Ⅱ/甲")}</td></tr>
        <tr><td>出院诊断</td><td colspan="7">{s.Shown(string.Concat(s.Stay.Diagnoses.Select((d, n) => $"<div>{n + 1}．{d}</div>")), "diagnosis")}</td></tr>
        <tr><td>入院情况及<br>诊治经过</td><td colspan="7">{s.Stay.Illness.Story}住院期间未出现输血反应及其他并发症，未使用自费进口耗材之外的特殊材料。</td></tr>
        <tr><td>出院情况</td><td colspan="7">神志清，精神可，生命体征平稳，T 36.{s.Dice.Between(2, 9)}℃，BP {s.Dice.Between(108, 146)}/{s.Dice.Between(62, 92)}mmHg。</td></tr>
        <tr><td>出院医嘱</td><td colspan="7">1．低盐低脂饮食，规律作息；2．出院带药：按说明服用；3．{s.Dice.Between(1, 4)}周后专科门诊复诊。</td></tr></table>
        <div class="row"><span>上级医师：示例</span><span>住院医师：吴示例</span><span>{s.Date(s.Stay.Discharged)}</span></div>{Trimmings.Foot(s)}
        """, 1.45, ".own td:first-child{white-space:nowrap}");

    public static string Sentences(Sheet s) => Trimmings.Page(Trimmings.Song, 22,
        $"""
        <h1>{s["hospital"]}</h1><h2>出 院 记 录</h2>
        <p>患者{s["name"]}，{s["sex"]}，{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁，住院号{s["admissionNumber"]}，因病于{s["admitted"]}收入我院{s["department"]}，于{s["discharged"]}出院，住院{s["days"]}天。</p>
        <p>入院时情况：{s.Stay.Illness.Story}</p>
        <p>入院诊断：{s.Stay.Illness.Diagnosis}。</p><p>住院期间完善三大常规、肝肾功能、电解质、凝血、心电图等检查，诊断明确，治疗后病情稳定，经上级医师查房同意出院。</p>
        <p>出院诊断：{s.Shown(string.Join(" ", s.Stay.Diagnoses.Select((d, n) => $"{n + 1}.{d}")), "diagnosis")}</p>
        <p>出院医嘱：注意休息，加强营养，避免受凉；如有不适及时就诊。</p>
        <div class="right">医师签名：吴示例<br>{s.Date(s.Stay.Discharged)}</div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(560, 900), s.Dice.Between(500, 760))}
        """, 1.9);

    public static string Heads(Sheet s)
    {
        (string Head, string Text)[] parts =
        [
            ("主　　诉", "详见入院记录。"), ("入院情况", s.Stay.Illness.Story), ("入院诊断", s.Stay.Illness.Diagnosis), ("诊疗经过", "入院后完善相关辅助检查，予对症支持治疗，病情逐渐好转。"),
            ("出院诊断", s.Shown(string.Join("<br>", s.Stay.Diagnoses.Select((d, n) => $"（{n + 1}）{d}")), "diagnosis")), ("出院情况", "一般情况良好，切口无红肿渗出。"), ("出院医嘱", "门诊随访，定期换药，建休壹月。"),
        ];
        return Trimmings.Page(Trimmings.Hei, 21,
            $"""
            <div style="text-align:center">{Trimmings.Logo(s.Dice, "#2f6f4f", 50)}<span style="font-size:28px">{s["hospital"]}</span></div><h2>出院小结</h2>
            <div style="border-top:2px solid;border-bottom:2px solid;padding:8px 0"><div class="row"><span>姓名 <b>{s["name"]}</b></span><span>性别 <b>{s["sex"]}</b></span><span>年龄 {s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</span><span>科室 <b>{s["department"]}</b></span><span>住院号 <b>{s["admissionNumber"]}</b></span></div>
            <div class="row"><span>入院日期 <b>{s["admitted"]}</b></span><span>出院日期 <b>{s["discharged"]}</b></span><span>住院日数 <b>{s["days"]}</b></span></div></div>
            {string.Concat(parts.Select(p => $"<div style=\"display:grid;grid-template-columns:150px 1fr;margin:14px 0\"><b>{p.Head}</b><div>{p.Text}</div></div>"))}
            <div class="row"><span></span><span>主治医师：吴示例　　记录日期：{s.Date(s.Stay.Discharged)}</span></div>{Trimmings.Foot(s, "本小结加盖公章有效")}
            """, 1.6);
    }

    public static string MainAndOther(Sheet s)
    {
        var others = s.Stay.Diagnoses.Skip(1).ToList();
        s.Shown("", "diagnosis");
        return Trimmings.Page(s.Dice.Of([Trimmings.Song, Trimmings.Zen]), 22,
            $"""
            {Trimmings.Watermark(s.Stay.Hospital.Name, "#333")}<h1>{s["hospital"]}</h1><h2>出 院 小 结</h2>
            <p>姓名：<u>　{s["name"]}　</u> 性别：<u>　{s["sex"]}　</u> 年龄：<u>　{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁　</u> 科别：<u>　{s["department"]}　</u></p>
            <p>住院号：<u>　{s["admissionNumber"]}　</u> 入院：<u>　{s["admitted"]}　</u> 出院：<u>　{s["discharged"]}　</u> 共 <u> {s["days"]} </u> 天</p>
            <p>入院诊断：中医诊断：痹证（气滞血瘀型）　西医诊断：{s.Stay.Illness.Diagnosis}</p>
            <p>出院诊断：</p><p>　主要诊断：{s.Stay.Illness.Diagnosis}</p>{(others.Count == 0 ? "" : "<p>　其他诊断：" + string.Join("<br>　　　　　　", others.Select((d, n) => $"{n + 1}、{d}")) + "</p>")}
            <p>入院时主要症状及体征：{s.Stay.Illness.Story}</p><p>主要化验结果：血常规 WBC {s.Dice.Between(4, 14)}.{s.Dice.Between(0, 9)}×10⁹/L，Hb {s.Dice.Between(80, 150)}g/L，CRP {s.Dice.Between(1, 60)}.{s.Dice.Between(10, 99)}mg/L。</p>
            <p>出院时情况及建议：症状好转，建议继续门诊治疗。费用已结清。</p>
            <div class="right">科主任：示例　经治医师：吴示例　{s.Date(s.Stay.Discharged)}</div>
            """, 1.7);
    }
}
