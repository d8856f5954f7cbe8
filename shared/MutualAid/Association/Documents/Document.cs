using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.MutualAid.Association.Documents;

/// <summary>The papers of a decision (议事文书), each a page ready to print. What is not recorded yet is a blank to fill in by hand.</summary>
public static class Document
{
    /// <summary>Names in the interface, with the Chinese title.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["proposal"] = "提议书",
        ["consultation"] = "征求意见公告",
        ["letter"] = "告全体村民书",
        ["assembly"] = "会议签到和表决记录",
        ["resolution"] = "决议",
        ["charter"] = "章程",
        ["plan"] = "补助方案表",
    };

    /// <summary>The page; null where there is no document of that name, or no plan to make it of.</summary>
    public static string? Make(string name, DocumentFacts facts, DiseaseCatalogue catalogue) => name switch
    {
        "proposal" => Proposal(facts),
        "consultation" => Consultation(facts),
        "letter" => Letter(facts),
        "assembly" => Assembly(facts),
        "resolution" => Resolution(facts),
        "charter" => CharterPage(facts),
        "plan" when facts.Plan is { } plan => PlanPage(facts, plan, catalogue),
        _ => null,
    };

    static string Proposal(DocumentFacts facts)
    {
        var page = new Html().Title($"关于开展村级医疗互助的提议书").Plain($"{facts.Village}全体村民：")
            .Paragraph($"为减轻村民住院的负担，{facts.Day(Step.Proposal)}，村党组织委员会和村民委员会开会研究，按照村民自治的程序，提议审议{facts.About}。")
            .Paragraph("医疗互助由村民自愿参加，资金来自村民、村集体和社会捐助，存在本村专户，只用于本村会员的住院补助，全程公开。大病大补、小病小补、同样病种同样补。");
        if (facts.Of(Step.Proposal)?.Text is { Length: > 0 } text)
            page.Paragraph(text);
        Summary(page, facts);
        return page.Paragraph("下一步征求村民意见，发《告全体村民书》，召开村民代表和村民小组长会议讨论，形成决议后执行。")
            .Signed($"{facts.Village}党组织委员会（签章）", $"{facts.Village}村民委员会（签章）", facts.Day(Step.Proposal)).Page("提议书");
    }

    static string Consultation(DocumentFacts facts)
    {
        var page = new Html().Title("征求意见公告")
            .Paragraph($"村“两委会”于{facts.Day(Step.Proposal)}提议审议{facts.About}，现征求全体村民的意见。");
        Summary(page, facts);
        return page.Paragraph($"有意见或建议，请告诉村管理员{facts.Officer}，电话 {facts.Phone}，或者写在下面的表里。")
            .Table("意见登记", ["姓名", "意见或建议", "日期"], Blank(8, 3))
            .Signed($"{facts.Village}村民委员会（签章）", facts.Day(Step.Consultation)).Page("征求意见公告");
    }

    static string Letter(DocumentFacts facts)
    {
        var page = new Html().Title("告全体村民书").Plain("各位村民：")
            .Paragraph("一场大病能拖垮一个家。村里准备办医疗互助：大家出一点，村集体补一点，社会捐一点，谁住院就帮谁一把。")
            .Paragraph("参加是自愿的。住院费用经医保报销以后，再按病种给一笔固定的补助：同样的病补同样的钱，不看是谁，不看在哪家医院。")
            .Paragraph($"一次住院总费用满 {DocumentFacts.Yuan(facts.Charter.EntryLine)}，出院后 {facts.Charter.ClaimDays} 天内，用手机拍出院记录、费用清单和医保结算单上传，就能申请。没有手机，到村委会找工作人员帮忙。")
            .Paragraph("钱放在本村专户，专人管理，每一笔都公示，剩下的转到下一年。");
        Summary(page, facts);
        return page.Paragraph($"准备召开村民代表和村民小组长会议表决。有疑问请找村管理员{facts.Officer}，电话 {facts.Phone}。")
            .Signed($"{facts.Village}村民委员会（签章）", facts.Day(Step.Letter)).Page("告全体村民书");
    }

    static string Assembly(DocumentFacts facts)
    {
        var votes = facts.Of(Step.Resolution)?.Votes;
        return new Html().Title("村民代表和村民小组长会议签到和表决记录")
            .Plain($"时间：{facts.Day(Step.Assembly)}　地点：{facts.Of(Step.Assembly)?.Place ?? "____________"}").Plain($"议题：审议{facts.About}")
            .Plain($"会议有效：到会达到应到的{CharterWords.Words(facts.Charter.Quorum)}。通过：赞成票超过到会人员的{CharterWords.Words(facts.Charter.Majority)}。")
            .Table("表决结果", ["应到", "实到", "赞成", "反对", "弃权"], [[Number(votes?.Eligible), Number(votes?.Present), Number(votes?.For), Number(votes?.Against), Number(votes?.Abstained)]])
            .Table("签到", ["序号", "姓名（签名）", "村民小组", "代表或组长", "表决"], Enumerable.Range(1, Math.Clamp(votes?.Eligible ?? 40, 1, 400)).Select(i => new[] { i.ToString(), "", "", "", "" }))
            .Signed("主持人：____________", "记录人：____________", "监票人：____________").Page("会议签到和表决记录");
    }

    static string Resolution(DocumentFacts facts)
    {
        var recorded = facts.Of(Step.Resolution);
        var votes = recorded?.Votes;
        var page = new Html().Title($"{facts.Village}村民代表和村民小组长会议决议")
            .Paragraph($"{facts.Day(Step.Assembly)}，{facts.Village}召开村民代表和村民小组长会议，应到 {Number(votes?.Eligible)} 人，实到 {Number(votes?.Present)} 人，审议{facts.About}。")
            .Paragraph($"经表决，赞成 {Number(votes?.For)} 票，反对 {Number(votes?.Against)} 票，弃权 {Number(votes?.Abstained)} 票。");
        page.Paragraph(recorded?.Adopted switch
        {
            true => $"赞成票超过到会人员的{CharterWords.Words(facts.Charter.Majority)}，会议决定通过，自公布之日起按方案和章程执行。",
            false => "赞成票没有达到规定，会议决定不予通过。",
            null => "会议决定：□ 通过　　□ 不予通过。",
        });
        if (recorded?.Text is { Length: > 0 } text)
            page.Paragraph(text);
        return page.Table("参会人员签名", ["签名", "签名", "签名", "签名"], Blank(8, 4))
            .Signed($"{facts.Village}村民委员会（签章）", facts.Day(Step.Resolution)).Page("决议");
    }

    static string CharterPage(DocumentFacts facts)
    {
        var page = new Html().Title($"{facts.Village}医疗互助会章程")
            .Paragraph("第一条　本会是本村村民自愿参加、互相帮助的公益组织，不以营利为目的，只补助本会会员的住院费用。")
            .Paragraph("第二条　资金由村民、村集体和社会捐助组成，存入本村专户，专人管理，专款专用，全程公开；结余转入下一年。")
            .Paragraph("第三条　按病种定额补助：大病大补、小病小补、同样病种同样补；只认病种，不认人，不认医院。一次补助不超过医保报销后本人实际负担的金额。");
        foreach (var (item, i) in CharterWords.Items(facts.Charter).Select((item, i) => (item, i)))
            page.Paragraph($"第{Ordinal(i + 4)}条　{item.Name}。{item.Text}");
        page.Heading("说明").Note($"以下各条没有公开的通行做法可以依据，是系统建议的默认值，请村民会议逐条确认或修改：{string.Join("、", CharterWords.Items(facts.Charter).Where(item => item.Certainty == "assumed").Select(item => item.Name))}。");
        return page.Signed($"{facts.Village}医疗互助会", facts.Day(Step.Resolution)).Page("章程");
    }

    static string PlanPage(DocumentFacts facts, VillagePlan plan, DiseaseCatalogue catalogue)
    {
        var page = new Html().Title($"{facts.Village}医疗互助补助方案表").Plain($"方案：{plan.Version}　适用：{DocumentFacts.Date(plan.From)}至{DocumentFacts.Date(plan.To)}出院的住院")
            .Plain($"起补线：一次住院总费用满 {DocumentFacts.Yuan(plan.EntryLine)}。{(plan.YearlyCap is { } cap ? $"一个人一年最多 {DocumentFacts.Yuan(cap)}。" : "一个人一年不设封顶。")}补助不超过本人实际负担。")
            .Plain($"决议：{(plan.Resolution.Length > 0 ? plan.Resolution : "尚未表决，仅供讨论")}");
        foreach (var sentence in facts.Basis)
            page.Note(sentence);
        foreach (var rung in catalogue.Entries.Where(entry => plan.Sums.ContainsKey(entry.Code)).GroupBy(entry => (entry.Serious, Sum: plan.Sums[entry.Code])).OrderByDescending(rung => rung.Key.Serious).ThenByDescending(rung => rung.Key.Sum))
        {
            page.Table(
                $"{(rung.Key.Serious ? "大病" : "小病")}，每次补助 {DocumentFacts.Yuan(rung.Key.Sum)}，{rung.Count()} 种",
                ["病种", "病种", "病种"],
                rung.Select(entry => $"{entry.Code} {entry.Name}").Chunk(3).Select(names => names.Concat(Enumerable.Repeat("　", 3 - names.Length)).ToArray()));
        }

        if (!plan.Operations.IsEmpty)
        {
            page.Table("按手术补助", ["手术", "每次补助"], plan.Operations.Sums.Select(sum => new[] { $"{sum.Key} {OperationList.Default.NameOf(sum.Key)}", DocumentFacts.Yuan(sum.Value) }), 1)
                .Plain(plan.Operations.Lead.Chinese());
        }

        return page.Note("病种目录共 1296 种，由系统按国际疾病分类归并，不是已公布的任何一份目录。").Page("补助方案表");
    }

    static void Summary(Html page, DocumentFacts facts)
    {
        if (facts.Of(Step.Proposal)?.Subject is { Charter: { } after, Before: { } before } && CharterWords.Changes(before, after) is { IsEmpty: false } changes)
            page.Table("章程要改的条目（全文另附）", ["条目", "现在", "改成"], changes.Select(change => new[] { change.Before.Name, change.Before.Text, change.After.Text }));
        if (facts.Plan is { } plan)
        {
            var rungs = plan.Sums.Values.GroupBy(sum => sum).OrderByDescending(rung => rung.Key);
            page.Table("补助方案要点（全表另附）", ["每次补助", "病种数"], rungs.Select(rung => new[] { DocumentFacts.Yuan(rung.Key), $"{rung.Count()} 种" }), 0, 1);
            if (!plan.Operations.IsEmpty)
                page.Plain($"另有 {plan.Operations.Sums.Count} 种手术按手术补助。{plan.Operations.Lead.Chinese()}");
        }

        foreach (var sentence in facts.Basis)
            page.Note(sentence);
    }

    static string Number(int? number) => number?.ToString() ?? "____";

    static IEnumerable<string[]> Blank(int rows, int columns) => Enumerable.Repeat(Enumerable.Repeat("", columns).ToArray(), rows);

    static string Ordinal(int number) => number < 10 ? Digit(number) : number < 20 ? $"十{Digit(number - 10)}" : $"{Digit(number / 10)}十{Digit(number % 10)}";

    static string Digit(int digit) => digit == 0 ? "" : "一二三四五六七八九"[digit - 1].ToString();
}
