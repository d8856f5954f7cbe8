using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>What was read from a paper (读出的内容), what is wrong with it, and what is still missing.</summary>
internal static class Reading
{
    /// <summary>More than the open folders of one phone hold: whoever acts for several comes back to an earlier one.</summary>
    private const int MostTold = 200;

    public static Talk Tell(Talk talk, PaperView paper)
    {
        talk = talk.Remember(s => s with { Told = [.. s.Told.TakeLast(MostTold - 1), Mark(paper)] });
        if (paper.State == "piece")
            return Ahead(talk.Say("paper-piece"), paper);
        if (paper.State != "read")
            return WithQuestion(talk.Say("paper-unreadable", ("advice", paper.Advice ?? Catalogue.Text("advice.default"))));
        if (!PaperKinds.IsUseful(paper.Kind))
            return WithQuestion(Wrong(talk, paper));
        var named = OtherPerson.Found(talk, paper);
        if (named is not null && OtherPerson.GoesBy(talk, paper, named))
            return AfterSorting(OtherPerson.Sort(talk, paper, named));
        talk = talk.Say("paper-read", ("kind", PaperKinds.Name(paper.Kind)), ("whose", named is null ? Whose(talk) : ""), ("details", Details(paper)));
        if (paper.Joined)
            talk = talk.Say("paper-read.joined");
        foreach (var doubt in paper.Doubts)
            talk = talk.Say("paper-read.doubt", ("doubt", Plain.Told(doubt, 200)));
        return Ahead(named is null ? talk : OtherPerson.Keep(talk, paper, named), paper);
    }

    /// <summary>What comes next. Questions about papers wait until all that were sent together have been read: then one says what several would have asked.</summary>
    private static Talk Ahead(Talk talk, PaperView paper) =>
        OpenQuestion(talk) ?? (ToCome(talk).Any() || talk.Knowledge.Conflicts.Count == 0 ? Next(talk, paper) : talk);

    private static Talk WithQuestion(Talk talk) => OpenQuestion(talk) ?? talk;

    private static Talk? OpenQuestion(Talk talk) => ToCome(talk).Any() ? null : OtherPerson.AskNext(talk, talk.Folder);

    /// <summary>What is left in the folder is told of by its own papers; an empty one needs nothing.</summary>
    private static Talk AfterSorting(Talk talk) =>
        OpenQuestion(talk) ?? (!ToCome(talk).Any() && talk.Knowledge is { Papers.Count: > 0, Conflicts.Count: 0 } ? Next(talk, justRead: null) : talk);

    /// <summary>Papers of the folder that the person has not been told about.</summary>
    private static IEnumerable<PaperView> ToCome(Talk talk) => talk.Knowledge.Papers.Where(p => p.State == "waiting" || !talk.State.Told.Contains(Mark(p)));

    public static Talk Remind(Talk talk, int days) => PaperKinds.Missing(talk.Knowledge.Papers) switch
    {
        { Count: 0 } => talk,
        var missing => talk.Say("folder-waits", ("days", $"{days}"), ("missing", PaperKinds.List(missing))),
    };

    /// <summary>The folder's papers are gone, and it is said what that means.</summary>
    public static Talk Expire(Talk talk, int days) =>
        talk.Remember(s => Patients.Close(s, talk.Folder)).Say("folder-expired", ("days", $"{days}"));

    /// <summary>What has to happen before the folder is complete. A paper that the person has not been told about counts as being read still.</summary>
    public static Talk Next(Talk talk, PaperView? justRead)
    {
        var papers = talk.Knowledge.Papers.Where(p => p.Hash != justRead?.Hash).Select(p => justRead is null || talk.State.Told.Contains(Mark(p)) ? p : p with { State = "waiting" });
        var all = justRead is null ? papers.ToList() : [.. papers, justRead];
        var reading = all.Count(p => p.State == "waiting");
        var missing = PaperKinds.Missing(all);
        if (reading > 0)
            return talk.Say("paper-read.reading", ("count", $"{reading}"));
        if (missing.Count == 0)
            return Complete(talk);
        return Unfinished(talk).Say("paper-read.missing", ("whose", Of(talk)), ("missing", PaperKinds.List(missing)));
    }

    /// <summary>All three are there: the claim is worked out, or it is said what stands in the way and what to do.</summary>
    private static Talk Complete(Talk talk)
    {
        if (talk.Knowledge.NoRules is [var none, ..])
            return talk.Do(new CallOfficer(talk.Words("claim-decided.reason"), "missing")).Say("folder-no-rules", ("why", none));
        if (talk.Knowledge.Unsaid.Count == 0)
            return talk.Say("paper-read.complete", ("whose", Of(talk)));
        return (talk.Knowledge.Unfinished.Count > 0 ? Unfinished(talk) : talk.Say("folder-unsaid", ("unsaid", string.Concat(talk.Knowledge.Unsaid)))).Say("folder-unsaid.how");
    }

    /// <summary>Asks for the rest of what was photographed in part.</summary>
    private static Talk Unfinished(Talk talk) => talk.Knowledge.Unfinished.Aggregate(
        talk, (said, paper) => said.Say("paper-read.unfinished", ("kind", PaperKinds.Name(paper.Kind)), ("lacks", PaperKinds.List(paper.Lacks))));

    private static Talk Wrong(Talk talk, PaperView paper)
    {
        var special = $"paper-wrong.{paper.Kind}";
        var missing = PaperKinds.Missing(talk.Knowledge.Papers);
        return talk
            .Do(new WithdrawPaper(paper.Hash, talk.Folder))
            .Say(
                Catalogue.Phrases.ContainsKey(special) ? special : "paper-wrong",
                ("kind", PaperKinds.Name(paper.Kind)),
                ("missing", missing.Count == 0 ? PaperKinds.AllNames : PaperKinds.List(missing)));
    }

    /// <summary>For one who acts for others: whom it is about.</summary>
    private static string Of(Talk talk) => Patients.Of(talk.State, talk.Folder) is { } person ? Plain.Words(person, 20) : "";

    /// <summary>The same before the name of a thing: 陆根生的.</summary>
    internal static string Whose(Talk talk) =>
        Patients.Of(talk.State, talk.Folder) is { } person ? Catalogue.Text("label.whose", ("value", Plain.Words(person, 20))) : "";

    /// <summary>Several papers of one file are told apart by what stands behind its hash.</summary>
    private static string Mark(PaperView paper) => paper.Hash.Split('-') is [var file, .. var which] ? string.Join('-', [file[..Math.Min(file.Length, 8)], .. which]) : "";

    private static string Details(PaperView paper)
    {
        var lines = new List<string>();
        if (paper.Person is not null)
            lines.Add(Catalogue.Text("label.person", ("value", Plain.Words(paper.Person))));
        if (paper.Hospital is not null)
            lines.Add(Catalogue.Text("label.hospital", ("value", Plain.Words(paper.Hospital))));
        if (paper.Total is not null)
            lines.Add(Catalogue.Text("label.total", ("value", paper.Total), ("capitals", Capitals.Of(paper.Total))));
        return string.Concat(lines.Select(l => $"\n\n{l}"));
    }
}
