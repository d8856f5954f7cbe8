using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Fields;
using Shouwang.Shared.Bills.Labels;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Tells the kind of a paper by the labels on it; titles count little, they garble under the seals.</summary>
static partial class KindJudge
{
    private const int Enough = 6;

    /// <summary>So many different things that no shop sells make a list a hospital's.</summary>
    private const int FewestMedical = 3;

    /// <summary>How sure at most where a paper calls itself something else.</summary>
    private const int Misnamed = 7_000;

    private static readonly string[] Paid = [FieldName.BasicPaid, FieldName.AccountPaid, FieldName.CashPaid];

    private static readonly (PaperKind Kind, int Weight, string[] Texts)[] Signs =
    [
        (PaperKind.DischargeRecord, 4, ["出院医嘱", "诊疗经过", "住院经过", "治疗经过", "诊治经过", "诊疗过程", "出院记录", "出院小结", "出院证明", "治疗结果", "处理意见", "出院证", "出院通知", "出院报告", "出院志", "出院总结", "病案首页"]),
        (PaperKind.DischargeRecord, 3, ["入院诊断", "出院情况", "入院情况", "出院时情况", "入院时情况", "出院带药", "建议休息", "出院后注意", "出院后建议", "离院方式", "随访"]),
        (PaperKind.DischargeRecord, 2, ["出院诊断", "主任医师", "医师签名", "主治医师", "住院医师", "手术名称", "经治医师", "经治医生", "主管医师", "管床医师", "最后诊断", "转归"]),
        (PaperKind.DischargeRecord, 5, ["诊断证明"]),
        (PaperKind.VolunteerCard, 6, ["代办证", "代办员", "志愿者证", "志愿服务证", "代办志愿者", "代办服务证", "帮办员证", "协办员证"]),
        (PaperKind.FeeList, 5, ["费用清单", "明细清单", "汇总清单", "一日清单", "每日清单", "费用日清单", "分类清单", "住院清单"]),
        (PaperKind.FeeList, 4, ["费用明细", "收费明细", "明细表", "用药明细", "费用总清单", "收费清单", "项目明细", "对账单"]),
        (PaperKind.FeeList, 3, ["项目编码", "项目代码", "医保编码", "国家编码"]),
        (PaperKind.FeeList, 2, ["单价", "规格", "自付比例", "总价", "小计"]),
        (PaperKind.SettlementSheet, 5, ["结算单", "结算清单", "结算表", "结账单", "结帐单", "补偿单", "补偿审核单", "费用报销单", "住院报销单", "医保支付方式", "结算编号", "结算流水号", "结算单号"]),
        (PaperKind.SettlementSheet, 3, ["起付", "政策范围", "医保范围内", "可报销费用", "先行自付", "先自付", "基金支付合计", "医保基金支付", "大病", "救助", "超限", "符合基本医疗"]),
        (PaperKind.SettlementSheet, 2, ["统筹", "医保经办机构", "参保地", "险种类型", "人员类别"]),
        (PaperKind.InpatientBill, 5, ["住院收费票据", "住院收费收据", "住院收费", "住院费收据", "住院发票", "电子票据告知", "结算发票", "费用发票", "结算收据", "住院病人收据", "住院收据", "票据(住院)"]),
        (PaperKind.InpatientBill, 2, ["票据代码", "票据号码", "校验码", "收款单位", "收费单位", "收款人", "收款员", "收据号", "预交金", "应退", "应补", "预缴金额", "补缴金额", "退费金额", "金额合计(大写)", "交款人", "复核人"]),
        (PaperKind.InpatientBill, 1, ["住院号", "住院科别", "住院时间", "住院日期", "大写", "统筹"]),
        (PaperKind.OutpatientBill, 5, ["门诊收费票据", "门诊收费收据", "门诊收费", "门诊号", "就诊日期", "门诊发票", "挂号收费"]),
        (PaperKind.OutpatientBill, 4, ["门诊慢性病", "门诊慢特病", "门诊特殊病"]),
        (PaperKind.OutpatientBill, 2, ["票据代码", "票据号码", "校验码", "收款单位", "收费单位", "收款人", "收费员", "金额合计(大写)", "交款人", "复核人"]),
        (PaperKind.IdentityCard, 5, ["公民身份号码", "居民身份证", "签发机关", "有效期限"]),
        (PaperKind.IdentityCard, 3, ["民族", "出生", "住址"]),
    ];

