using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>What people send besides: papers full of a hospital's words and amounts that prove no stay, and pictures of no paper at all.</summary>
static class StrangePapers
{
    public static readonly Layout[] All =
    [
        New("strange-deposit", 1000, Deposit), New("strange-laboratory", 1200, Laboratory), New("strange-admission", 1100, Admission), New("strange-prescription", 900, Prescription), New("strange-poster", 1200, Poster),
        New("strange-payment", 760, Payment), New("strange-insurer", 1200, Insurer), New("strange-chat", 760, Chat), New("strange-korean", 1100, Korean), New("strange-codes", 1100, Codes),
        New("strange-landscape", 1200, _ => Scenery(false)), New("strange-face", 1000, Face), New("strange-food", 1200, _ => Scenery(true)),
    ];

    private static Layout New(string name, int width, Func<Sheet, string> draw) => new(name, PaperKind.Other, width, 8, draw, "strange") { World = Elsewhere.Fourth };

    private static string Deposit(Sheet s)
    {
        var amount = Fen.FromYuan(s.Dice.Between(1, 20) * 500);
        return $"""
            <h2>{s.Stay.Hospital.Name}</h2><h2>住院预交金收据</h2><div class="row"><span>收据号：{s.Stay.BillNumber}</span><span>日期：{s.Date(s.Stay.Admitted)}</span></div>
            <table class="grid"><tr><td>姓名</td><td>{s.Stay.Person.Name}</td><td>性别</td><td>{s.Stay.Person.Sex}</td><td>住院号</td><td>{s.Stay.AdmissionNumber}</td></tr><tr><td>科室</td><td>{s.Stay.Illness.Department}</td><td>交款方式</td><td colspan="3">微信</td></tr>
            <tr><td>金额（大写）</td><td colspan="3">{CapitalNumeral.Write(amount)}</td><td>（小写）</td><td>￥{amount}</td></tr></table>
            <p>注：此收据为预交款凭证，出院结算时凭此收据办理，不作报销凭证。</p><div class="row"><span>收款人：示例</span><span>收款单位（章）</span></div>{Html.Seal(s.Stay.Hospital.Name, 640, 260, 180)}
            """;
    }

    private static string Laboratory(Sheet s)
    {
        (string, string, int, int)[] tests = [("白细胞计数 WBC", "10^9/L", 40, 100), ("红细胞计数 RBC", "10^12/L", 38, 51), ("血红蛋白 HGB", "g/L", 1150, 1500), ("血小板计数 PLT", "10^9/L", 1250, 3500), ("C-反应蛋白 CRP", "mg/L", 0, 80), ("总胆红素 TBIL", "umol/L", 30, 220), ("肌酐 CREA", "umol/L", 410, 970), ("葡萄糖 GLU", "mmol/L", 39, 61)];
        static string D(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);
        return $"""
            <h2>{s.Stay.Hospital.Name}检验报告单</h2><div class="row"><span>姓名：{s.Stay.Person.Name}</span><span>性别：{s.Stay.Person.Sex}</span><span>年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</span><span>住院号：{s.Stay.AdmissionNumber}</span></div>
            <div class="row"><span>科别：{s.Stay.Illness.Department}</span><span>标本：静脉血</span><span>临床诊断：{s.Stay.Illness.Diagnosis}</span></div>
            {Html.Table("lines", ["序号", "检验项目", "结果", "单位", "参考区间"], tests.Select((t, n) => (string[])[$"{n + 1}", t.Item1, D(s.Dice.Between(t.Item3 / 2, t.Item4 * 2)), t.Item2, $"{D(t.Item3)}-{D(t.Item4)}"]))}
            <div class="row"><span>采样时间：{s.Date(s.Stay.Admitted)}</span><span>检验者：示例</span><span>审核者：示例</span></div><p>本结果仅对本次标本负责</p>
            """;
    }

    private static string Admission(Sheet s) =>
        $"""
        <h2>{s.Stay.Hospital.Name}住院证</h2><p>姓名：{s.Stay.Person.Name}　性别：{s.Stay.Person.Sex}　年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁　身份证号：{s.Stay.Person.IdNumber}</p><p>住址：{s.Stay.Person.Address}</p>
        <p>门诊诊断：{s.Stay.Illness.Diagnosis}</p><p>收入科室：{s.Stay.Illness.Department}　　预交金：{Fen.FromYuan(3000)}元</p><p>入院方式：步行□　轮椅□　平车□　　医保类型：居民</p>
        <p>请持本证、身份证和医保卡到住院处办理入院手续，三日内有效。</p><div class="right">门诊医师：吴示例<br>{s.Date(s.Stay.Admitted)}</div>
        """;

