using Shouwang.Functions.Villages;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;

namespace Shouwang.Functions.Pages.Board;

/// <summary>What the plan pays, looked up (查方案): the diseases that fit the words, or all of them by chapter.</summary>
/// <param name="Question">What the person typed; empty for all.</param>
internal sealed record PlanSheet(string Village, string Name, BoardPlan? Plan, string Question, IReadOnlyList<BoardSum> Found, int All)
{
    /// <summary>More than these nobody reads.</summary>
    const int Most = 30;

    public static PlanSheet Of(Village village, DateOnly today, string question)
    {
        if (village.VersionAround(today)?.Plan is not { } plan)
            return new(village.Code, village.Name, null, question, [], 0);
        var catalogue = DiseaseCatalogue.Default.Entries;
        var sums = plan.Over(village.Code, catalogue).Sums;
        var about = new BoardPlan(plan.Version, plan.From, plan.To, plan.EntryLine, plan.YearlyCap, plan.Resolution, []) { Operations = plan.Operations };
        var entries = question.Length == 0 ? catalogue : Find(question, catalogue);
        return new(village.Code, village.Name, about, question, [.. entries.Select(entry => new BoardSum(entry.Name, entry.Serious, sums[entry.Code]))], catalogue.Count);
    }

    static IEnumerable<DiseaseEntry> Find(string question, IReadOnlyList<DiseaseEntry> catalogue) =>
        DiagnosisMatcher.Default.Match(question, most: 10).Matches.Where(match => match.Score.Value > 0).Select(match => match.Entry)
            .Concat(catalogue.Where(entry => entry.Name.Contains(question, StringComparison.Ordinal) || entry.Aliases.Any(alias => alias.Contains(question, StringComparison.Ordinal))))
            .Distinct().Take(Most);
}

/// <summary>The plan's page (查方案页): works without scripts.</summary>
internal static class PlanHtml
{
    public static string Write(PlanSheet sheet, PageFrame frame)
    {
        Html back = $"<p class=\"screen-only\"><a href=\"/board/{sheet.Village}\">回到公示</a></p>";
        return WordsHtml.Document($"{sheet.Name}补助方案", $"{sheet.Name}<small>补助方案</small>", frame, Html.None, sheet.Plan is not { } plan
            ? (Html)$"<p class=\"note\">还没有公布补助方案。</p>{back}"
            : $"""
            <p>方案 {plan.Version}，管 {plan.From} 到 {plan.To} 出院的人。住一次院总共花了 {plan.EntryLine} 元以上就可以申请；补的钱不超过本人自己出的钱。</p>
            <form class="panel screen-only" method="get" role="search">
            <div class="field"><label for="q">得的什么病</label><input id="q" name="q" type="search" value="{sheet.Question}" maxlength="60" autocomplete="off"></div>
            <div class="actions"><button>查一查</button></div>
            </form>
            {HtmlTable.Write<BoardSum>(
                sheet.Question.Length == 0 ? $"全部 {sheet.All} 个病种" : $"和“{sheet.Question}”有关的病种",
                sheet.Found,
                [new("病种", it => $"{it.Disease}"), new("大病小病", it => $"{(it.Serious ? "大病" : "小病")}"), new("补助（元）", it => $"{it.Sum}", true)],
                [],
                "没有找到。请换个说法，例如“阑尾炎”；也可以拍下出院记录，在聊天里问。")}{Operations(plan.Operations)}{back}
            """, Html.None);
    }

    static Html Operations(OperationSums operations) => operations.IsEmpty ? Html.None
        : $"""
        {HtmlTable.Write<KeyValuePair<string, Fen>>(
            "按手术补助",
            [.. operations.Sums],
            [new("手术", it => $"{OperationList.Default.NameOf(it.Key)}"), new("补助（元）", it => $"{it.Value}", true)],
            [],
            "")}<p>{operations.Lead.Chinese()}</p>

        """;
}