    public static (PaperKind Kind, BasisPoints Confidence) Judge(IReadOnlyList<TextRow> rows, IReadOnlyList<LabelHit> hits, int feeRows, PaperKind? hint)
    {
        var text = SeenPage.Words(rows);
        var scores = Signs.GroupBy(s => s.Kind).ToDictionary(g => g.Key, g => g.Sum(s => s.Weight * s.Texts.Count(t => Found(text, t))));
        Adjust(scores, text, hits, feeRows);
        // A number whose check digit holds, alone below a card's other words: its label was not read.
        if (scores[PaperKind.IdentityCard] is > 0 and < Enough && LoneIdentity.In(rows) is not null)
            scores[PaperKind.IdentityCard] += Enough;
        Prove(scores, text, hits, feeRows);
        var misnamed = OtherTitles.Stands(rows);
        var told = misnamed && ToldAmounts.Are(text, rows, hits);
        if (told && !Found(text, "票据"))
            scores[PaperKind.SettlementSheet] += Enough;
        if (misnamed && !told && !IsWholeBill(hits))
            scores = scores.ToDictionary(s => s.Key, _ => 0);
        if (hint is { } hinted && scores.TryGetValue(hinted, out var score))
            scores[hinted] = score + 3;
        var ranked = scores.OrderByDescending(s => s.Value).ToList();
        var (best, second) = (ranked[0], ranked[1]);
        // No word of its own, but everything that a settlement sheet says.
        if (best.Value < Enough && !misnamed && !NoProof.Is(text, hits) && ToldAmounts.OfAStay(text, rows, hits))
            return (PaperKind.SettlementSheet, ToldAmounts.MostSure);
        if (best.Value < Enough)
            return (PaperKind.Other, new BasisPoints(9_500 - (best.Value * 500)));
        // Sure when the runner-up is far behind.
        var margin = (best.Value - second.Value) * 10_000 / best.Value;
        return (best.Key, new BasisPoints(Math.Min(told ? ToldAmounts.MostSure.Value : misnamed ? Misnamed : 9_900, 6_000 + margin)));
    }

    /// <summary>Whatever it calls itself: the number of a bill, who it is for, what it cost and who paid stand on a bill only (告知单).</summary>
    private static bool IsWholeBill(IReadOnlyList<LabelHit> hits) =>
        Array.TrueForAll([FieldName.BillCode, FieldName.BillNumber, FieldName.Name, FieldName.Total], field => hits.Any(h => h.Field == field)) && Paid.Count(field => hits.Any(h => h.Field == field)) >= 2;

    /// <summary>A word that only papers of a stay bear; what any list of goods has as well does not count.</summary>
    public static bool SpeaksOfAStay(IReadOnlyList<TextRow> rows)
    {
        var text = SeenPage.Words(rows);
        return Array.Exists(Signs, sign => PaperSet.Required.Contains(sign.Kind) && (sign.Kind != PaperKind.FeeList || sign.Weight >= 3) && Array.Exists(sign.Texts, word => Found(text, word)));
    }

