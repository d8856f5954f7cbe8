using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>The answer (结果): the amount first, then why, then what happens next.</summary>
internal static class Decision
{
    public static Talk Tell(Talk talk, ClaimDecided decided)
    {
        var closed = talk.Remember(s => s with { FolderClosed = true, Waiting = null, Slots = s.Slots.Clear() });
        return decided.Before ? Before(closed, decided.Claim) : Now(closed, decided.Claim);
    }

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
        // The card is taller than a small screen: the last words on it say the amount once more.
        return claim.Amount switch
        {
            null => talk.Do(new CallOfficer(talk.Words("claim-decided.reason"))).Say("claim-decided.choices"),
            "0.00" => talk.Say("claim-decided.choices"),
            var amount => talk.Say("claim-decided.amount-choices", ("amount", amount)),
        };
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
