using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Several questions in one message (一口气问几件事): 第一…第二…第三…, each answered, in their order.</summary>
internal static partial class SeveralQuestions
{
    /// <summary>What is answered in a sentence and asks nothing back.</summary>
    private static readonly FrozenSet<Intent> Answered = FrozenSet.Create(Intent.WhichPapers, Intent.Deadline, Intent.Payment, Intent.Rules, Intent.Progress, Intent.Why, Intent.BankCard);

    /// <summary>More are not told apart.</summary>
    private const int Most = 9;

    [GeneratedRegex("第?[一二三四五](?:[,，、:：.]|是|个?问|个?呢)|第[一二三四五]|[1-5][、.)]|其[一二三]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Counting();

    [GeneratedRegex("^第?(?<which>[一二三四五1-5])(?:个|条|件|样)?(?:问题|事情?)?.{0,4}(?:再|重新?)(?:讲|说|念|答|来)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex OnceMore();

    public static Talk? Hear(Talk talk, Heard heard)
    {
        if (OnceMore().Match(heard.Text) is { Success: true } again && Commands.Choice(again.Groups["which"].Value) is { } which && which <= talk.State.Several.Count && Enum.TryParse<Intent>(talk.State.Several[which - 1], out var asked))
            return Routes.Find(asked)!(talk.Done(), new Heard("", asked, IsCommand: true, []));
        if (heard.IsCommand || Counting().Count(heard.Text) is < 2 or > Most)
            return null;
        Heard[] parts = [.. Counting().Split(heard.Text).Select(part => Heard.From(part, [])).Where(part => Answered.Contains(part.Intent)).DistinctBy(part => part.Intent)];
        return parts.Length < 2 ? null : parts.Aggregate(talk.Done().Remember(s => s with { Several = [.. parts.Select(part => $"{part.Intent}")] }), (answered, part) => Routes.Find(part.Intent)!(answered, part));
    }
}
