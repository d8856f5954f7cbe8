using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>Where a claim is, why its amount is what it is, when it is paid (进度、为什么、发钱).</summary>
internal static class Progress
{
    private const int Most = 3;

    public static Talk Where(Talk talk)
    {
        var open = !talk.State.FolderClosed && talk.Knowledge.Papers.Count > 0;
        if (!open && talk.Claim is null)
            return talk.Say("progress.none").Say("papers");
        if (open)
            talk = Folder(talk);
        foreach (var claim in talk.Knowledge.Claims.Take(Most))
            talk = talk.Say(
                "progress",
                ("person", ClaimWords.Person(claim)),
                ("admitted", Days.Spoken(claim.Admitted)),
                ("discharged", Days.Spoken(claim.Discharged)),
                ("state", ClaimWords.State(talk, claim)),
                ("amount", ClaimWords.Amount(claim)),
                ("missing", claim is { Amount: null, Missing.Count: > 0, State: "received" or "checked" } ? Catalogue.Text("label.still-missing", ("value", ClaimWords.List(claim.Missing))) : ""));
        return talk;
    }

    public static Talk Why(Talk talk) => talk.Claim switch
    {
        null when talk.Village is not null => PlanQuestions.Rules(talk.Say("why.none")),
        null => talk.Say("why.none"),
        { Amount: null } claim => talk.Say("why.unknown", ("person", ClaimWords.Person(claim)), ("missing", ClaimWords.List(claim.Missing)), ("reasons", ClaimWords.Reasons(claim))),
        var claim => talk.Say("why", ("person", ClaimWords.Person(claim)), ("amount", claim.Amount), ("reasons", ClaimWords.Reasons(claim))),
    };

    public static Talk When(Talk talk)
    {
        var paying = talk.Village?.Paying ?? talk.Words("paying.default");
        return talk.Claim is { } claim
            ? talk.Say("payment", ("state", ClaimWords.State(talk, claim)), ("paying", paying))
            : talk.Say("payment.none", ("paying", paying));
    }

    /// <summary>A claim has moved on. The news is pushed and shows on locked screens: it names nobody, no illness and no amount; 进度 tells the rest.</summary>
    public static Talk Moved(Talk talk, ClaimView claim)
    {
        var key = $"claim-moved.{claim.State}";
        return talk.Say(Catalogue.Phrases.ContainsKey(key) ? key : "claim-moved", ("paying", talk.Village?.Paying ?? talk.Words("paying.default")));
    }

    /// <summary>The papers of the open folder, those that are there and those that are missing.</summary>
    public static Talk Folder(Talk talk) => talk.Say("progress.folder", ("whose", Reading.Whose(talk)), ("details", Folder(talk.Knowledge.Papers)));

    private static string Folder(IReadOnlyList<PaperView> papers)
    {
        var sent = papers.GroupBy(p => (Kind: PaperKinds.Name(p.Kind), p.State)).Select(g => Line(g.Key.Kind + (g.Count() > 1 ? Catalogue.Text("label.photos", ("value", $"{g.Count()}")) : ""), g.Key.State));
        var missing = PaperKinds.Missing(papers).Select(m => Line(m, "missing"));
        return string.Concat(sent.Concat(missing).Select(l => $"\n\n{l}"));
    }

    private static string Line(string kind, string state)
    {
        var key = $"paper-state.{state}";
        return Catalogue.Text("label.paper-state", ("kind", kind), ("state", Catalogue.Phrases.ContainsKey(key) ? Catalogue.Text(key) : state));
    }
}
