using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>The answer (结果): the amount first, then why, then what happens next; and what was read, for the person to say whether it is right.</summary>
internal static partial class Decision
{
    /// <summary>不晓得，我看不懂: neither a yes nor a no.</summary>
    [GeneratedRegex("^我?(?:也|都|又)?(?:[不勿弗]|弄不|记不|说不)(?:太|大)?(?:晓得|知道|清楚|清|懂|准|得|来)(?:了|啊|呀|呢|对不对|哪里?[有]?错)*[。.!]?$|^我?(?:也|都)?看不(?:懂|清楚?|来|见)[了啊]?[。.!]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Unsure();

    /// <summary>都对吗, by its catalogue key.</summary>
    public const string Question = "claim-decided.confirm";

    public static Talk Tell(Talk talk, ClaimDecided decided)
    {
        var closed = talk.Remember(s => Patients.Close(s, talk.Folder));
        // A question about photos that wait is another person's.
        if (talk.Folder == talk.State.Folder && talk.State.Waiting != Question && !(talk.State.Held.Count > 0 && Questions.IsLasting(talk.State.Waiting)))
            closed = closed.Done();
        return decided.Before ? Before(closed, decided.Claim) : Now(closed, decided.Claim);
    }

    /// <summary>对 or 不对 to what was read.</summary>
    public static Talk? Answer(Talk talk, Heard heard)
    {
        var id = talk.State.Slots.GetValueOrDefault("claim", talk.Claim?.Id ?? "");
        var earlier = talk.State.Slots.GetValueOrDefault(Earlier, "");
        if (heard.IsYes)
            return Rest(talk.Done().Do(new ConfirmClaim(id, Right: true)).Say("confirm.right"), earlier);
        if (Unsure().IsMatch(heard.Text))
            return talk.Say("confirm.unsure");
        return heard is { IsCommand: true, Intent: Intent.No } ? Wrong(talk.Done(), id, earlier) : null;
    }

    /// <summary>Slot of the claims that were told before this one and not answered to: whoever acts for several hears of them one after the other.</summary>
    public const string Earlier = "earlier";

    /// <summary>Something else has to be asked first: what was asked about claims is asked again afterwards.</summary>
    public static Talk Later(Talk talk) => talk.State.Waiting != Question ? talk
        : talk.Remember(s => s with { Unasked = [.. s.Unasked, .. $"{s.Slots.GetValueOrDefault(Earlier, "")} {s.Slots.GetValueOrDefault("claim", "")}".Split(' ', StringSplitOptions.RemoveEmptyEntries)] });

    /// <summary>The question about claims that were told while another waited.</summary>
    public static Talk AskUnasked(Talk talk) =>
        talk.State is { Waiting: null, Unasked: { Count: > 0 } told } ? Rest(talk.Remember(s => s with { Unasked = [] }), string.Join(' ', told)) : talk;

    /// <summary>The question about an earlier claim, once the one about a later has its answer.</summary>
    public static Talk Rest(Talk talk, string earlier)
    {
        var open = earlier.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => talk.Knowledge.Claims.FirstOrDefault(claim => claim.Id == id)).OfType<ClaimView>().Where(IsOpen).ToList();
        return open is [.. var others, var last] ? Confirm(talk.Remember(s => s with { Slots = s.Slots.SetItem(Earlier, string.Join(' ', others.Select(claim => claim.Id))) }), last) : talk;
    }

    /// <summary>Whether 对 and 不对 still mean what was read for the newest claim.</summary>
    public static bool Open(Talk talk) => talk.State.Waiting is null && talk.Claim is { } claim && IsOpen(claim);

    /// <summary>Whether the question waits, and its claim has not moved on since.</summary>
    public static bool IsAsked(Talk talk) => talk.State.Waiting == Question && talk.Knowledge.Claims.Any(claim => claim.Id == talk.State.Slots.GetValueOrDefault("claim") && IsOpen(claim));

    private static bool IsOpen(ClaimView claim) => claim is { Confirmed: null, State: "received" or "checked" };

    /// <summary>Something that may be a yes or a no: the question is put in so many words.</summary>
    public static Talk AskPlainly(Talk talk) =>
        talk.Remember(s => s with { Waiting = Question, Slots = s.Slots.SetItem("claim", talk.Claim?.Id ?? "") }).Say("confirm.plainly");

    private static Talk Wrong(Talk talk, string id, string earlier) =>
        talk.Do(new ConfirmClaim(id, Right: false)).Remember(s => s with { Slots = s.Slots.SetItem("claim", id).SetItem(Earlier, earlier) }).Ask("correct");

    private static Talk Before(Talk talk, ClaimView claim) => talk.Say(
        claim.Amount is null ? "claim-before.unknown" : "claim-before",
        ("amount", claim.Amount),
        ("state", ClaimWords.State(talk, claim)));

    private static Talk Now(Talk talk, ClaimView claim)
    {
        var headline = Headline(claim);
        var next = talk.Words(Next(claim));
        var text = ClaimText.Of(claim, headline, next);
        talk = talk.Knowledge.Cards
            ? talk.Add("claim-decided", headline, [], ClaimCard.Of(claim, headline, next, text), text)
            : talk.Add("claim-decided", text, []);
        if (claim.Amount is null)
            talk = talk.Do(new CallOfficer(talk.Words("claim-decided.reason"), "missing", claim.Id));
        return Confirm(talk, claim);
    }

    /// <summary>The card is taller than a small screen: the last words on it say the amount once more, then what was read.</summary>
    private static Talk Confirm(Talk talk, ClaimView claim)
    {
        if (Questions.IsLasting(talk.State.Waiting))
            return Questions.Again(talk.Remember(s => s with { Unasked = [.. s.Unasked, claim.Id] }));
        var key = claim.Amount switch
        {
            null => "claim-decided.confirm-unknown",
            "0.00" => "claim-decided.confirm-nothing",
            _ => Question,
        };
        talk = talk.Say(key, ("amount", claim.Amount), ("read", Read(claim)));
        if (talk.State.Waiting is not (null or Question))
            return talk;
        // 对 is said to what was asked last: never to another person's claim.
        var before = talk.State.Waiting == Question && talk.State.Slots.GetValueOrDefault("claim") is { Length: > 0 } asked && asked != claim.Id ? $"{talk.State.Slots.GetValueOrDefault(Earlier, "")} {asked}".Trim() : talk.State.Slots.GetValueOrDefault(Earlier, "");
        return talk.Remember(s => s with { Waiting = Question, Slots = s.Slots.SetItem("claim", claim.Id).SetItem(Earlier, before) });
    }

    private static string Read(ClaimView claim)
    {
        string[] lines =
        [
            Catalogue.Text("label.person", ("value", ClaimWords.Person(claim))),
            Catalogue.Text("label.hospital", ("value", Plain.Words(claim.Hospital))),
            Catalogue.Text("label.days", ("from", Days.Spoken(claim.Admitted)), ("to", Days.Spoken(claim.Discharged))),
            Catalogue.Text("label.total", ("value", claim.Total), ("capitals", Capitals.Of(claim.Total))),
        ];
        return string.Concat(lines.Select(l => $"\n\n{l}"));
    }

    private static string Headline(ClaimView claim) => claim.Amount switch
    {
        null => Catalogue.Text("claim-decided.unknown", ("person", ClaimWords.Person(claim)), ("missing", ClaimWords.List(claim.Missing))),
        "0.00" => Catalogue.Text("claim-decided.nothing", ("person", ClaimWords.Person(claim))),
        var amount => Catalogue.Text("claim-decided", ("person", ClaimWords.Person(claim)), ("amount", amount)),
    };

    private static string Next(ClaimView claim) => claim.Amount switch
    {
        null => "claim-decided.next-unknown",
        "0.00" => "claim-decided.next-nothing",
        _ => "claim-decided.next",
    };
}