    private static string Prescription(Sheet s) =>
        $"""
        <h2>{s.Stay.Hospital.Name}处方笺</h2><div class="row"><span>费别：居民医保</span><span>科别：{s.Stay.Illness.Department}</span><span>{s.Date(s.Stay.Admitted)}</span></div><p>姓名：{s.Stay.Person.Name}　性别：{s.Stay.Person.Sex}　年龄：{s.Stay.Person.AgeOn(s.Stay.Admitted)}岁</p><p>临床诊断：{s.Stay.Illness.Diagnosis}</p><hr><p>Rp</p>
        {string.Concat(s.Stay.Items.Where(i => i.Category.EndsWith("药费", StringComparison.Ordinal)).Select((i, n) => $"<p>{n + 1}. {i.Name}　{i.Spec}　×{i.Quantity}{i.Unit}<br>　　用法：口服 每日{s.Dice.Between(1, 3)}次</p>"))}
        <hr><div class="row"><span>医师：吴示例</span><span>药品金额：{Stay.Sum(s.Stay.Items.Select(i => i.Amount))}</span><span>审核药师：示例</span></div>
        """;

    private static string Poster(Sheet s) =>
        """
        <h1 class="red">2026年城乡居民医保政策问答</h1><h3>一、住院能报多少？</h3>
        <table class="grid"><tr><th>医院级别</th><th>起付线</th><th>报销比例</th></tr><tr><td>一级医院</td><td>200元</td><td>85%</td></tr><tr><td>二级医院</td><td>500元</td><td>75%</td></tr><tr><td>三级医院</td><td>800元</td><td>60%</td></tr></table>
        <h3>二、举个例子</h3><p>张大爷在县人民医院（二级）住院10天，住院总费用：20000.00元，其中个人自费：1500.00元，乙类先自付：500.00元，政策范围内费用：18000.00元。</p>
        <p>统筹基金支付：(18000－500)×75%＝13125.00元；大病保险支付：0.00元；医疗救助支付：1500.00元；个人现金支付：5375.00元。</p>
        <h3>三、要带什么？</h3><p>身份证、医保卡、出院记录、住院收费票据、费用清单、医保结算单。</p><div class="right">县医疗保障局　宣</div>
        """;

    private static string Payment(Sheet s) =>
        $"""
        <div class="phone"><div class="row"><span>‹</span><b>账单详情</b><span>全部账单</span></div><div style="text-align:center">{s.Stay.Hospital.Name}</div><div class="big">-{s.Stay.Costs.CashPaid.ToGroupedString()}</div>
        {string.Concat(new (string, string)[] { ("当前状态", "支付成功"), ("支付时间", $"{s.Stay.Discharged:yyyy年M月d日} 10:21:07"), ("商品", "住院费用结算"), ("商户全称", s.Stay.Hospital.Name), ("收单机构", "示例支付有限公司"), ("支付方式", "零钱"), ("交易单号", $"42000{s.Stay.SettlementNumber}"), ("商户单号", s.Stay.BillNumber) }.Select(p => $"<div class=\"kv\"><span>{p.Item1}</span><span>{p.Item2}</span></div>"))}</div>
        """;

    private static string Insurer(Sheet s)
    {
        var paid = new Fen(s.Stay.Costs.CashPaid.Value / 2);
        return $"""
            <h2>示例人寿保险股份有限公司</h2><h2>理赔决定通知书</h2><p>尊敬的{s.Stay.Person.Name}：</p><p>　　您于{s.Date(s.Stay.Discharged)}提出的住院医疗保险金申请（赔案号：{s.Stay.SettlementNumber}）已审核完毕。出险原因：{s.Stay.Illness.Diagnosis}。就诊医院：{s.Stay.Hospital.Name}。</p>
            {Html.Table("grid", ["责任名称", "申请金额", "免赔额", "赔付比例", "赔付金额"], [["住院医疗费用", s.Stay.Costs.CashPaid.ToString(), "0.00", "50%", paid.ToString()]])}<p>合计赔付金额：{paid}元（大写：{CapitalNumeral.Write(paid)}）</p><div class="right">{s.Date(s.Stay.Discharged.AddDays(9))}</div>
            """;
    }

