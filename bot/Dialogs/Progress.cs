using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Where a claim is, why its amount is what it is, when it is paid (进度、为什么、发钱).</summary>
internal static partial class Progress
{
    [GeneratedRegex("^(?:那么?|还有|请问)?(?<name>[\\p{IsCJKUnifiedIdeographs}·]{2,5}?)(?:大爷|大妈|大娘|大叔|大伯|阿婆|阿公|阿姨|奶奶|爷爷)?(?:的|那份|那边|那里|家的?)?(?:呢|[怎咋]么?样了?|啥情况|到哪一?步了?|(?:办得?)?(?:[怎咋]么?样|好|成|妥)了?[没吗]?有?)[?？。!！]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AskedAfter();

    private const int Most = 3;

    /// <summary>陆阿根的呢, 许金凤阿婆那份好了没: somebody this phone acts for; null where nobody known is named so.</summary>
    public static Talk? HearNamed(Talk talk, Heard heard) =>
        !heard.IsCommand && AskedAfter().Match(heard.Text) is { Success: true } match && Known(talk).Contains(match.Groups["name"].Value) ? Where(talk, [match.Groups["name"].Value]) : null;

    /// <summary>Where everything is, or what is of those who were named.</summary>
    public static Talk Where(Talk talk, Heard heard) => Where(talk, heard.IsCommand ? [] : [.. Known(talk).Where(name => heard.Text.Contains(name, StringComparison.Ordinal))]);

    public static Talk Where(Talk talk) => Where(talk, []);

    private static Talk Where(Talk talk, IReadOnlyList<string> who)
    {
        bool Meant(string? person) => who.Count == 0 || (person is not null && who.Contains(person));
        var open = !talk.State.FolderClosed && talk.Knowledge.Papers.Count > 0 && Meant(Patients.Of(talk.State, talk.Folder));
        var claims = talk.Knowledge.Claims.Where(claim => Meant(claim.Person)).ToList();
        var others = Patients.Others(talk.State).Where(patient => Meant(patient.Name)).Select(patient => patient.Folder).ToList();
        if (!open && claims.Count == 0 && others.Count == 0)
            return who.Count > 0 ? Where(talk, []) : talk.Say("progress.none").Say("papers"); // a claim bears the name that stands on the papers, which may be spelt otherwise
        if (open)
            talk = Folder(talk);
        foreach (var claim in claims.Take(Most))
            talk = talk.Say(
                "progress",
                ("person", ClaimWords.Person(claim)),
                ("admitted", Days.Spoken(claim.Admitted)),
                ("discharged", Days.Spoken(claim.Discharged)),
                ("state", ClaimWords.State(talk, claim)),
                ("amount", ClaimWords.Amount(claim)),
                ("missing", claim is { Amount: null, Missing.Count: > 0, State: "received" or "checked" } ? Catalogue.Text("label.still-missing", ("value", ClaimWords.List(claim.Missing))) : ""));
        if (claims.Count > Most)
            talk = talk.Say("progress.more", ("count", $"{claims.Count - Most}"));
        return others.Count > 0 ? talk.Do(new LookIntoFolders(others)) : talk;
    }

    /// <summary>What is in other people's folders, and what is missing.</summary>
    public static Talk Tell(Talk talk, IReadOnlyList<FolderView> folders)
    {
        var named = folders.Select(folder => (Person: Plain.Words(Patients.Of(talk.State, folder.Folder) ?? "", 20), folder.Papers)).Where(folder => folder.Person.Length > 0).ToList();
        return named switch
        {
            [] => talk,
            [var one] => talk.Say("progress.other", ("person", one.Person), ("details", Folder(one.Papers))),
            _ => talk.Say("progress.others", ("details", string.Concat(named.Select(folder => $"\n\n{Catalogue.Text("label.paper-state", ("kind", folder.Person), ("state", Brief(folder.Papers)))}")))),
        };
    }

    private static string Brief(IReadOnlyList<PaperView> papers)
    {
        List<string> parts = [];
        if (papers.Count(p => p.State == "waiting") is var reading and > 0)
            parts.Add(Catalogue.Text("label.being-read", ("value", $"{reading}")));
        if (papers.Any(p => p.State == "unreadable"))
            parts.Add(Catalogue.Text("label.unreadable"));
        if (PaperKinds.Missing(papers) is { Count: > 0 } missing)
            parts.Add(Catalogue.Text("label.lacks", ("value", PaperKinds.List(missing))));
        return parts.Count == 0 ? Catalogue.Text("label.all-there") : string.Join('，', parts);
    }

    private static IReadOnlyList<string> Known(Talk talk) =>
        [.. talk.State.Patients.Select(patient => patient.Name).Concat(talk.Knowledge.Claims.Select(claim => claim.Person)).Where(name => name.Length > 1 && !Persons.IsRelation(name)).Distinct()];

    public static Talk Why(Talk talk) => talk.Claim switch
    {
        null when talk.Village is not null => PlanQuestions.Rules(talk.Say("why.none")),
        null => talk.Say("why.none"),
        { Amount: null } claim => talk.Say("why.unknown", ("person", ClaimWords.Person(claim)), ("missing", ClaimWords.List(claim.Missing)), ("reasons", ClaimWords.Reasons(claim))),
        var claim => talk.Say("why", ("person", ClaimWords.Person(claim)), ("amount", claim.Amount), ("reasons", ClaimWords.Reasons(claim) + Before(talk, claim))),
    };

    /// <summary>Whoever was paid another amount before is told what becomes of the difference.</summary>
    private static string Before(Talk talk, ClaimView claim) =>
        claim is { ToReturn: not null } or { StillDue: not null } or { GaveBack: not null } or { PaidAsBefore: true } ? $"\n\n{ClaimWords.State(talk, claim)}。" : "";

    /// <summary>When money comes; or goes back, which nobody but the village's officer may ask for.</summary>
    public static Talk When(Talk talk, Heard heard) =>
        talk.Claim is { ToReturn: null, GaveBack: null } && !heard.IsCommand && Terms.GivingBack(heard.Text) ? talk.Say("payment.no-return") : When(talk);

    private static Talk When(Talk talk)
    {
        var paying = talk.Village?.Paying ?? talk.Words("paying.default");
        return talk.Claim switch
        {
            null => talk.Say("payment.none", ("paying", paying)),
            { ToReturn: not null } or { PaidAsBefore: true } or { GaveBack: not null, State: "paid" or "refused" } or { State: "refused" or "returned" } => talk.Say("payment.not-coming", ("state", ClaimWords.State(talk, talk.Claim))),
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
