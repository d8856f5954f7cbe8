using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>What was read from a paper (读出的内容), what is wrong with it, and what is still missing.</summary>
internal static class Reading
{
    public static Talk Tell(Talk talk, PaperView paper)
    {
        if (paper.State != "read")
            return talk.Say("paper-unreadable", ("advice", paper.Advice ?? Catalogue.Text("advice.default")));
        if (!PaperKinds.IsUseful(paper.Kind))
            return Wrong(talk, paper);
        talk = talk.Say("paper-read", ("kind", PaperKinds.Name(paper.Kind)), ("details", Details(paper)));
        foreach (var doubt in paper.Doubts)
            talk = talk.Say("paper-read.doubt", ("doubt", Plain.Words(doubt, 200)));
        return talk.Knowledge.Conflicts.Count > 0 ? Conflict.Ask(talk, paper) : Next(talk, paper);
    }

    public static Talk Remind(Talk talk, int days) => PaperKinds.Missing(talk.Knowledge.Papers) switch
    {
        { Count: 0 } => talk,
        var missing => talk.Say("folder-waits", ("days", $"{days}"), ("missing", PaperKinds.List(missing))),
    };

    /// <summary>What has to happen before the folder is complete.</summary>
    public static Talk Next(Talk talk, PaperView? justRead)
    {
        var papers = talk.Knowledge.Papers.Where(p => p.Hash != justRead?.Hash);
        var all = justRead is null ? papers.ToList() : [.. papers, justRead];
        var reading = all.Count(p => p.State == "waiting");
        var missing = PaperKinds.Missing(all);
        if (missing.Count == 0)
            return talk.Say("paper-read.complete");
        return reading > 0
            ? talk.Say("paper-read.reading", ("count", $"{reading}"))
            : talk.Say("paper-read.missing", ("missing", PaperKinds.List(missing)));
    }

    private static Talk Wrong(Talk talk, PaperView paper)
    {
        var special = $"paper-wrong.{paper.Kind}";
        var missing = PaperKinds.Missing(talk.Knowledge.Papers);
        return talk
            .Do(new WithdrawPaper(paper.Hash, talk.State.Folder))
            .Say(
                Catalogue.Phrases.ContainsKey(special) ? special : "paper-wrong",
                ("kind", PaperKinds.Name(paper.Kind)),
                ("missing", missing.Count == 0 ? PaperKinds.AllNames : PaperKinds.List(missing)));
    }

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
