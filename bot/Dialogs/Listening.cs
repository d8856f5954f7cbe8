using System.Text.Json;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Schema;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>A message from the person (听): pictures first, then words; the waiting question first, then what the words mean by themselves.</summary>
internal static class Listening
{
    /// <summary>What is said beyond it is not looked at: everything that reads words may look at each one more than once.</summary>
    private const int LongestText = 1000;

    public static Talk To(Talk talk, PersonSent sent)
    {
        if (sent.Activity.Type != "message")
            return talk;
        return OfficerWords.First(Listen(Stale.Let(talk), sent)).Remember(s => s with { HeardAt = talk.Knowledge.Now });
    }

    private static Talk Listen(Talk talk, PersonSent sent)
    {
        var text = Words(sent.Activity);
        if (TakenBack.Tell(talk) is { } told)
        {
            // Photos were sent for those people.
            if (sent.Pictures.Count > 0)
                return told.Do(new DropPictures([.. sent.Pictures.Select(picture => picture.Hash)]));
            talk = told;
        }

        if (sent.Pictures.Count == 0)
            return Hear(talk, text, IsSpeech(sent.Activity));
        var taken = FoundPaper.Take(talk, Normal.Fold(text), sent.Pictures) ?? Intake.Take(talk, sent);
        var heard = Heard.From(text, []);
        return heard.IsCommand && !AgreesUnasked(talk, heard) && Routes.Find(heard.Intent) is { } route ? route(taken, heard) : taken;
    }

    /// <summary>同意 beside photos is an answer only to a question that was put before, and only the first time.</summary>
    private static bool AgreesUnasked(Talk talk, Heard heard) => heard.Intent == Intent.Consent && (!talk.State.ConsentAsked || talk.State.ConsentedAt is not null);

    /// <summary>Takes words in; figures that were only heard are read back before anything is made of them.</summary>
    internal static Talk Hear(Talk talk, string text, bool spoken)
    {
        if (Secrets.In(text))
            return talk.Say("secret");
        var heard = Heard.From(text, talk.State.Choices);
        if (OfficerWords.Hear(talk, heard.Text) is { } words)
            return Understood(Questions.Resume(words, talk.State.Waiting));
        if ((Delicate.HearGrave(talk, heard) ?? Temper.Hear(talk, heard)) is { } heavy)
            return Understood(heavy);
        if (Delicate.Hear(talk, heard) is { } delicate)
            return Understood(Questions.Resume(delicate, talk.State.Waiting));
        if (PlainFacts.Answer(talk, heard) is { } fact)
            return Understood(Questions.Resume(fact, talk.State.Waiting));
        if (OtherVillage.Hear(talk, heard) is { } change)
            return Understood(change);
        if (spoken && SpokenFigures.Ask(talk, heard) is { } readBack)
            return Understood(readBack);
        talk = WhichClaim.MeantFirst(talk, heard);
        if ((Tying.Hear(talk, heard.Text) ?? OfficerDesk.Hear(talk, heard.Text)) is { } ordered)
            return Understood(ordered);
        if (Questions.Answer(talk, heard) is { } answered)
            return Understood(answered);
        if (Progress.HearNamed(talk, heard) is { } named)
            return Understood(Questions.Resume(named, talk.State.Waiting));
        if (WhichClaim.AskCalendar(talk, heard) is { } calendar)
            return Understood(calendar);
        if ((SeveralQuestions.Hear(talk, heard) ?? PlanQuestions.HearFigures(talk, heard)) is { } several)
            return Understood(Questions.Resume(several, talk.State.Waiting));
        if (Routes.Find(heard.Intent) is { } route)
            return Understood(Questions.Resume(route(Questions.Leave(talk, heard.Intent), heard), talk.State.Waiting));
        return Fallback.Say(talk, heard);
    }

    private static Talk Understood(Talk talk) => talk.Remember(s => s with { NotUnderstood = 0 });

    /// <summary>Whether a channel's recogniser wrote the words down (语音转的文字).</summary>
    private static bool IsSpeech(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("speech", out var speech) && speech.ValueKind == JsonValueKind.True;

    /// <summary>What was typed, or what a card's button says: a button of a card comes as a value without text.</summary>
    private static string Words(Activity activity)
    {
        var text = activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("say", out var say) && say.ValueKind == JsonValueKind.String
            ? say.GetString()
            : activity.Text;
        return text is null ? "" : text[..Math.Min(text.Length, LongestText)];
    }
}
