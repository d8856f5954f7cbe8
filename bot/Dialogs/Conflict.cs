using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Papers that do not belong together (单据对不上): the person says which to keep.</summary>
internal static partial class Conflict
{
    /// <summary>Another person's paper differs in everything: the first differences say enough.</summary>
    private const int Most = 2;

    public static Talk Ask(Talk talk, PaperView last) =>
        talk.Done()
            .Remember(s => s with { Slots = s.Slots.SetItem("hash", last.Hash).SetItem("folder", $"{talk.Folder}") })
            .Ask("conflict", ("conflict", string.Join('\n', talk.Knowledge.Conflicts.Take(Most).Select(c => Plain.Told(c, 120)))));

    /// <summary>不是同一个人; 孙立是我爸，孙莉是我妹.</summary>
    [GeneratedRegex("不是(?:同)?一个|不同的?人|两个人|两人|各(?:是|归)各|是我[^,，]{1,4}[,，、].{0,8}是我", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Two();

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
        if (Two().IsMatch(text))
            return AfterDropping(talk.Done().Do(new WithdrawPaper(last, folder)).Say("conflict.two-people"), last);
        if (heard is { IsCommand: true, Intent: Intent.No } || text.Contains("不要", StringComparison.Ordinal))
            return AfterDropping(talk.Done().Do(new WithdrawPaper(last, folder)).Say("conflict.dropped-last"), last);
        if (heard.IsYes || text.Contains("同一个人", StringComparison.Ordinal) || text.Contains("都留", StringComparison.Ordinal))
            return Reading.Next(talk.Done().Do(new KeepPapers(folder)).Say("conflict.kept"), justRead: null);
        if (heard.Intent is Intent.Yes or Intent.No) // only taken for one: 都是我家里的
            return Questions.Again(talk.Say("conflict.plainly"));
        return null;
    }

    private static Talk AfterDropping(Talk talk, string dropped) =>
        Reading.Next(talk with { Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers.Where(p => p.Hash != dropped)] } }, justRead: null);
}
