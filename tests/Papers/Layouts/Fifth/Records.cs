namespace Shouwang.Papers.Layouts.Fifth;

/// <summary>A record with grey bars and codes behind diagnoses, a small slip, an identity card in two tongues.</summary>
static class Records
{
    public static string Bars(Sheet s)
    {
        static string Bar(string head) => $"<div style=\"background:#dde3e8;padding:2px 10px;margin-top:10px\"><b>{head}</b></div>";
        var coded = string.Concat(s.Stay.Diagnoses.Select((d, n) => $"<div>{n + 1}、{d}（{(char)('A' + s.Dice.Between(0, 19))}{s.Dice.Between(10, 99)}.{s.Dice.Between(0, 9)}0{s.Dice.Between(0, 9)}）</div>"));
        return Trimmings.Page(Trimmings.Hei, 20,
            $"""
            <div class="row"><span>{Trimmings.Logo(s.Dice, "#14507a", 46)}<b>{s["hospital"]}</b></span><span>出院记录　Discharge Summary</span></div>
            <div style="display:grid;grid-template-columns:1fr 1fr 1fr;border:1px solid #999;padding:8px"><span>姓　　名：{s["name"]}</span><span>性　　别：{s["sex"]}</span><span>年　　龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</span><span>住 院 号：{s["admissionNumber"]}</span><span>科　　室：{s["department"]}</span><span>床　　号：{s.Dice.Between(1, 60)}</span><span>入院日期：{s["admitted"]}</span><span>出院日期：{s["discharged"]}</span><span>住院天数：{s["days"]}</span></div>
            {Bar("入院诊断")}<div>{s.Stay.Illness.Diagnosis}</div>{Bar("出院诊断")}{s.Shown(coded, "diagnosis")}{Bar("手术及操作")}<div>{s.Operation("—")}</div>
            {Bar("病情及诊疗摘要")}<div>{s.Stay.Illness.Story}</div>{Bar("出院带药及医嘱")}<div>遵医嘱服药，{s.Dice.Between(1, 3)}月后复查；出现不适立即就医。</div>
            <div class="row" style="margin-top:26px"><span>医师签名：吴示例</span><span>签名时间：{s.Date(s.Stay.Discharged)}</span></div>{Trimmings.Foot(s, "电子病历 打印件")}
            """, 1.5);
    }

    public static string Slip(Sheet s) => Trimmings.Page(s.Dice.Of([Trimmings.Song, Trimmings.Zen]), 23,
        $"""
        <h2>{s["hospital"]}出院证</h2><div class="right small">第 {s.Dice.Between(10000, 99999)} 号</div>
        <p>姓名 <u>　{s["name"]}　</u> 性别 <u>　{s["sex"]}　</u> 年龄 <u>　{s.Stay.Person.AgeOn(s.Stay.Admitted)}　</u> 住院号 <u>　{s["admissionNumber"]}　</u></p>
        <p>于 <u>　{s["admitted"]}　</u> 入院，<u>　{s["discharged"]}　</u> 出院，住 <u>　{s["department"]}　</u></p>
        <p>最后诊断：{s.Shown(string.Join("，", s.Stay.Diagnoses), "diagnosis")}</p><p>治疗结果：治愈□　好转☑　未愈□　其他□</p><p>出院后注意事项：按时复查，注意饮食。</p>
        <div class="right">经治医师：吴示例　{s.Date(s.Stay.Discharged)}</div>{Html.Seal(s.Stay.Hospital.Name, s.Dice.Between(560, 720), s.Dice.Between(260, 380))}
        """, 1.8);

    /// <summary>Zhuang words above the Chinese ones, as cards of one region have them.</summary>
    public static string Identity(Sheet s) =>
        $"""
        <div class="card"><style>.tongue{"{"}font-size:17px;color:#3a7bb0;display:block;line-height:1{"}"} .card p{"{"}margin:4px 0{"}"}</style>
        <p><span class="tongue">Singq mingz</span><i>姓　名</i> {s["name"]}</p><p><span class="tongue">Singqbied　　　　　Minzcuz</span><i>性　别</i> {s["sex"]}　<i>民　族</i> 壮</p>
        <p><span class="tongue">Seng</span><i>出　生</i> {s.Stay.Person.Born.Year}<i> 年</i>{s.Stay.Person.Born.Month}<i> 月</i>{s.Stay.Person.Born.Day}<i> 日</i></p><p class="addr"><span class="tongue">Dieg youq</span><i>住　址</i> {s.Stay.Person.Address}</p>
        <p class="no"><span class="tongue">Gunghminz sinhfwn hauhmaj</span><i>公民身份号码</i> {s["idNumber"]}</p>
        <svg class="face" viewBox="0 0 100 130"><rect width="100" height="130" fill="#dfe8ee"/><circle cx="50" cy="48" r="26" fill="#b98"/><path d="M10 130 Q50 70 90 130" fill="#323"/></svg></div>
        """;
}
