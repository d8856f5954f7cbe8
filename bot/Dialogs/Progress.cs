using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

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
        if (Patients.Others(talk.State) is { Count: > 0 } others)
            talk = talk.Say("progress.others", ("others", PaperKinds.List([.. others.Select(name => Plain.Words(name, 20))])));
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
        var claim => talk.Say("why", ("person", ClaimWords.Person(claim)), ("amount", claim.Amount), ("reasons", ClaimWords.Reasons(claim) + Before(talk, claim))),
    };

    /// <summary>Whoever was paid another amount before is told what becomes of the difference.</summary>
    private static string Before(Talk talk, ClaimView claim) =>
        claim is { ToReturn: not null } or { StillDue: not null } or { GaveBack: not null } ? $"\n\n{ClaimWords.State(talk, claim)}。" : "";

    /// <summary>When money comes; or goes back, which nobody but the village's officer may ask for.</summary>
    public static Talk When(Talk talk, Heard heard) =>
        talk.Claim is { ToReturn: null, GaveBack: null } && !heard.IsCommand && Terms.GivingBack(heard.Text) ? talk.Say("payment.no-return") : When(talk);

    private static Talk When(Talk talk)
    {
        var paying = talk.Village?.Paying ?? talk.Words("paying.default");
        return talk.Claim switch
        {
            null => talk.Say("payment.none", ("paying", paying)),
            { ToReturn: not null } or { GaveBack: not null, State: "paid" or "refused" } or { State: "refused" or "returned" } => talk.Say("payment.not-coming", ("state", ClaimWords.State(talk, talk.Claim))),
            { State: "paid" } claim => talk.Say("payment.paid", ("state", ClaimWords.State(talk, claim)), ("amount", ClaimWords.Amount(claim))),
            var claim => talk.Say("payment", ("state", ClaimWords.State(talk, claim)), ("paying", paying)),
        };
    }

    /// <summary>A claim has moved on. The news is pushed and shows on locked screens: it names nobody, no illness and no amount; 进度 tells the rest.</summary>
    public static Talk Moved(Talk talk, ClaimView claim) =>
        talk.Say(ClaimWords.News(claim), ("paying", talk.Village?.Paying ?? talk.Words("paying.default")));

    /// <summary>The papers of the open folder, those that are there and those that are missing.</summary>
    public static Talk Folder(Talk talk) => talk.Say("progress.folder", ("whose", Reading.Whose(talk)), ("details", Folder(talk.Knowledge.Papers)));

    /// <summary>What a photo on which nothing can be read shows is not known, whatever it looks like.</summary>
    private static string Folder(IReadOnlyList<PaperView> papers)
    {
        var sent = papers.GroupBy(p => (Kind: PaperKinds.Name(p.State == "unreadable" && !PaperKinds.IsUseful(p.Kind) ? null : p.Kind), p.State)).Select(g => Line(g.Key.Kind + (g.Count() > 1 ? Catalogue.Text("label.photos", ("value", $"{g.Count()}")) : ""), g.Key.State));
        var missing = PaperKinds.Missing(papers).Select(m => Line(m, "missing"));
        return string.Concat(sent.Concat(missing).Select(l => $"\n\n{l}"));
    }

    private static string Line(string kind, string state)
    {
        var key = $"paper-state.{state}";
        return Catalogue.Text("label.paper-state", ("kind", kind), ("state", Catalogue.Phrases.ContainsKey(key) ? Catalogue.Text(key) : state));
    }
}
