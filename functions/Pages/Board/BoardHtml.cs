using Shouwang.Shared.Money;

namespace Shouwang.Functions.Pages.Board;

/// <summary>The public board as a page (村务公示页): every figure is in the HTML, charts only repeat the tables.</summary>
internal static class BoardHtml
{
    /// <summary>The whole page.</summary>
    /// <param name="frame">How the page is delivered: with links to scripts, or as a file of its own.</param>
    public static string Write(BoardSheet sheet, PageFrame frame)
    {
        return WordsHtml.Document($"{sheet.Name}医疗互助公示 · {sheet.Year}年", $"{sheet.Name}<small>医疗互助公示 · {sheet.Year}年</small>", frame, Contents(sheet, frame), $"""
            {Lead(sheet)}
            {BoardMoney.Write(sheet)}
            {BoardRules.Write(sheet, frame)}
            {BoardProof.Write(sheet, frame)}
            """, $"""
            <footer class="foot">
            <p>有看不懂的、觉得不对的，请找{sheet.OfficerName}，电话 {sheet.OfficerPhone}。</p>
            <p>数字算到{DateOnly.FromDateTime(sheet.At)} {sheet.At.ToString("HH:mm")}。姓名只留姓，是为了保护隐私；每一笔都能凭收据上的验证码核对。</p>
            <p class="print-only">张贴人：＿＿＿＿＿＿　　监督人：＿＿＿＿＿＿　　张贴日期：＿＿＿＿年＿＿月＿＿日</p>
            </footer>

            """);
    }

    static Html Contents(BoardSheet sheet, PageFrame frame)
    {
        Html notices = sheet.Notices.Count > 0 ? $"<li><a href=\"#notices\">公示中</a></li>" : Html.None;
        var years = frame.Standalone ? [] : sheet.Years.Where(year => year != sheet.Year).Select(year => (Html)$"<li><a href=\"?year={year}\">{year}年</a></li>");
        return $"""
            <nav class="tabs" aria-label="目录"><ul>
            <li><a href="#totals">总账</a></li><li><a href="#in">收入</a></li><li><a href="#out">补助</a></li><li><a href="#payments">每一笔</a></li>{notices}<li><a href="#plan">方案</a></li><li><a href="#proof">核对</a></li>{years}
            </ul></nav>

            """;
    }

    static Html Lead(BoardSheet sheet)
    {
        var totals = sheet.Totals;
        Html owed = totals.Owed.Value == 0 ? Html.None : Figure("审核通过还没发的", totals.Owed);
        Html overpaid = totals.Overpaid.Value == 0 ? Html.None : Figure("发多了要收回的", totals.Overpaid);
        Html brought = totals.Brought.Value == 0 ? Html.None : Figure("往年结余", totals.Brought);
        return $"""
            <section aria-labelledby="totals">
            <h2 id="totals">总账</h2>
            <p>{sheet.Year}年，互助会一共收了 {totals.In} 元，审核通过 {totals.Aids} 笔补助、{totals.Aid} 元，已经发到手 {totals.Paid} 元，{(sheet.IsPast ? "年底" : "")}账上还有 {totals.Money} 元。</p>
            <dl class="figures">
            {brought}{Figure($"{sheet.This}收的", totals.In)}{Figure($"{sheet.This}补的", totals.Aid)}{Figure(sheet.IsPast ? "年底账上还有" : "账上还有", totals.Money)}{owed}{overpaid}{Figure("系统运行维护费", totals.Fee)}
            </dl>
            </section>
            """;
    }

    static Html Figure(string what, Fen amount) => $"<div><dt>{what}</dt><dd>{amount} <small>元</small></dd></div>\n";
}
