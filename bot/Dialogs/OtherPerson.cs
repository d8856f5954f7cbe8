using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>A paper with another name than the person it was sent for (名字对不上): it counts for nobody until that is settled. Papers of one name are asked about together, when all that were sent have been read.</summary>
internal static class OtherPerson
{
    /// <summary>The name on the paper where it is another's whom the sender acts for too, or where a volunteer sent it for somebody else; empty where it bears none and papers are told apart by their names; null where all is well.</summary>
    public static string? Found(Talk talk, PaperView paper)
    {
        var person = Patients.Of(talk.State, talk.Folder);
        if (paper.Person is not { } named)
            return talk.State.ByName ? "" : null;
        var byCard = talk.Knowledge.Volunteer is not null && person is not null && !Persons.IsRelation(person);
        return named != person && (byCard || IsKnown(talk, named)) ? Plain.Words(named, 20) : null;
    }

    /// <summary>Whether it can go to its own person without a question: they have agreed, and it is the only paper of its photo.</summary>
    public static bool GoesBy(Talk talk, PaperView paper, string named) => IsKnown(talk, named) && !SharesFile(talk, paper.Hash);

    /// <summary>Another name on it, and the person behind that name has agreed: it goes to them.</summary>
    public static Talk Sort(Talk talk, PaperView paper, string named) =>
        Move(talk, [paper.Hash], talk.Folder, named).Say("other-person.sorted", ("kind", PaperKinds.Name(paper.Kind)), ("named", named));

    /// <summary>It waits for word whose it is.</summary>
    public static Talk Keep(Talk talk, PaperView paper, string named) =>
        talk.Remember(s => s with { Strays = [.. s.Strays.Where(it => it.Hash != paper.Hash), new StrayPaper(paper.Hash, talk.Folder, named)] });

    /// <summary>Asks about the first name, or the first paper without one; null where nothing is open.</summary>
    public static Talk? AskNext(Talk talk, int folder)
    {
        if (talk.State.Strays.FirstOrDefault(s => s.Folder == folder) is not { } first)
            return null;
        var person = Patients.Of(talk.State, folder) ?? talk.Words("label.myself");
        var alike = first.Name.Length > 0 ? talk.State.Strays.Count(s => s.Folder == folder && s.Name == first.Name) : 1;
        var kind = PaperKinds.Name(talk.Knowledge.Papers.FirstOrDefault(p => p.Hash == first.Hash)?.Kind);
        talk = talk.Done().Remember(s => s with
        {
            Waiting = "other-person",
            Slots = s.Slots.SetItem("folder", $"{folder}").SetItem("hash", first.Name.Length > 0 ? "" : first.Hash).SetItem("named", first.Name).SetItem("person", person).SetItem("count", $"{alike}").SetItem("kind", kind),
        });
        return Again(talk);
    }

    public static Talk Again(Talk talk)
    {
        (string, string?)[] slots = [.. talk.State.Slots.Select(s => (s.Key, (string?)s.Value))];
        if (Named(talk).Length == 0)
            return talk.Offer("other-person.nameless", [.. Names(talk), talk.Words("other-person.drop")], slots);
        var several = talk.State.Slots.GetValueOrDefault("count", "1") != "1";
        return talk.Offer(
            several ? "other-person.several" : "other-person",
            [talk.Words(several ? "other-person.theirs-several" : "other-person.theirs", slots), talk.Words("other-person.misread", slots), talk.Words(several ? "other-person.drop-several" : "other-person.drop", slots)],
            slots);
    }