    private static void Adjust(Dictionary<PaperKind, int> scores, string text, IReadOnlyList<LabelHit> hits, int feeRows)
    {
        // What a stay ended with, and no word of money: a slip of any name (出院证, 疾病证明书).
        if (hits.Any(h => h.Field == FieldName.Diagnosis) && text.Contains("出院", StringComparison.Ordinal) && !hits.Any(h => LabelTable.IsMoney(h.Field)))
            scores[PaperKind.DischargeRecord] += 4;
        scores[PaperKind.FeeList] += feeRows >= 5 ? 6 : feeRows >= 2 ? 3 : 0;
        // 费用分类汇总表: what each category cost.
        var summed = SummaryTitle().IsMatch(text) && Categories().Matches(text).Select(m => m.Value).Distinct().Count() >= 3;
        if (summed)
            scores[PaperKind.FeeList] += Enough;
        if (StayList().IsMatch(text))
            scores[PaperKind.FeeList] += Enough;
        if (feeRows < 2 && !summed && !Found(text, "费用清单") && !Found(text, "明细清单"))
            scores[PaperKind.FeeList] /= 2;
        // A shop's receipt is a list of things with prices too.
        if (!hits.Any(h => h.Field is FieldName.Name or FieldName.Hospital or FieldName.AdmissionNumber or FieldName.Department or FieldName.IdNumber) && !Found(text, "医") && !Found(text, "院") && !Found(text, "药")
            && MedicalItems().Matches(text).Select(m => m.Value).Distinct().Count() < FewestMedical)
            scores[PaperKind.FeeList] = 0;
        // 住院收费票据(电子)费用明细清单: the list that comes with a bill, not the bill.
        if (feeRows >= 2 && !Paid.Any(field => hits.Any(h => h.Field == field)) && ListOfBill().IsMatch(text))
            (scores[PaperKind.FeeList], scores[PaperKind.InpatientBill], scores[PaperKind.OutpatientBill]) = (scores[PaperKind.FeeList] + Enough, 0, 0);
        // A receipt with its items is a bill: a list of items does not say who paid.
        if (VisitBill().IsMatch(text))
            scores[PaperKind.OutpatientBill] += Enough;
        // 门诊缴费详情 on a phone, with who paid what.
        else if (VisitPayment().IsMatch(text) && Paid.Count(field => hits.Any(h => h.Field == field)) >= 2)
            (scores[PaperKind.FeeList], scores[PaperKind.OutpatientBill]) = (0, scores[PaperKind.OutpatientBill] + Enough);
        if (StayBill().IsMatch(text))
            scores[PaperKind.InpatientBill] += Enough;
        else if (StaySheet().IsMatch(text))
            scores[PaperKind.SettlementSheet] += Enough;
        if (!Found(text, "清单") && !Found(text, "明细") && Paid.Count(field => hits.Any(h => h.Field == field)) >= 2)
            scores[PaperKind.FeeList] -= 6;
        // An identity card says little; a paper with amounts is none.
        if (text.Length > 160 || hits.Any(h => h.Field is FieldName.Total or FieldName.Diagnosis))
            scores[PaperKind.IdentityCard] = 0;
        if (NoProof.Is(text, hits))
            scores[PaperKind.InpatientBill] = scores[PaperKind.OutpatientBill] = scores[PaperKind.SettlementSheet] = scores[PaperKind.FeeList] = 0;
        // Bills share nearly all labels: whether they speak of a stay or of a visit decides.
        var stay = Found(text, "住院") || hits.Any(h => h.Field is FieldName.AdmissionNumber);
        if (stay && !Found(text, "门诊"))
            scores[PaperKind.OutpatientBill] = Math.Min(scores[PaperKind.OutpatientBill], scores[PaperKind.InpatientBill] - 5);
        if (!stay)
            scores[PaperKind.InpatientBill] = Math.Min(scores[PaperKind.InpatientBill], 5);
    }

    /// <summary>What no shop sells: the middle of a list on several screens has no other word of a hospital.</summary>
    [GeneratedRegex("注射|输液|采血|护理|平扫|[血尿便]常规|心电|超声|雾化|床位|诊[查察]|麻醉|[输吸]氧|换药|穿刺|导尿|监护|[肝肾]功能|电解质|凝血|输血")]
    private static partial Regex MedicalItems();

    [GeneratedRegex(@"^[\u4e00-\u9fff()]{0,24}(?:票据|收据|发票)[\u4e00-\u9fff()]{0,8}(?:清单|明细)(?:\([\u4e00-\u9fff]{1,4}\))?$", RegexOptions.Multiline)]
    private static partial Regex ListOfBill();

