using Shouwang.Shared.Money;

namespace Shouwang.Functions.Pages.Board;

/// <summary>The part of the board about money (收支公示): where it came from, whom it helped, what is left.</summary>
internal static class BoardMoney
{
    public static Html Write(BoardSheet sheet) => $"""
        <section aria-labelledby="in">
        <h2 id="in">钱从哪里来</h2>
        {Sources(sheet)}{Gifts(sheet)}</section>
        <section aria-labelledby="out">
        <h2 id="out">补给了什么病</h2>
        {Groups(sheet)}</section>
        {Notices(sheet)}<section aria-labelledby="payments">
        <h2 id="payments">每一笔补助</h2>
        {Payments(sheet)}{Amendments(sheet)}</section>
        <section aria-labelledby="months">
        <h2 id="months">每个月的账</h2>
        {Months(sheet)}</section>
        """;

    static Html Sources(BoardSheet sheet) => HtmlTable.Write<BoardSource>(
        $"{sheet.This}的收入，按来源",
        sheet.Sources,
        [new("来源", it => $"{it.Name}"), new("笔数", it => $"{it.Count}", true), new("金额（元）", it => $"{it.Amount}", true)],
        [$"合计", $"{sheet.Sources.Sum(it => it.Count)}", $"{Sum(sheet.Sources.Select(it => it.Amount))}"],
        $"{sheet.This}还没有收入。",
        "bar");

    static Html Gifts(BoardSheet sheet) => sheet.Gifts.Count == 0 ? Html.None : HtmlTable.Write<BoardGift>(
        "捐赠，和它们补了什么",
        sheet.Gifts,
        [
            new("捐赠人", it => $"{it.Giver}"), new("日期", it => $"{it.Date}"), new("用途", it => $"{it.Purpose}"), new("金额（元）", it => $"{it.Amount}", true),
            new("已经用了（元）", it => $"{it.Used}", true), new("用在哪里", it => $"{it.UsedFor}"),
        ],
        [],
        "");

    static Html Groups(BoardSheet sheet) => HtmlTable.Write<BoardGroup>(
        $"{sheet.This}审核通过的补助，按病种大类",
        sheet.Groups,
        [new("病种", it => $"{it.Name}"), new("大病小病", it => $"{(it.Serious ? "大病" : "小病")}"), new("笔数", it => $"{it.Count}", true), new("金额（元）", it => $"{it.Amount}", true)],
        [$"合计", $"", $"{sheet.Groups.Sum(it => it.Count)}", $"{Sum(sheet.Groups.Select(it => it.Amount))}"],
        $"{sheet.This}还没有审核通过的补助。",
        "bar");

    static Html Notices(BoardSheet sheet) => sheet.Notices.Count == 0 ? Html.None : $"""
        <section aria-labelledby="notices">
        <h2 id="notices">正在公示，可以提意见</h2>
        <p class="note">觉得哪一笔不对，请在公示结束前找{sheet.OfficerName}说，电话 {sheet.OfficerPhone}。</p>
        {HtmlTable.Write<BoardNotice>(
            "公示中的补助",
            sheet.Notices,
            [new("姓名", it => $"{it.Person}"), new("病种", it => $"{it.Group}"), new("金额（元）", it => $"{it.Amount}", true), new("公示到", it => $"{it.Until}"), .. Corrected(sheet)],
            [],
            "")}</section>

        """;

    /// <summary>Somebody who was paid before is not taken for somebody who gets all of it now.</summary>
    static HtmlTable.Column<BoardNotice>[] Corrected(BoardSheet sheet) => sheet.Notices.All(it => it.Before is null) ? [] :
        [new("改数以前发过（元）", it => it.Before is { } before ? $"{before}" : Html.None, true)];

    static Html Payments(BoardSheet sheet) => HtmlTable.Write<BoardPayment>(
        $"{sheet.This}发放的每一笔，最近的在前",
        sheet.Payments,
        [
            new("姓名", it => $"{it.Person}"), new("日期", it => $"{it.Date}"), new("病种", it => $"{it.Group}"), new("补助（元）", it => $"{it.Amount}", true),
            new("发放后余额（元）", it => $"{it.Balance}", true), new("编号", it => $"{it.Number}", true),
        ],
        [$"合计", $"", $"", $"{Sum(sheet.Payments.Select(it => it.Amount))}", $"", $""],
        $"{sheet.This}还没有发放补助。");

    static Html Amendments(BoardSheet sheet) => sheet.Amendments.Count == 0 ? Html.None : HtmlTable.Write<BoardAmendment>(
        "更正过的账：原来的不删，另记一笔",
        sheet.Amendments,
        [new("编号", it => $"{it.Number}"), new("日期", it => $"{it.Date}"), new("更正哪一笔", it => $"{it.Of}", true), new("多了或少了（元）", it => $"{it.Amount}", true), new("原因", it => $"{it.Why}")],
        [],
        "");

    static Html Months(BoardSheet sheet) => HtmlTable.Write<BoardMonth>(
        "每月收支和月底余额",
        sheet.Months,
        [new("月份", it => $"{it.Name}"), new("收入（元）", it => $"{it.In}", true), new("支出（元）", it => $"{it.Out}", true), new("月底余额（元）", it => $"{it.Balance}", true)],
        [],
        $"{sheet.This}还没有记账。",
        "line");

    static Fen Sum(IEnumerable<Fen> amounts) => amounts.Aggregate(Fen.Zero, (sum, amount) => sum + amount);
}