    private static string Chat(Sheet s)
    {
        static string Bubble(bool mine, string text) => $"<div style=\"display:flex;justify-content:{(mine ? "flex-end" : "flex-start")};margin:14px\"><span style=\"background:{(mine ? "#95ec69" : "#fff")};border-radius:8px;padding:10px 14px;max-width:70%\">{text}</span></div>";
        return $"""<div class="phone" style="background:#ededed"><div class="row"><span>‹</span><b>二姐</b><span>···</span></div>{Bubble(false, "妈出院了没？")}{Bubble(true, $"昨天出的，住院总费用{s.Stay.Costs.Total}元")}{Bubble(true, $"医保统筹支付{s.Stay.Costs.BasicPaid}元，自己现金支付{s.Stay.Costs.CashPaid}元")}{Bubble(false, "互助会能再报一点不？把出院记录和费用清单拍给他们")}{Bubble(true, "好，我问问")}</div>""";
    }

    private static string Korean(Sheet s) =>
        $"""
        <div lang="ko" style="font-family:'Noto Sans CJK KR'"><h2>예시종합병원</h2><h2>진료비 계산서 · 영수증</h2><p>환자 성명：견본 홍길동　　진료기간：{s.Stay.Admitted:yyyy-MM-dd} ~ {s.Stay.Discharged:yyyy-MM-dd}</p>
        {Html.Table("grid", ["항목", "본인부담금", "공단부담금"], [["입원료", "120,000", "480,000"], ["투약료", "35,200", "140,800"], ["검사료", "88,000", "352,000"]])}<p>진료비 총액：1,216,000원　　납부할 금액：243,200원</p></div>
        """;

    private static string Codes(Sheet s) => $"<div style=\"display:grid;grid-template-columns:1fr 1fr 1fr;gap:40px\">{string.Concat(Enumerable.Range(0, 9).Select(_ => Trimmings.Squares(s.Dice, 290)))}</div>";

    /// <summary>Hills under a sky, or a bowl on a table, with the grain of a photo.</summary>
    private static string Scenery(bool bowl) =>
        $"""
        <svg viewBox="0 0 1100 800" style="margin:-48px -56px -60px;width:calc(100% + 112px)"><defs><filter id="rough"><feTurbulence type="fractalNoise" baseFrequency="0.02 0.05" numOctaves="4" seed="{(bowl ? 7 : 3)}"/><feDisplacementMap in="SourceGraphic" scale="60"/></filter></defs>
        {(bowl ? "<rect width=\"1100\" height=\"800\" fill=\"#7a5236\"/><g filter=\"url(#rough)\"><ellipse cx=\"550\" cy=\"430\" rx=\"390\" ry=\"300\" fill=\"#f2efe8\"/><ellipse cx=\"550\" cy=\"430\" rx=\"310\" ry=\"225\" fill=\"#c8742a\"/><path d=\"M330 400q200-120 420 30M360 480q190-90 390 20M400 540q160-70 300 0\" stroke=\"#f3d98a\" stroke-width=\"26\" fill=\"none\"/><circle cx=\"460\" cy=\"420\" r=\"60\" fill=\"#f7f3df\"/><circle cx=\"460\" cy=\"420\" r=\"30\" fill=\"#f2a23a\"/><circle cx=\"660\" cy=\"380\" r=\"34\" fill=\"#3c7a34\"/></g>"
            : "<rect width=\"1100\" height=\"420\" fill=\"#9cc4e4\"/><g filter=\"url(#rough)\"><path d=\"M0 430l220-190 190 160 230-230 250 250 210-160v300H0z\" fill=\"#5d7a5a\"/><rect y=\"470\" width=\"1100\" height=\"330\" fill=\"#8fa84f\"/><path d=\"M480 800l60-330h40l140 330z\" fill=\"#c9b48a\"/><g fill=\"#3f5f33\"><circle cx=\"180\" cy=\"520\" r=\"70\"/><circle cx=\"900\" cy=\"560\" r=\"90\"/></g></g>")}</svg>
        """;

    private static string Face(Sheet s) =>
        $"""
        <svg viewBox="0 0 900 1000" style="margin:-48px -56px -60px;width:calc(100% + 112px)"><rect width="900" height="1000" fill="#b7c3b0"/><path d="M100 1000q40-310 350-310t350 310z" fill="#34506b"/><ellipse cx="450" cy="430" rx="{s.Dice.Between(200, 240)}" ry="290" fill="#d9ab86"/><path d="M220 380q20-270 230-270t230 270q-60-150-230-150t-230 150z" fill="#26201e"/>
        <g fill="#241a16"><ellipse cx="365" cy="400" rx="34" ry="17"/><ellipse cx="535" cy="400" rx="34" ry="17"/></g><path d="M450 420l-24 90h44z" fill="#c08e6a"/><path d="M370 580q80 50 160 0" stroke="#9c4a40" stroke-width="18" fill="none"/></svg>
        """;
}
