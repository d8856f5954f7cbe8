namespace Shouwang.Bot.Tests;

/// <summary>Whoever asks for money, or is asked for it, hears where it is: until which day people can object, what was paid before, what goes back, and that nobody else may ask for it.</summary>
public sealed class MoneyBackAndForthTests
{
    private static readonly ClaimView Published = Sample.Claim with { State = "published", ObjectionsUntil = "2026-11-22" };
    private static readonly ClaimView Over = Sample.Claim with { State = "approved", Amount = "600.00", PaidOut = "1,200.00", ToReturn = "600.00" };
    private static readonly ClaimView GivenBack = Sample.Claim with { State = "paid", Amount = "600.00", PaidOut = "600.00", GaveBack = "600.00" };

    public static TheoryData<string, ClaimView, string, string> Asked => new()
    {
        { "钱什么时候到", Published, "公示到2026年11月22日", "公示完了" },
        { "要公示几天", Published, "公示到2026年11月22日", "一次住院总费用" },
        { "进度", Published with { ObjectionsUntil = "2026-11-21" }, "公示完了，等村里发钱", "公示到" },
        { "进度", Published with { ObjectionsUntil = null }, "已经公示，等村里发钱", "正在公示" },
        { "钱什么时候到", Published with { ObjectionsUntil = "2026-11-21", WithBank = true }, "名单已经交给银行，等银行发钱", "等村里发钱" },
        { "前什么时候到", Sample.Claim with { State = "paid" }, "没收到钱", "什么时候、在哪里发" },
        { "钱什么时候到", Sample.Claim with { State = "returned", Reason = "缺结算单" }, "缺结算单", "在哪里发" },
        { "进度", Sample.Claim with { PaidOut = "1,200.00" }, "以前发的1,200.00元先放着", "等吴会计核对" },
        { "进度", Over, "应该补600.00元。以前发了1,200.00元，发多了，要退给村里600.00元。怎么退，问吴会计", "就发钱" },
        { "为什么少了", Over, "别人来要，不要给", "没有要您退的钱" },
        { "为什么要我退钱", Over, "要退给村里600.00元", "没有要您退的钱" },
        { "退多少钱", Over with { State = "published" }, "要退给村里600.00元", "没有要您退的钱" },
        { "咋退钱", Over with { State = "refused", Reason = "第3条，不是会员", Amount = "0.00", ToReturn = "1,200.00" }, "要退给村里1,200.00元", "没有要您退的钱" },
        { "钱什么时候到", GivenBack, "多发的600.00元，您已经退给村里了", "在哪里发" },
        { "为什么少了", Sample.Claim with { State = "published", Amount = "1,500.00", PaidOut = "1,200.00", StillDue = "300.00", ObjectionsUntil = "2026-11-25" }, "还要再补300.00元。正在公示，公示到2026年11月25日", "退给" },
        { "为什么要我退钱给他", Sample.Claim with { State = "paid" }, "没有要您退的钱。谁叫您退钱、转账，都不要给，先打电话问吴会计", "在哪里发" },
        { "村里没钱了怎么办", Sample.Claim, "钱不多的时候，新的补助要排队", "我没听懂" },
        { "会里的钱要是用完了呢", Sample.Claim, "钱不多的时候，新的补助要排队", "我没听懂" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void What_is_asked_of_money_is_answered_as_it_stands(string asked, ClaimView claim, string says, string lacks)
    {
        var turn = Conversation.Take(Sample.Consented with { FolderClosed = true }, Sample.Says(asked), Known(claim));
        var said = string.Join('\n', turn.Replies.Select(reply => reply.Text));
        said.ShouldContain(says);
        said.ShouldNotContain(lacks);
    }

    [Theory]
    [InlineData("我没钱看病")]
    [InlineData("退会怎么退")]
    public void Other_wants_of_money_are_no_question_of_the_village(string said)
    {
        var turn = Conversation.Take(Sample.Consented with { FolderClosed = true }, Sample.Says(said), Known(Sample.Claim));
        string.Join('\n', turn.Replies.Select(reply => reply.Text)).ShouldNotContain("新的补助要排队");
    }

    public static TheoryData<ClaimView, string, string> News => new()
    {
        { Sample.Claim with { PaidOut = "1,200.00" }, "重新看一遍", "等批准" },
        { Over, "数改了", "安排发钱" },
        { Over with { State = "published" }, "数改了", "安排发钱" },
        { GivenBack, "退给村里的钱收到了", "补助发了" },
        { GivenBack with { State = "refused" }, "退给村里的钱收到了", "没有批准" },
        { Sample.Claim with { State = "approved", Amount = "1,500.00", PaidOut = "1,200.00", StillDue = "300.00" }, "还要再补一些", "补助批准了" },
    };

    [Theory]
    [MemberData(nameof(News))]
    public void News_of_a_correction_is_not_told_as_a_payment_and_names_no_amount(ClaimView claim, string says, string lacks)
    {
        var turn = Conversation.Take(Sample.Consented with { FolderClosed = true }, new ClaimMoved(claim), Known(claim));
        var said = string.Join('\n', turn.Replies.Select(reply => reply.Text));
        said.ShouldContain(says);
        said.ShouldNotContain(lacks);
        said.ShouldNotContain("00");
        said.ShouldNotContain(claim.Person);
    }

    private static Knowledge Known(ClaimView claim) => Sample.Known with
    {
        Claims = [claim],
        Villages = [Sample.Village with { LowMoney = "村里的钱不多的时候，新的补助要排队，先报的先发，等有了钱再发。" }],
    };
}
