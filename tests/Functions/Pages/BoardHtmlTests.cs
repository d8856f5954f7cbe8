using System.Text.RegularExpressions;
using Shouwang.Functions.Pages;
using Shouwang.Functions.Pages.Board;
using Shouwang.Functions.Tests.Support;
using Shouwang.Shared.Money;

namespace Shouwang.Functions.Tests.Pages;

public sealed partial class BoardHtmlTests
{
    readonly WebFiles _files = new(Repository.Path("web"));

    string Served(BoardSheet sheet) => BoardHtml.Write(sheet, PageFrame.Served(_files));

    [Fact]
    public void Every_figure_stands_in_the_page_itself()
    {
        var sheet = SampleBoard.Sheet;
        var text = Plain(Served(sheet));
        foreach (var amount in sheet.Payments.SelectMany(it => new[] { it.Amount, it.Balance })
            .Concat(sheet.Sources.Select(it => it.Amount)).Concat(sheet.Groups.Select(it => it.Amount)).Concat(sheet.Months.Select(it => it.Balance))
            .Append(sheet.Totals.In).Append(sheet.Totals.Aid).Append(sheet.Totals.Money).Append(sheet.Totals.Owed))
            text.ShouldContain(amount.ToGroupedString());
        foreach (var word in sheet.Payments.Select(it => it.Person).Concat(sheet.Charter).Append(sheet.Plan!.Resolution).Append(sheet.Seal.Root).Append("合计").Append("−45.00"))
            text.ShouldContain(word);
    }

    [Fact]
    public void Whatever_people_wrote_is_text_and_never_markup()
    {
        const string attack = "<script>alert(1)</script>\"'&<img src=x onerror=y>";
        var sheet = SampleBoard.Sheet with
        {
            Name = attack,
            OfficerName = attack,
            Sources = [new(attack, Fen.Zero, 1)],
            Gifts = [new(new(2026, 1, 1), attack, attack, Fen.Zero, Fen.Zero, attack)],
            Amendments = [new(1, new(2026, 1, 1), 1, Fen.Zero, attack)],
            Charter = [attack],
            Documents = [new(attack, null)],
            Payments = [new(1, new(2026, 1, 1), attack, attack, Fen.Zero, Fen.Zero)],
        };
        foreach (var html in new[] { Served(sheet), BoardHtml.Write(sheet, PageFrame.Alone(_files)) })
        {
            html.ShouldNotContain("<script>");
            html.ShouldNotContain("<img");
            Regex.Count(html, "alert\\(1\\)").ShouldBeGreaterThan(8);
        }
    }

    [Fact]
    public void A_village_that_has_just_begun_has_a_board_that_says_so()
    {
        var sheet = SampleBoard.Sheet with
        {
            Totals = new(Fen.Zero, Fen.Zero, Fen.Zero, 0, Fen.Zero, Fen.Zero, Fen.Zero, Fen.Zero, Fen.Zero),
            Sources = [],
            Groups = [],
            Payments = [],
            Months = [],
            Gifts = [],
            Amendments = [],
            Notices = [],
            Plan = null,
            Charter = [],
            Documents = [],
        };
        var text = Plain(Served(sheet));
        text.ShouldContain("今年还没有收入");
        text.ShouldContain("还没有公布补助方案");
        text.ShouldNotContain("合计");
    }

    [Fact]
    public void A_year_gone_by_is_not_called_this_year()
    {
        Plain(Served(SampleBoard.Sheet)).ShouldContain("今年收的");
        var text = Plain(Served(SampleBoard.Sheet with { Year = 2025 }));
        text.ShouldNotContain("今年");
        text.ShouldContain("2025年收的");
        text.ShouldContain("年底账上还有");
    }

    [Fact]
    public void The_file_that_stands_alone_asks_for_nothing()
    {
        var html = BoardHtml.Write(SampleBoard.Sheet with { Documents = [] }, PageFrame.Alone(_files));
        Outside().Matches(html).ShouldBeEmpty();
        html.ShouldContain("@media print");
        html.ShouldNotContain("<script");
    }

    static string Plain(string html) => Tag().Replace(html, "");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(src|href)=\"(?!#)[^\"]*\"|url\\(")]
    private static partial Regex Outside();
}
