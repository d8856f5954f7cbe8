using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Papers that do not belong together (单据对不上): the person says which to keep.</summary>
internal static class Conflict
{
    public static Talk Ask(Talk talk, PaperView last) =>
        talk.Done()
            .Remember(s => s with { Slots = s.Slots.SetItem("hash", last.Hash).SetItem("folder", $"{talk.Folder}") })
            .Ask("conflict", ("conflict", string.Join('\n', talk.Knowledge.Conflicts.Select(c => Plain.Told(c, 120)))));

    public static Talk? Answer(Talk talk, Heard heard)
    {
        var last = talk.State.Slots.GetValueOrDefault("hash", "");
        var folder = int.TryParse(talk.State.Slots.GetValueOrDefault("folder"), out var number) ? number : talk.State.Folder;
        var text = heard.Text;
        if (text.Contains("只留", StringComparison.Ordinal))
        {
            var others = talk.Knowledge.Papers.Where(p => p.Hash != last).Select(p => new WithdrawPaper(p.Hash, folder));
            return talk.Done().Do([.. others]).Say("conflict.kept-last").Say("send-papers");
        }
        if (heard.Intent == Intent.No || text.Contains("不要", StringComparison.Ordinal))
            return AfterDropping(talk.Done().Do(new WithdrawPaper(last, folder)).Say("conflict.dropped-last"), last);
        if (heard.Intent == Intent.Yes || text.Contains("同一个人", StringComparison.Ordinal) || text.Contains("都留", StringComparison.Ordinal))
            return Reading.Next(talk.Done().Do(new KeepPapers(folder)).Say("conflict.kept"), justRead: null);
        return null;
    }

    private static Talk AfterDropping(Talk talk, string dropped) =>
        Reading.Next(talk with { Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers.Where(p => p.Hash != dropped)] } }, justRead: null);
}
