using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Schema;

namespace Shouwang.Bot.Tests;

/// <summary>What holds for any text in any state.</summary>
public sealed partial class AnythingTests
{
    private static readonly string[] Pieces =
    [
        "1", "2", "９", "③", "1️⃣", "同意", "不同意", "对", "不对", "人工", "进度", "为什么", "删除我的资料", "批准1", "退回2 缺页", "待办", "替我妈办", "五万三千二", "去年腊月二十三",
        "6222020200001234567", "32028119650101123X", "密码是123456", "**粗**", "[a](b)", "\0", "\n\n", "😀", "\ud83d", "{0}", "{officer}", "阑尾炎", "和风村", "绑定 1234567890", "绑定", "解除绑定", "我自己", "别的人", "职工", "三级医院", "申诉", "？？？", " ", "", "abc",
        new string('多', 700), new string('9', 40),
    ];

    private static readonly string?[] Waits = [null, "nonsense", "village", "consent", "guardian", "withdraw-consent", "delete", "conflict", "two-people", "correct", "objection", "how-much", "how-much.which", "for-other", "for-other.known", "for-other.name", "for-other.agreed", "for-other.agreed-all", "for-other.one-by-one", "for-other.guardian", "whose", "whose.name", "other-person", "appeal", "claim-decided.confirm", "insurance.scheme", "insurance.level", "officer-return-why", "officer-confirm", "heard-figures"];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Pieces),
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));

    private static readonly Gen<ConversationState> State =
        from waiting in Gen.Elements(Waits)
        from village in Gen.Elements(null, Sample.Village.Code, "999999999999")
        from consented in Gen.Elements(true, false)
        from closed in Gen.Elements(true, false)
        from misses in Gen.Choose(0, 5)
        from choices in Gen.Elements<string[]>([], ["同意", "不同意"], ["是同一个人，都留下", "最后这张不要了", "只留最后这张"])
        from slots in Gen.Elements(ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty.Add("hash", "a").Add("person", "母亲"), ImmutableSortedDictionary<string, string>.Empty.Add("folder", "1").Add("named", "沈阿大").Add("person", "陆根生"))
        from folder in Gen.Choose(0, 3)
        from acting in Gen.Elements(null, "母亲", "陆根生")
        from patients in Gen.Elements<Patient[]>([], [new("陆根生", Sample.Now, false, 1, false), new("母亲", Sample.Now, false, 0, false)])
        from strays in Gen.Elements<StrayPaper[]>([], [new("a", 1, "沈阿大"), new("b", 2, "")])
        from byName in Gen.Elements(true, false)
        from held in Gen.Elements<string[]>([], ["h1", "h2"])
        from listed in Gen.Elements<string[]>([], ["c-1"], ["gone"])
        from heard in Gen.Elements<DateTimeOffset?>(null, Sample.Now.AddHours(-1), Sample.Now.AddDays(-3))
        select new ConversationState { Waiting = waiting, Village = village, ConsentedAt = consented ? Sample.Now : null, FolderClosed = closed, NotUnderstood = misses, Choices = choices, Slots = slots, Folder = folder, ActingFor = acting, Patients = patients, Strays = strays, ByName = byName, Held = held, Listed = listed, HeardAt = heard };

    private static readonly Gen<Knowledge> Known =
        from villages in Gen.Elements<VillageView[]>([], [Sample.Village], [Sample.Village, Sample.OtherVillage])
        from papers in Gen.Elements<PaperView[]>([], [Sample.Paper("a", "fee-list"), Sample.Paper("b", "other")])
        from claims in Gen.Elements<ClaimView[]>([], [Sample.Claim], [Sample.Claim with { Amount = null, AmountInCapitals = null, State = "unheard-of" }])
        from officer in Gen.Elements(null, new OfficerView("吴会计", [new PendingView(Sample.Claim, ["approved", "returned"], "本人说读错了。")]))
        from volunteer in Gen.Elements(null, new VolunteerView("320281105203-KMPQR", "李大明"))
        from plan in Gen.Elements(null, Sample.Plan)
        from policy in Gen.Elements<Func<PolicyQuestion, PolicyAnswer>?>(null, Sample.Policy)
        select new Knowledge { Now = Sample.Now, Villages = villages, Papers = papers, Claims = claims, Officer = officer, Volunteer = volunteer, Plan = plan, Policy = policy };

    private static Arbitrary<(string Text, ConversationState State, Knowledge Known)> Any => Arb.From(from t in Text from s in State from k in Known select (t, s, k));

    [Fact]
    public void Any_text_in_any_state_gets_an_answer_that_keeps_the_rules() => Prop.ForAll(Any, one =>
    {
        var turn = Conversation.Take(one.State, Sample.Says(one.Text), one.Known);
        if (!turn.Effects.Any(e => e is TieMyself or Untie or MoveClaim or AppealClaim or LookIntoFolders)) // the shell's answer is told in the same turn
            turn.Replies.ShouldNotBeEmpty();
        foreach (var reply in turn.Replies)
            Keeps_the_rules(reply);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void What_the_bot_remembers_survives_being_stored() => Prop.ForAll(Any, one =>
    {
        var state = Conversation.Take(one.State, Sample.Says(one.Text), one.Known).State;
        var json = JsonSerializer.Serialize(state, ConversationStateJson.Default.ConversationState);
        var back = JsonSerializer.Deserialize(json, ConversationStateJson.Default.ConversationState)!;
        JsonSerializer.Serialize(back, ConversationStateJson.Default.ConversationState).ShouldBe(json);
        Conversation.Take(back, Sample.Says("1"), one.Known).Replies.Select(r => r.Text).ShouldBe(Conversation.Take(state, Sample.Says("1"), one.Known).Replies.Select(r => r.Text));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("卡号6222020200001234567")]
    [InlineData("6222 0202 0000 1234 567")]
    [InlineData("身份证32028119650101123X")]
    [InlineData("６２２２０２０２００００１２３４５６７")]
    public void A_card_or_identity_number_is_neither_repeated_nor_kept(string text)
    {
        var turn = Conversation.Take(Sample.Consented with { Waiting = "how-much" }, Sample.Says(text), Sample.Known);
        Sample.Kinds(turn).ToList().ShouldBe(["secret"]);
        turn.Effects.ShouldBeEmpty();
        JsonSerializer.Serialize(turn.State, ConversationStateJson.Default.ConversationState).ShouldNotContain("0202");
    }

    [Fact]
    public void Typing_and_events_get_no_answer() =>
        Conversation.Take(new(), new PersonSent(new Activity { Type = "typing" }, []), Sample.Known).Replies.ShouldBeEmpty();

    [Fact]
    public void A_button_of_a_card_counts_as_its_words()
    {
        var pressed = new Activity { Type = "message", Value = JsonElement.Parse("""{"say":"为什么"}""") };
        Sample.Kinds(Conversation.Take(Sample.Consented, new PersonSent(pressed, []), Sample.Known with { Claims = [Sample.Claim] })).ToList().ShouldBe(["why"]);
    }

    internal static void Keeps_the_rules(Activity reply)
    {
        reply.Text.ShouldNotBeNullOrWhiteSpace();
        reply.Text!.Length.ShouldBeLessThanOrEqualTo(Message.Longest);
        LongDigits().IsMatch(reply.Text).ShouldBeFalse(reply.Text);
        reply.Text.ShouldNotContain("{");
        reply.Speak.ShouldNotBeNullOrWhiteSpace();
        reply.Speak!.ShouldAllBe(c => char.IsLetterOrDigit(c) || "，。？！、；：.".Contains(c));
        Sample.Kind(reply).ShouldNotBeNullOrEmpty();
        reply.SuggestedActions?.Actions.ShouldAllBe(a => a.Type == "imBack" && a.Title.Length > 0 && a.Value == a.Title);
    }

    [GeneratedRegex("[0-9]{13,}")]
    private static partial Regex LongDigits();
}
