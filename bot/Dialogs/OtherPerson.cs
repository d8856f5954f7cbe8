using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>A paper with another name than the person it was sent for (名字对不上): it goes into nobody's folder until that is settled.</summary>
internal static class OtherPerson
{
    /// <summary>The name on the paper where it is not the person a volunteer sent it for; null where all is well.</summary>
    public static string? Found(Talk talk, PaperView paper) =>
        talk.Knowledge.Volunteer is not null
        && paper.Person is { } named
        && Patients.Of(talk.State, talk.Folder) is { } person
        && Persons.Relation(person) is null
        && named != person ? Plain.Words(named, 20) : null;

    public static Talk Ask(Talk talk, PaperView paper, string named)
    {
        var person = Patients.Of(talk.State, talk.Folder)!;
        talk = talk.Done().Remember(s => s with
        {
            Waiting = "other-person",
            Slots = s.Slots.SetItem("hash", paper.Hash).SetItem("folder", $"{talk.Folder}").SetItem("named", named).SetItem("person", person),
        });
        return talk.Offer(
            "other-person",
            [talk.Words("other-person.theirs", ("named", named)), talk.Words("other-person.misread", ("person", person)), talk.Words("other-person.drop")],
            ("named", named),
            ("person", person));
    }

    public static Talk? Answer(Talk talk, Heard heard)
    {
        var slots = talk.State.Slots;
        var (hash, named, person) = (slots.GetValueOrDefault("hash", ""), slots.GetValueOrDefault("named", ""), slots.GetValueOrDefault("person", ""));
        var folder = int.TryParse(slots.GetValueOrDefault("folder"), out var number) ? number : talk.State.Folder;
        if (heard.Text.Contains("不要", StringComparison.Ordinal))
            return talk.Done().Do(new WithdrawPaper(hash, folder)).Say("conflict.dropped-last");
        if (heard.Text == talk.Words("other-person.theirs", ("named", named)))
        {
            var moved = talk.Done().Do(new WithdrawPaper(hash, folder)).Remember(s => s with { Held = [hash] });
            return ForOther.Answer(moved, new Heard(named, Intent.Unknown, IsCommand: false, []));
        }
        return heard.Text == talk.Words("other-person.misread", ("person", person)) || heard.Text.Contains("读错", StringComparison.Ordinal)
            ? Reading.Next(talk.Done().Do(new CallOfficer($"{talk.Words("correct.reason")}{named}/{person}", "correct")).Say("other-person.kept", ("person", person)), justRead: null)
            : null;
    }
}
