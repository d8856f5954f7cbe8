using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Pictures;

namespace Shouwang.Bot.Dialogs;

/// <summary>A stranger's paper that was found (捡到的单据) and is sent all the same: nobody reads it. What comes after such words may be one's own, and is asked about.</summary>
internal static class FoundPaper
{
    /// <summary>What was said last, where a found paper was spoken of.</summary>
    public const string Spoken = "found-paper";

    /// <summary>null where the pictures have nothing to do with a found paper.</summary>
    public static Talk? Take(Talk talk, string words, IReadOnlyList<Picture> pictures)
    {
        List<string> fine = [.. pictures.Where(picture => picture.Verdict == PictureVerdict.Fine).Select(picture => picture.Hash)];
        if (talk.Village is null || talk.State.ConsentedAt is null || fine.Count == 0)
            return null;
        if (Delicate.IsFound(words))
            return talk.Do(new DropPictures(fine)).Say(Spoken);
        return talk.State.Waiting == Spoken ? talk.Done().Remember(s => s with { Held = [.. s.Held.Union(fine, StringComparer.Ordinal)] }).Ask("found-paper.whose") : null;
    }

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.Text.Contains('捡') || heard.Text.Contains('拾') || heard.Text.Contains("别人", StringComparison.Ordinal) || heard.Intent == Intent.No)
            return talk.Done().Do(new DropPictures(talk.State.Held)).Remember(s => s with { Held = [] }).Say(Spoken);
        if (!heard.Text.Contains("自己", StringComparison.Ordinal) && !heard.Text.Contains("我的", StringComparison.Ordinal))
            return null;
        return Patients.MustAsk(talk) ? ForOther.AskWhose(talk.Done()) : Intake.SubmitHeld(talk.Done());
    }
}
