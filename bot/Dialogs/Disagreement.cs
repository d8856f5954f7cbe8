using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Something is not right (不对): a word misread, or the result itself. The officer looks; the bot changes nothing.</summary>
internal static class Disagreement
{
    /// <summary>"不对" means the result once there is one, else what was read.</summary>
    public static Talk Ask(Talk talk) => talk.State.FolderClosed && talk.Claim is not null ? AskObjection(talk) : talk.Ask("correct");

    public static Talk AskObjection(Talk talk) => talk.Claim is null ? talk.Say("objection.none") : talk.Ask("objection");

    public static Talk? AnswerObjection(Talk talk, Heard heard)
    {
        if (heard is { IsCommand: true, Intent: not Intent.Correct })
            return null;
        var words = Plain.Words(heard.Text, 200);
        return words.Length == 0 ? null : talk.Done().Do(new CallOfficer($"{talk.Words("objection.reason")}{words}")).Say("objection.sent");
    }

    public static Talk? AnswerCorrect(Talk talk, Heard heard)
    {
        if (heard.Text.Contains("重拍", StringComparison.Ordinal))
            return talk.Done().Say("correct.retake");
        return heard.IsCommand && heard.Intent != Intent.Correct ? null : Correct(talk.Done(), heard);
    }

    public static Talk Correct(Talk talk, Heard heard) => heard.Text.Contains("重拍", StringComparison.Ordinal)
        ? talk.Say("correct.retake")
        : talk.Do(new CallOfficer($"{talk.Words("correct.reason")}{Plain.Words(heard.Text, 200)}")).Say("correct.officer");
}
