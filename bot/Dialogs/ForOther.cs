using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Acting for somebody else (代办): a relative freely, anybody else with the card the officer issued. Everybody agrees for themselves and has a folder of their own.</summary>
internal static class ForOther
{
    public const int MostNames = 6;

    /// <summary>替我妈办, 给张三交: who was named with the wish is not asked for once more.</summary>
    public static Talk Hear(Talk talk, Heard heard)
    {
        if (heard.IsCommand)
            return Ask(talk);
        // 许金凤阿婆 is somebody of the village with a name, not the volunteer's own grandmother.
        var named = talk.Knowledge.Volunteer is null ? [] : Persons.MeantNames(heard.Text);
        if (named.Count > 1)
            return AskAll(talk, named);
        var person = named is [var one] ? one : Persons.Meant(heard.Text) ?? (talk.Knowledge.Volunteer is null ? null : Persons.MeantName(heard.Text));
        return person is null ? Ask(talk)
            : Names(talk).Contains(person) ? Go(talk.Done().Remember(s => Patients.Turn(s, person)), person)
            : AskAgreed(talk, person, heard.Text);
    }

    /// <summary>A child's parents are asked at once where its age was said.</summary>
    public static Talk AskAgreed(Talk talk, string person, string text) =>
        talk.Done().Ask(Persons.IsUnderFourteen(text) ? "for-other.guardian" : "for-other.agreed", ("person", Plain.Words(person, 20)));

    /// <summary>Several at once: each has to agree, and their papers are told apart by the names on them.</summary>
    private static Talk AskAll(Talk talk, IReadOnlyList<string> named) =>
        named.All(Names(talk).Contains) ? GoAll(talk.Done(), named) : talk.Done().Ask("for-other.agreed-all", ("person", string.Join('、', named.Take(MostNames))));

    public static Talk? AnswerAll(Talk talk, Heard heard)
    {
        var named = talk.State.Slots.GetValueOrDefault("person", "").Split('、', StringSplitOptions.RemoveEmptyEntries);
        if (heard.Intent is Intent.No or Intent.Refuse || heard.Text.Contains('没') || heard.Text.Contains("14", StringComparison.Ordinal) || Persons.IsUnderFourteen(heard.Text))
            return talk.Done().Ask("for-other.one-by-one");
        if (named.Length == 0 || !(heard.Intent is Intent.Yes or Intent.Consent || heard.Text.Contains("答应", StringComparison.Ordinal)))
            return null;
        foreach (var person in named.Where(person => !Names(talk).Contains(person)))
            talk = talk with { State = Patients.Agreed(talk, person, guardian: false) };
        return Consented(GoAll(talk.Done(), named));
    }

    /// <summary>Papers that came before it was said whose they are begin with the first; the names on them say the rest.</summary>
    private static Talk GoAll(Talk talk, IReadOnlyList<string> named) => OtherPerson.Rest(Intake.SubmitHeld(
        talk.Remember(s => Patients.Turn(s, named[0]) with { ByName = true }).Say(talk.State.Held.Count > 0 ? "for-other.these-by-name" : "for-other.by-name", ("person", string.Join('、', named)))));

    public static Talk Ask(Talk talk)
    {
        var names = Names(talk);
        if (names.Count == 0)
            return talk.Knowledge.Volunteer is null ? talk.Ask("for-other") : talk.Ask("for-other.name");
        return Choose(talk, "for-other.known", [.. names, talk.Words("label.somebody-else")]);
    }