    /// <summary>What each kind must say to be one, whatever else it says: a bill what for or who paid, a record that the stay ended.</summary>
    private static void Prove(Dictionary<PaperKind, int> scores, string text, IReadOnlyList<LabelHit> hits, int feeRows)
    {
        var costs = feeRows >= 2 || Detailed().IsMatch(text) || Categories().Matches(text).Select(m => m.Value).Distinct().Count() >= 2 || hits.Any(h => h.Field is not (FieldName.Total or FieldName.CashPaid) && LabelTable.IsMoney(h.Field) && !LabelTable.IsWritten(h.Field) && h.Field is not (FieldName.Prepaid or FieldName.ToppedUp or FieldName.Refunded));
        if (!costs && !BillTitle().IsMatch(text))
            (scores[PaperKind.InpatientBill], scores[PaperKind.OutpatientBill]) = (Math.Min(scores[PaperKind.InpatientBill], Enough - 1), Math.Min(scores[PaperKind.OutpatientBill], Enough - 1));
        if (!Ended().IsMatch(text))
            scores[PaperKind.DischargeRecord] = Math.Min(scores[PaperKind.DischargeRecord], Enough - 1);
    }

    [GeneratedRegex("西药|成药|草药|饮片|(?:床位|化验|检查|检验|治疗|护理|诊察|诊查|手术|材料|放射|输血|输氧|麻醉|挂号)费")]
    private static partial Regex Categories();

    /// <summary>Items hardly legible: their heading, and an amount beside each.</summary>
    [GeneratedRegex(@"(?:项目|费用|药品|收费)明细(?:[\s\S]*?¥\d[\d,]*\.\d\d){3}")]
    private static partial Regex Detailed();

    [GeneratedRegex("住院收费|住院费收据|住院发票|结算收据|住院病人收据|住院收据|门诊收费|门诊发票|挂号收费|收费票据|医疗票据")]
    private static partial Regex BillTitle();

    [GeneratedRegex("费用(?:分类|项目|类别)*(?:汇总|统计)(?:表|单|清单)?$", RegexOptions.Multiline)]
    private static partial Regex SummaryTitle();

    [GeneratedRegex("[出岀离]院|诊断证明|住院证明|疾病证明|病情证明|死亡")]
    private static partial Regex Ended();

    [GeneratedRegex("(?:门急?诊|急诊)[\u4e00-\u9fff]{0,8}(?:收据|发票|票据)")]
    private static partial Regex VisitBill();

    [GeneratedRegex("门诊(?:缴费|支付|付费|结算)")]
    private static partial Regex VisitPayment();

    /// <summary>A line that names the sheet on which a stay is settled, also where it says no more of the insurance than one sum: 出院结算单.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fff]{0,20}[出住]院[\u4e00-\u9fff]{0,8}结[算账帐](?:单|清单|表)(?:\([\u4e00-\u9fff]{1,6}\))?$", RegexOptions.Multiline)]
    private static partial Regex StaySheet();

    /// <summary>A line that names the list of a patient's charges, also where no line of it was understood: 示例镇中心卫生院病人费用清单.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fff()]{0,24}(?:医院|卫生院|保健院|[住出]院|病人|患者)[\u4e00-\u9fff()]{0,4}(?:费用|收费)[\u4e00-\u9fff]{0,4}清单$", RegexOptions.Multiline)]
    private static partial Regex StayList();

    /// <summary>A line that names the bill of a stay, as each province words it: 四川省医疗卫生单位住院结算票据.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fff]{0,20}住院[\u4e00-\u9fff]{0,8}(?:收据|发票|票据)(?:\([\u4e00-\u9fff]{1,4}\))?$", RegexOptions.Multiline)]
    private static partial Regex StayBill();

    private static bool Found(string text, string sign) => text.Contains(sign, StringComparison.Ordinal);
}
