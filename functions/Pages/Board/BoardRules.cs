namespace Shouwang.Functions.Pages.Board;

/// <summary>The part of the board about what was decided (方案与决议公示).</summary>
internal static class BoardRules
{
    public static Html Write(BoardSheet sheet, PageFrame frame) => $"""
        <section aria-labelledby="plan">
        <h2 id="plan">{(IsPast(sheet) ? $"{sheet.Year}年的补助方案" : Ended(sheet) ? "上一个补助方案" : "现在的补助方案")}</h2>
        {(Ended(sheet) ? (Html)$"<p class=\"warn\">这个方案已经到期，新的方案还没有公布。以后出院的补多少，要等新方案。</p>" : Html.None)}{(sheet.Plan is { } plan ? Plan(sheet, plan, frame) : (Html)$"<p class=\"note\">{(IsPast(sheet) ? "这一年没有公布过补助方案。" : "还没有公布补助方案。")}</p>")}
        {Charter(sheet)}{Documents(sheet)}</section>
        """;

    /// <summary>The year of the plan is over and no other has come.</summary>
    static bool Ended(BoardSheet sheet) => !IsPast(sheet) && sheet.Plan is { } plan && plan.To < DateOnly.FromDateTime(sheet.At);

    static bool IsPast(BoardSheet sheet) => sheet.Year < sheet.At.Year;

    static Html Plan(BoardSheet sheet, BoardPlan plan, PageFrame frame)
    {
        Html cap = plan.YearlyCap is { } most ? (Html)$"<li>一个人一年最多补 {most} 元。</li>" : Html.None;
        Html all = frame.Standalone ? Html.None : $"<p class=\"screen-only\"><a class=\"button second\" href=\"/board/{sheet.Village}/plan\">{(IsPast(sheet) ? "查一查：现在什么病补多少" : "查一查：什么病补多少")}</a></p>\n";
        return $"""
            <p>方案 {plan.Version}，管 {plan.From} 到 {plan.To} 出院的人。</p>
            <ul>
            <li>同样的病，人人补一样多；大病多补，小病少补。不看在哪家医院。</li>
            <li>住一次院总共花了 {plan.EntryLine} 元以上，就可以申请。</li>
            <li>补的钱不超过本人自己出的钱。</li>
            {cap}</ul>
            <p>决议：{plan.Resolution}</p>
            {HtmlTable.Write<BoardSum>("几种常见病补多少", plan.Examples, [new("病种", it => $"{it.Disease}"), new("大病小病", it => $"{(it.Serious ? "大病" : "小病")}"), new("补助（元）", it => $"{it.Sum}", true)], [], "")}{all}
            """;
    }

    static Html Charter(BoardSheet sheet) => sheet.Charter.Count == 0 ? Html.None : $"""
        <h3>章程里的规矩</h3>
        <ul class="rules">{sheet.Charter.Select(sentence => (Html)$"<li>{sentence}</li>")}</ul>

        """;

    static Html Documents(BoardSheet sheet) => sheet.Documents.Count == 0 ? Html.None : $"""
        <h3>议事文件</h3>
        <ul>{sheet.Documents.Select(document => document.Address is { } address ? (Html)$"<li><a href=\"{address}\">{document.Name}</a></li>" : $"<li>{document.Name}</li>")}</ul>

        """;
}
