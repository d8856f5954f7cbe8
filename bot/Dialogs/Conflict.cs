using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Papers that do not belong together (单据对不上): the person says which to keep.</summary>
internal static partial class Conflict
{
    /// <summary>Another person's paper differs in everything: the first differences say enough.</summary>
    private const int Most = 2;

    /// <summary>Asks about the last paper, or about the one that alone names somebody else. Whose a paper is comes first.</summary>
    public static Talk Meet(Talk talk)
    {
        if (talk.Knowledge.Papers.LastOrDefault(p => p.State == "read") is not { } last || talk.Knowledge.Conflicts.Count == 0 || talk.State.Strays.Any(s => s.Folder == talk.Folder))
            return talk;
        var odd = Odd([.. talk.Knowledge.Papers.Where(p => p.Hash != last.Hash), last]);
        return Again(talk.Done().Remember(s => s with
        {
            Waiting = "conflict",
            Slots = s.Slots.SetItem("hash", (odd ?? last).Hash).SetItem("folder", $"{talk.Folder}").SetItem("odd", odd?.Person ?? "").SetItem("two", TwoPeople.Apart(talk) is null ? "" : "two")
                .SetItem("conflict", string.Join('\n', talk.Knowledge.Conflicts.Take(Most).Select(c => Plain.Told(c, 120)))),
        }));
    }

    public static Talk Again(Talk talk)
    {
        (string, string?)[] slots = [.. talk.State.Slots.Select(s => (s.Key, (string?)s.Value))];
        List<string> choices = talk.State.Slots.GetValueOrDefault("odd") is { Length: > 0 } odd
            ? [talk.Words("conflict.all"), talk.Words("conflict.without", ("person", Plain.Words(odd, 20))), talk.Words("conflict.alone", ("person", Plain.Words(odd, 20)))]
            : [.. Catalogue.Phrases["conflict"].Choices];
        return talk.Offer("conflict", talk.State.Slots.GetValueOrDefault("two") is { Length: > 0 } ? [.. choices, talk.Words("conflict.two")] : choices, slots);
    }

    /// <summary>The one paper that names another person than all others do; null where it is the last, or where that cannot be told.</summary>
    private static PaperView? Odd(IReadOnlyList<PaperView> papers) =>
        papers.Where(p => p is { State: "read", Person: not null }).GroupBy(p => p.Person).OrderBy(g => g.Count()).ToList() is [var one, var others]
        && one.Count() == 1 && others.Count() > 1 && one.Single().Hash != papers[^1].Hash ? one.Single() : null;

    /// <summary>不是同一个人; 孙立是我爸，孙莉是我妹; 这张是我邻居的; 拿错了.</summary>
    [GeneratedRegex("^(?:这|那|最后)[^些几都全]{0,5}是(?!我的|我自己|自己|同一|一个)[^,，。]{1,8}的$|[拿发传拍]错|别人的|人家的|邻居|不是(?:我|他|她|本人|病人)的|不是(?:同)?一个|不同的?人|两个人|两人|各(?:是|归)各|是我[^,，]{1,4}[,，、].{0,8}是我", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Two();

    /// <summary>Both are to be paid for, and not one of them sent by mistake.</summary>
    [GeneratedRegex("不是(?:同)?一个|不同的?人|两个人|两人|各(?:是|归)各|是我[^,，]{1,4}[,，、].{0,8}是我", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex TwoPeopleSaid();

    public static Talk? Answer(Talk talk, Heard heard)
    {
        var last = talk.State.Slots.GetValueOrDefault("hash", "");
        var folder = int.TryParse(talk.State.Slots.GetValueOrDefault("folder"), out var number) ? number : talk.State.Folder;
        var text = heard.Text;
        if (text.Contains("只留", StringComparison.Ordinal))
        {
            var others = talk.Knowledge.Papers.Where(p => File(p.Hash) != File(last)).Select(p => new WithdrawPaper(p.Hash, folder));
            return IsOneOfFile(talk, last)
                ? talk.Done().Do([.. others, new WithdrawPaper(last, folder)]).Say("conflict.one-file").Say("send-papers")
                : talk.Done().Do([.. others]).Say("conflict.kept-last").Say("send-papers");
        }
        if ((text.Contains("分开", StringComparison.Ordinal) || TwoPeopleSaid().IsMatch(text)) && TwoPeople.Apart(talk) is { } apart)
            return TwoPeople.Part(talk, apart, folder, text);
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

    /// <summary>What came in one file is kept or dropped as one.</summary>
    private static Talk AfterDropping(Talk talk, string dropped)
    {
        var said = IsOneOfFile(talk, dropped) ? talk.Say("conflict.dropped-file") : talk;
        return Reading.Next(said with { Knowledge = talk.Knowledge with { Papers = [.. talk.Knowledge.Papers.Where(p => File(p.Hash) != File(dropped))] } }, justRead: null);
    }

    private static bool IsOneOfFile(Talk talk, string paper) => talk.Knowledge.Papers.Any(p => p.Hash != paper && File(p.Hash) == File(paper));

    private static string File(string paper) => paper.Split('-')[0];
}