    public static Talk? Answer(Talk talk, Heard heard)
    {
        var (named, person) = (Named(talk), talk.State.Slots.GetValueOrDefault("person", ""));
        var folder = int.TryParse(talk.State.Slots.GetValueOrDefault("folder"), out var number) ? number : talk.State.Folder;
        var one = talk.State.Slots.GetValueOrDefault("hash", "");
        List<string> about = [.. talk.State.Strays.Where(s => s.Folder == folder && (named.Length > 0 ? s.Name == named : s.Hash == one)).Select(s => s.Hash)];
        var settled = talk.Done().Remember(s => s with { Strays = [.. s.Strays.Where(it => !about.Contains(it.Hash) || it.Folder != folder)] });
        if (heard.Text.Contains("不要", StringComparison.Ordinal))
            return After(Withdraw(settled, about, folder).Say(about.Count > 1 ? "other-person.dropped-several" : "conflict.dropped-last"), folder);
        if (named.Length == 0)
        {
            return Names(talk).FirstOrDefault(n => heard.Text.Contains(n, StringComparison.Ordinal)) is not { } whose ? null
                : whose == person ? Stays(settled.Say("other-person.noted", ("person", person)), folder)
                : about.Any(hash => SharesFile(talk, hash)) ? OneFile(settled, about, folder)
                : After(Move(settled, about, folder, whose).Say("other-person.noted", ("person", whose)), folder);
        }
        if (heard.Text == talk.Words("other-person.theirs", ("named", named)) || heard.Text == talk.Words("other-person.theirs-several", ("named", named), ("count", $"{about.Count}")))
        {
            if (about.Any(hash => SharesFile(talk, hash)))
                return OneFile(settled, about, folder);
            return IsKnown(talk, named)
                ? After(Move(settled, about, folder, named).Say("other-person.noted", ("person", named)), folder)
                : ForOther.Answer(Withdraw(settled, about, folder).Remember(s => s with { Held = about }), new Heard(named, Intent.Unknown, IsCommand: false, []));
        }
        return heard.Text == talk.Words("other-person.misread", ("person", person)) || heard.Text.Contains("读错", StringComparison.Ordinal)
            ? Misread(settled.Say("other-person.kept", ("person", person)), folder, named, person)
            : null;
    }

    /// <summary>What is still open elsewhere, once a question between has its answer.</summary>
    public static Talk Rest(Talk talk) =>
        talk.State is { Waiting: null, Strays: [var first, ..] } ? AskNext(talk, first.Folder) ?? talk : Decision.AskUnasked(talk);

    private static string Named(Talk talk) => talk.State.Slots.GetValueOrDefault("named", "");

    /// <summary>The officer compares; the folder goes on when nothing else in it is open.</summary>
    private static Talk Misread(Talk talk, int folder, string named, string person)
    {
        talk = talk.Do(new CallOfficer($"{talk.Words("correct.reason")}{named}/{person}", "correct"));
        return After(talk.State.Strays.Any(s => s.Folder == folder) ? talk : talk.Do(new KeepPapers(folder)), folder);
    }

    private static Talk After(Talk talk, int folder) =>
        AskNext(talk, folder) ?? Rest(folder == talk.State.Folder && talk.Knowledge.Papers.Count > 0 ? Reading.Next(talk, justRead: null) : talk);

    /// <summary>Nothing was taken away: where the papers disagree all the same, that is asked now, for the shell asks once only.</summary>
    private static Talk Stays(Talk talk, int folder) =>
        talk.Knowledge.Conflicts.Count > 0 && folder == talk.State.Folder && !talk.State.Strays.Any(s => s.Folder == folder) ? Conflict.Meet(talk) : After(talk, folder);

    private static Talk OneFile(Talk talk, IReadOnlyList<string> papers, int folder) => After(Withdraw(talk, papers, folder).Say("conflict.one-file"), folder);

    private static Talk Withdraw(Talk talk, IReadOnlyList<string> papers, int folder) =>
        talk.Do([.. papers.Select(hash => new WithdrawPaper(hash, folder))]) with
        {
            Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers.Where(p => !papers.Contains(p.Hash))] },
        };

    private static Talk Move(Talk talk, IReadOnlyList<string> papers, int from, string to)
    {
        var (state, folder) = Patients.FolderOf(talk.State, to);
        return Withdraw(talk.Remember(_ => state), papers, from).Do([.. papers.Select(hash => new SubmitPaper(hash, folder))]);
    }

    private static bool IsKnown(Talk talk, string named) => talk.State.Patients.Any(p => p.Name == named);

    private static bool SharesFile(Talk talk, string hash) => hash.Contains('-', StringComparison.Ordinal) || talk.Knowledge.Papers.Any(p => p.Hash.StartsWith($"{hash}-", StringComparison.Ordinal));

    private static List<string> Names(Talk talk) => [.. talk.State.Patients.Where(p => p is { Name.Length: > 0 } && !Persons.IsRelation(p.Name)).Select(p => p.Name)];
}
