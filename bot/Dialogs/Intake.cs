using Shouwang.Bot.Replies;
using Shouwang.Shared.Pictures;

namespace Shouwang.Bot.Dialogs;

/// <summary>Photos coming in (收照片): each one is taken, or the person hears what is wrong with it and what to do.</summary>
internal static class Intake
{
    /// <summary>So many messages are heard again; who sends more before agreeing is asked to send the rest once more.</summary>
    private const int MostEarly = 20;

    public static Talk Take(Talk talk, PersonSent sent)
    {
        if (talk.Village is null)
            return Welcome.AskVillage(NotYet(talk, sent, "photos-wait.village"));
        if (talk.State.ConsentedAt is null)
            return ConsentDialog.Ask(NotYet(talk, sent, "photos-wait"));
        IReadOnlyList<Picture> pictures = [.. sent.Pictures.Select(p => p.Verdict == PictureVerdict.Fine && IsInFolder(talk, p.Hash) ? p with { Verdict = PictureVerdict.SentBefore } : p)];
        var fine = pictures.Where(p => p.Verdict == PictureVerdict.Fine).Select(p => p.Hash).Distinct(StringComparer.Ordinal).ToList();
        var whose = fine.Count > 0 && Patients.MustAsk(talk);
        if (fine.Count > 0 && !whose)
            talk = Submit(talk.Remember(Patients.NextByName), fine);
        talk = Judge(talk, pictures);
        return whose ? ForOther.AskWhose(talk.Remember(s => s with { Held = [.. s.Held.Union(fine, StringComparer.Ordinal)] })) : talk;
    }

    /// <summary>What is wrong with the pictures, or could be better.</summary>
    private static Talk Judge(Talk talk, IReadOnlyList<Picture> pictures)
    {
        for (var i = 0; i < pictures.Count; i++)
        {
            var which = ("which", pictures.Count > 1 ? Catalogue.Text("label.which-picture", ("value", $"{i + 1}")) : "");
            if (Key(pictures[i].Verdict) is { } key)
                talk = talk.Say(key, which);
            else if (PictureAdvice.Of(pictures[i].Faults) is { } advice)
                talk = talk.Say("picture-could-be-better", which, ("advice", advice));
        }
        return talk;
    }

    /// <summary>Nothing of a person is taken before they agree; where the photos are is remembered, so that nobody has to send them again.</summary>
    private static Talk NotYet(Talk talk, PersonSent sent, string phrase)
    {
        talk = Judge(talk, sent.Pictures);
        if (sent.Activity.Id is not { } id || sent.Pictures.All(p => p.Verdict != PictureVerdict.Fine))
            return talk;
        var carried = sent.Activity.Attachments is { Count: > 0 } all && all.All(it => it.ContentUrl is not null);
        return talk.Remember(s => s with { Early = [.. s.Early.Where(it => it.Message != id).TakeLast(MostEarly - 1), new(id, carried)] }).Say(phrase);
    }

    /// <summary>The person has agreed: what came before is taken now.</summary>
    public static Talk TakeEarly(Talk talk)
    {
        if (talk.State.Early is not { Count: > 0 } early)
            return talk.Say("send-papers").Say("send-papers.tips");
        talk = talk.Remember(s => s with { Early = [] }).Say("photos-again");
        return early.Where(it => it.CanBeFetched).Select(it => it.Message).ToList() is { Count: > 0 } messages ? talk.Do(new HearAgain(messages)) : talk;
    }

    /// <summary>The pictures that waited for the answer to whose they are.</summary>
    public static Talk SubmitHeld(Talk talk) =>
        talk.State.Held is { Count: > 0 } held ? Submit(talk.Remember(s => s with { Held = [] }), held) : talk;

    private static Talk Submit(Talk talk, IReadOnlyList<string> fine)
    {
        talk = OpenFolder(talk);
        var waiting = fine.Select(hash => new PaperView(hash, "waiting", null, null, null, null, null, []));
        var taken = talk.Do([.. fine.Select(hash => new SubmitPaper(hash, talk.State.Folder))]) with
        {
            Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers, .. waiting] },
        };
        return fine.Count == 1 ? taken.Say("paper-received") : taken.Say("paper-received.several", ("count", $"{fine.Count}"));
    }

    /// <summary>Asked when the turn is taken and not when the picture arrives: the one before it may still have been waiting then.</summary>
    private static bool IsInFolder(Talk talk, string hash) => !talk.State.FolderClosed && talk.Knowledge.Papers.Any(paper => paper.Hash == hash);

    private static Talk OpenFolder(Talk talk)
    {
        var next = Math.Max(talk.State.Folders, talk.State.Folder) + 1;
        return talk.State switch
        {
            { Folder: 0 } => talk.Remember(s => s with { Folder = next, Folders = next, FolderClosed = false }),
            { FolderClosed: true, ByName: true } => talk.Remember(s => s with { Folder = next, Folders = next, FolderClosed = false }),
            { FolderClosed: true } => talk.Remember(s => s with { Folder = next, Folders = next, FolderClosed = false }).Say("folder-new"),
            _ => talk,
        };
    }

    private static string? Key(PictureVerdict verdict) => verdict switch
    {
        PictureVerdict.Fine => null,
        PictureVerdict.Empty => "picture-empty",
        PictureVerdict.NotAPicture => "picture-not-a-picture",
        PictureVerdict.Damaged => "picture-damaged",
        PictureVerdict.TooLarge => "picture-too-large",
        PictureVerdict.TooManyPixels => "picture-too-many-pixels",
        PictureVerdict.TooSmall => "picture-too-small",
        PictureVerdict.SentBefore => "picture-sent-before",
        PictureVerdict.NotDelivered => "picture-not-delivered",
        PictureVerdict.Recording => "picture-recording",
        PictureVerdict.NoPaper => "picture-no-paper",
    };
}
