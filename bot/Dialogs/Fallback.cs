using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Not understood (没听懂): first the two likeliest meanings, then the menu, then a person.</summary>
internal static class Fallback
{
    private const int BeforeAPerson = 2;

    public static Talk Say(Talk talk, Heard heard)
    {
        var times = talk.State.NotUnderstood;
        talk = talk.Remember(s => s with { NotUnderstood = times + 1 });
        if (talk.Village is null)
            return Welcome.Arrive(talk);
        // Whoever would be called is here already.
        if (times >= BeforeAPerson && talk.Knowledge.Officer is null)
        {
            return Welcome.Menu(Questions.Leave(talk, Intent.Unknown).Remember(s => s with { NotUnderstood = 0 })
                .Do(new CallOfficer(talk.Words("not-understood.reason"), "stuck"))
                .Say("not-understood.officer"));
        }
        if (Questions.IsLasting(talk.State.Waiting))
            return Questions.Again(talk.Say("not-understood"));
        if (talk.State.Waiting is not (null or Decision.Question) && talk.State.Choices.Count > 0)
            return talk.Offer("not-understood", talk.State.Choices);
        if (times == 0 && Choices(heard) is { Count: 2 } choices)
            return talk.Offer("unsure", choices);
        if (Decision.IsAsked(talk))
            return talk.Say("not-understood").Say("confirm.plainly");
        return Welcome.Menu(talk.Say("not-understood"));
    }

    /// <summary>The two likeliest meanings in words that are commands; none where the likeliest is nothing of ours.</summary>
    private static List<string> Choices(Heard heard) => heard.Likely.Count > 0 && !Catalogue.Phrases.ContainsKey($"intent.{heard.Likely[0]}")
        ? []
        : [.. heard.Likely.Select(i => $"intent.{i}").Where(Catalogue.Phrases.ContainsKey).Take(2).Select(k => Catalogue.Text(k))];
}
