using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>Photos coming in (收照片): each one is taken, or the person hears what is wrong with it and what to do.</summary>
internal static class Intake
{
    public static Talk Take(Talk talk, IReadOnlyList<Picture> pictures)
    {
        if (talk.Village is null)
            return Welcome.AskVillage(talk.Say("village.first"));
        if (talk.State.ConsentedAt is null)
            return ConsentDialog.Ask(talk.Say("consent.first"));
        var fine = pictures.Where(p => p.Verdict == PictureVerdict.Fine).DistinctBy(p => p.Hash).ToList();
        if (fine.Count > 0)
            talk = Submit(OpenFolder(talk), fine);
        for (var i = 0; i < pictures.Count; i++)
        {
            if (Key(pictures[i].Verdict) is { } key)
                talk = talk.Say(key, ("which", pictures.Count > 1 ? Catalogue.Text("label.which-picture", ("value", $"{i + 1}")) : ""));
        }
        return talk;
    }

    private static Talk OpenFolder(Talk talk) => talk.State switch
    {
        { Folder: 0 } => talk.Remember(s => s with { Folder = 1, FolderClosed = false }),
        { FolderClosed: true } => talk.Remember(s => s with { Folder = s.Folder + 1, FolderClosed = false }).Say("folder-new"),
        _ => talk,
    };

    private static Talk Submit(Talk talk, List<Picture> fine)
    {
        var waiting = fine.Select(p => new PaperView(p.Hash, "waiting", null, null, null, null, null, []));
        var taken = talk.Do([.. fine.Select(p => new SubmitPaper(p.Hash, talk.State.Folder))]) with
        {
            Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers, .. waiting] },
        };
        return fine.Count == 1 ? taken.Say("paper-received") : taken.Say("paper-received.several", ("count", $"{fine.Count}"));
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
        PictureVerdict.Pdf => "picture-pdf",
        PictureVerdict.Heic => "picture-heic",
        PictureVerdict.SentBefore => "picture-sent-before",
    };
}
