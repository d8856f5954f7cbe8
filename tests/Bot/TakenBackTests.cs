namespace Shouwang.Bot.Tests;

/// <summary>A volunteer whose card was taken back sends nothing more for the people it stood for, and hears nothing more of them.</summary>
public sealed class TakenBackTests
{
    private static readonly VolunteerView Card = new("320281105203-KMPQR", "李大明");
    private static readonly Knowledge Without = Sample.Known with { Claims = [Sample.Claim with { Person = "许金凤" }, Sample.Claim with { Id = "c-own", Person = "李大明" }] };

    private static ConversationState Acting()
    {
        var state = Sample.Consented;
        foreach (var said in new[] { "帮许金凤阿婆办", "答应了" })
            state = Conversation.Take(state, Sample.Says(said), Sample.Known with { Volunteer = Card }).State;
        state.ActingFor.ShouldBe("许金凤");
        return state with { Folder = 1, Folders = 1 };
    }

    [Fact]
    public void He_is_told_once_and_hears_no_more_of_them()
    {
        var turn = Conversation.Take(Acting(), Sample.Says("进度"), Without);
        var said = string.Join('\n', turn.Replies.Select(reply => reply.Text));
        said.ShouldContain("您的代办证已经收回了，不能再替许金凤交资料、看进度");
        said.ShouldContain("李大明");
        said.Replace("不能再替许金凤", "", StringComparison.Ordinal).ShouldNotContain("许金凤");
        turn.State.ActingFor.ShouldBeNull();
        turn.State.Folder.ShouldBe(0);
        turn.State.Ended.ShouldHaveSingleItem().Folder.ShouldBe(1);
        var again = string.Join('\n', Conversation.Take(turn.State, Sample.Says("进度"), Without).Replies.Select(reply => reply.Text));
        again.ShouldNotContain("代办证");
        again.ShouldNotContain("许金凤");
        again.ShouldContain("李大明");
    }

    [Fact]
    public void Photos_he_sends_for_them_are_not_taken()
    {
        var turn = Conversation.Take(Acting(), Sample.Sends(new Picture("a", "a.jpg", PictureVerdict.Fine)), Without);
        turn.Effects.OfType<SubmitPaper>().ShouldBeEmpty();
        turn.Effects.OfType<DropPictures>().Single().Hashes.ShouldBe(["a"]);
        turn.Replies.Single().Text!.ShouldContain("代办证已经收回");
    }

    [Fact]
    public void News_of_their_papers_and_claims_stay_silent()
    {
        var told = Conversation.Take(Acting(), Sample.Says("你好"), Without).State;
        foreach (var state in new[] { Acting(), told })
        {
            Conversation.Take(state, new ClaimMoved(Sample.Claim with { Person = "许金凤", State = "paid" }), Without).Replies.ShouldBeEmpty();
            Conversation.Take(state, new FolderWaits(3) { Folder = 1 }, Without).Replies.ShouldBeEmpty();
            Conversation.Take(state, new ClaimMoved(Sample.Claim with { Person = "李大明", State = "paid" }), Without).Replies.ShouldNotBeEmpty();
            Conversation.Take(state, new ClaimMoved(Sample.Claim with { Person = "许金凤", State = "paid" }), Without with { Volunteer = Card }).Replies.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void His_own_family_is_not_of_the_card()
    {
        var state = Sample.Consented;
        foreach (var said in new[] { "替我妈办", "答应了" })
            state = Conversation.Take(state, Sample.Says(said), Sample.Known with { Volunteer = Card }).State;
        string.Join('\n', Conversation.Take(state, Sample.Says("进度"), Without).Replies.Select(reply => reply.Text)).ShouldNotContain("代办证");
    }
}
