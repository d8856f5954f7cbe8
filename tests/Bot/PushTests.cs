using System.Text.Json;

namespace Shouwang.Bot.Tests;

/// <summary>What nobody asked for just now shows on locked screens: it says that there is news, never whose, what of or how much.</summary>
public sealed class PushTests
{
    private static readonly ClaimView Claim = Sample.Claim with { Reason = "缺周桂兰的费用清单第2页", AppealBy = "2026-12-22" };

    private static readonly string[] Personal =
    [
        Claim.Person, Claim.Hospital, Claim.Disease, "阑尾", "1,200", "4,100", "12,345", Claim.AmountInCapitals!, "费用清单第2页", "陆根生", "母亲", "我交了五年会费", "10月", "2026-10",
    ];

    public static TheoryData<string> States => ["checked", "approved", "published", "paid", "returned", "refused", "received", "unheard-of"];

    [Theory]
    [MemberData(nameof(States))]
    public void News_of_a_claim_names_nobody_and_no_amount_and_says_where_the_rest_is(string state)
    {
        var texts = Pushed(new ClaimMoved(Claim with { State = state }), Sample.Consented with { FolderClosed = true, ActingFor = "陆根生" });
        texts.ShouldContain("进度");
        Conversation.Take(Sample.Consented with { FolderClosed = true }, Sample.Says("进度"), Sample.Known with { Claims = [Claim with { State = state }] })
            .Replies.Select(reply => reply.Text!).ShouldContain(text => text.Contains(Claim.Person, StringComparison.Ordinal));
    }

    [Fact]
    public void Reminders_and_news_for_officers_name_nobody()
    {
        var state = Sample.Consented with { Folder = 1, Folders = 1, ActingFor = "陆根生", Patients = [new Patient("陆根生", Sample.Now, false, 1, false)] };
        Pushed(new FolderWaits(3) { Folder = 1 }, state).ShouldContain("还差");
        Pushed(new FolderExpired(30) { Folder = 1 }, state).ShouldContain("收起来");
        Pushed(new ReadingDelayed(), state);
        Pushed(new OfficerSaid("吴会计", "周桂兰的1,200.00元，急性阑尾炎，缺费用清单第2页"), state).ShouldContain("看回话");
        foreach (var kind in (string[])["claim", "call", "objection"])
            Pushed(new OfficerNews(kind, "我交了五年会费", Claim), state).ShouldNotBeEmpty();
    }

    private static string Pushed(Happening news, ConversationState state)
    {
        var turn = Conversation.Take(state, news, Sample.Known with { Claims = [Claim], Papers = [Sample.Paper("a", "fee-list")] });
        foreach (var json in turn.Replies.Select(reply => JsonSerializer.Serialize(reply, Schema.ActivityJson.Default.Activity)))
        {
            using var plain = JsonDocument.Parse(json);
            foreach (var text in Strings(plain.RootElement))
                Personal.ShouldAllBe(word => !text.Contains(word, StringComparison.Ordinal), text);
        }

        return string.Concat(turn.Replies.Select(reply => reply.Text));
    }

    private static IEnumerable<string> Strings(JsonElement it) => it.ValueKind switch
    {
        JsonValueKind.String => [it.GetString()!],
        JsonValueKind.Object => it.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => it.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