    /// <summary>Pictures came, and it is not clear whose they are.</summary>
    public static Talk AskWhose(Talk talk)
    {
        talk = Decision.Later(talk);
        if (talk.Knowledge.Volunteer is not null && Names(talk).Count == 0)
            return talk.Ask("whose.name", ("count", $"{talk.State.Held.Count}"));
        List<string> names = Names(talk), apart = talk.Knowledge.Volunteer is not null && names.Count > 1 ? [talk.Words("label.by-name")] : [];
        return Choose(talk, "whose", [.. names, .. apart, talk.Words("label.myself"), talk.Words("label.somebody-else")]);
    }

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.Text == talk.Words("label.somebody-else"))
            return talk.Done().Ask(talk.Knowledge.Volunteer is null ? "for-other" : "for-other.name");
        if (heard.Text == talk.Words("label.myself") || heard.Text is "自己" or "我的" or "我自己的" or "是我的")
            return Go(talk.Done().Remember(s => Patients.Turn(s, null)), talk.Words("label.myself"));
        if (heard.IsCommand)
            return null;
        var named = talk.Knowledge.Volunteer is null ? [] : heard.Text == talk.Words("label.by-name") ? Names(talk) : Persons.Names(heard.Text);
        if (named.Count > 1)
            return AskAll(talk, named);
        if (Names(talk).FirstOrDefault(n => heard.Text.Contains(n, StringComparison.Ordinal)) is { } known)
            return Go(talk.Done().Remember(s => Patients.Turn(s, known)), known);
        var person = Persons.Relation(heard.Text) ?? (talk.Knowledge.Volunteer is null ? null : Persons.MeantName(heard.Text) ?? Persons.Name(heard.Text));
        if (person is not null)
            return AskAgreed(talk, person, heard.Text);
        // 答应了 says of nobody who it is.
        if (heard.Intent is Intent.Yes or Intent.Consent || heard.Text.Contains("答应", StringComparison.Ordinal))
            return Questions.IsLasting(talk.State.Waiting) ? Questions.Again(talk.Say("plainly")) : talk.Say("plainly").Ask(talk.State.Waiting ?? "for-other");
        return talk.Knowledge.Volunteer is null ? Drop(talk.Done()).Say("for-other.no-card") : talk.Ask("for-other.name-again");
    }

    public static Talk? AnswerAgreed(Talk talk, Heard heard)
    {
        var person = talk.State.Slots.GetValueOrDefault("person", "");
        if (heard.Text.Contains("14", StringComparison.Ordinal) || heard.Text.Contains("十四", StringComparison.Ordinal) || Persons.IsUnderFourteen(heard.Text))
            return talk.Done().Ask("for-other.guardian", ("person", person));
        if (heard.Intent is Intent.No or Intent.Refuse || heard.Text.Contains('没'))
            return OtherPerson.Rest(Drop(talk.Done()).Say("for-other.ask-first", ("person", person)));
        return heard.Intent is Intent.Yes or Intent.Consent || heard.Text.Contains("答应", StringComparison.Ordinal) ? Agreed(talk, person, guardian: false) : null;
    }

    public static Talk? AnswerGuardian(Talk talk, Heard heard)
    {
        var person = talk.State.Slots.GetValueOrDefault("person", "");
        if (heard.Intent is Intent.No or Intent.Refuse || heard.Text.Contains("不是", StringComparison.Ordinal) || heard.Text.Contains('没'))
            return OtherPerson.Rest(Drop(talk.Done()).Say("guardian.needed"));
        return heard.Intent is Intent.Yes or Intent.Consent || heard.Text.Contains("答应", StringComparison.Ordinal) || heard.Text.Contains("监护人", StringComparison.Ordinal)
            ? Agreed(talk, person, guardian: true)
            : null;
    }

    public static Talk Agreed(Talk talk, string person, bool guardian) =>
        OtherPerson.Rest(Consented(Go(talk.Done().Remember(s => Patients.Turn(Patients.Agreed(talk with { State = s }, person, guardian), person)), person)));

    /// <summary>Whoever sends the papers agrees for themselves too, before the first one.</summary>
    private static Talk Consented(Talk talk) => talk.State.ConsentedAt is null && talk.Village is not null ? ConsentDialog.Ask(talk) : talk;

    private static Talk Go(Talk talk, string person)
    {
        var started = talk.Say(talk.State.Held.Count > 0 ? "for-other.these" : "for-other.start", ("person", person));
        return OtherPerson.Rest(Intake.SubmitHeld(started));
    }

    /// <summary>Nobody agreed to the pictures that wait: they are forgotten.</summary>
    public static Talk Drop(Talk talk) => talk.State.Held is { Count: > 0 } held
        ? talk.Do(new DropPictures(held)).Remember(s => s with { Held = [] }).Say("whose.dropped")
        : talk;

    private static Talk Choose(Talk talk, string key, IReadOnlyList<string> choices) =>
        talk.Remember(s => s with { Waiting = key }).Offer(key, choices, ("count", $"{talk.State.Held.Count}"));

    private static List<string> Names(Talk talk) => [.. talk.State.Patients.Select(p => p.Name).Where(n => n.Length > 0).TakeLast(MostNames)];
}
