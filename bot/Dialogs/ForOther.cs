using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Acting for somebody else (代办): a relative freely, anybody else with the card the officer issued.</summary>
internal static class ForOther
{
    public static Talk Ask(Talk talk) => talk.Knowledge.Volunteer is { People.Count: > 0 } volunteer
        ? talk.Remember(s => s with { Waiting = "for-other" }).Offer("for-other.volunteer", volunteer.People)
        : talk.Ask("for-other");

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.IsCommand)
            return null;
        var known = talk.Knowledge.Volunteer?.People.FirstOrDefault(p => heard.Text.Contains(p, StringComparison.Ordinal));
        var person = known ?? Persons.Relation(heard.Text);
        return person is null ? talk.Done().Say("for-other.no-card") : talk.Done().Ask("for-other.agreed", ("person", Plain.Words(person, 20)));
    }

    public static Talk? AnswerAgreed(Talk talk, Heard heard)
    {
        var person = talk.State.Slots.GetValueOrDefault("person", "");
        if (heard.Intent == Intent.No || heard.Text.Contains('没'))
            return talk.Done().Say("for-other.ask-first", ("person", person));
        if (heard.Intent is not (Intent.Yes or Intent.Consent) && !heard.Text.Contains("答应", StringComparison.Ordinal))
            return null;
        return talk.Done()
            .Remember(s => s with { ActingFor = person, FolderClosed = s.Folder > 0 })
            .Say("for-other.start", ("person", person));
    }
}
