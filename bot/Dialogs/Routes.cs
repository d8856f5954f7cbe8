using System.Collections.Frozen;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Which dialog answers which intent (意图→对话).</summary>
internal static class Routes
{
    private static readonly FrozenDictionary<Intent, Func<Talk, Heard, Talk>> ByIntent = new Dictionary<Intent, Func<Talk, Heard, Talk>>
    {
        [Intent.Greet] = (talk, _) => Welcome.Arrive(talk),
        [Intent.Thanks] = (talk, _) => talk.Say("thanks"),
        [Intent.Menu] = (talk, _) => Welcome.Menu(talk),
        [Intent.Back] = (talk, _) => Welcome.Menu(talk.Done().Say("back")),
        [Intent.Repeat] = (talk, _) => Again(talk.Say("repeat")),
        [Intent.Yes] = Agree,
        [Intent.No] = (talk, heard) => Questions.IsLasting(talk.State.Waiting) ? AskPlainly(talk) : Decision.Open(talk) && !heard.IsCommand ? Decision.AskPlainly(talk) : Disagreement.Ask(talk),
        [Intent.Human] = CallSomebody,
        [Intent.Stop] = (talk, _) => Leaving.Stop(talk),
        [Intent.Delete] = (talk, _) => Leaving.AskDelete(talk),
        [Intent.Consent] = ConsentDialog.Say,
        [Intent.Refuse] = ConsentDialog.SayNo,
        [Intent.WithdrawConsent] = (talk, _) => ConsentDialog.AskWithdraw(talk),
        [Intent.SubmitPapers] = (talk, _) => Submit(talk),
        [Intent.WhichPapers] = (talk, _) => talk.Say("papers"),
        [Intent.Correct] = Disagreement.Correct,
        [Intent.Progress] = Progress.Where,
        [Intent.Why] = (talk, _) => Progress.Why(talk),
        [Intent.HowMuch] = PlanQuestions.AskDisease,
        [Intent.Rules] = PlanQuestions.Rules,
        [Intent.Insurance] = Insurance.Ask,
        [Intent.Deadline] = PlanQuestions.Deadlines,
        [Intent.Payment] = Progress.When,
        [Intent.BankCard] = (talk, _) => talk.Say("bank-card"),
        [Intent.ForOther] = ForOther.Hear,
        [Intent.Objection] = Disagreement.Object,
        [Intent.Fraud] = (talk, _) => talk.Say("fraud"),
        [Intent.MedicalAdvice] = (talk, _) => talk.Say("no-advice"),
        [Intent.OutOfScope] = (talk, _) => talk.Say("not-mine"),
    }.ToFrozenDictionary();

    /// <summary>Whoever asks again so soon is told that the call stands, and no second one is made.</summary>
    private static readonly TimeSpan CalledBefore = TimeSpan.FromMinutes(30);

    public static Func<Talk, Heard, Talk>? Find(Intent intent) => ByIntent.GetValueOrDefault(intent);

    /// <summary>Only a village's officer can be called: without one that is asked first.</summary>
    private static Talk CallSomebody(Talk talk, Heard heard) =>
        talk.Village is null ? Welcome.AskVillage(talk.Say("human.which-village"))
        : talk.State.CalledAt is { } called && talk.Knowledge.Now - called < CalledBefore && (heard.IsCommand || heard.Text.Length <= 8) ? talk.Say("human.again")
        : talk.Remember(s => s with { CalledAt = talk.Knowledge.Now }).Do(new CallOfficer(heard.IsCommand ? talk.Words("human.reason") : Plain.Words(heard.Text, 200), "human", talk.Claim?.Id)).Say("human");

    private static Talk Submit(Talk talk)
    {
        if (talk.Village is null)
            return Welcome.AskVillage(talk);
        if (talk.State.ConsentedAt is null)
            return ConsentDialog.Ask(talk);
        return HasPapers(talk) ? Reading.Next(Progress.Folder(talk), justRead: null) : talk.Say("send-papers").Say("send-papers.tips");
    }

    private static Talk Again(Talk talk) =>
        talk.State.Waiting is not null ? Questions.Again(talk) : HasPapers(talk) ? Reading.Next(talk, justRead: null) : Welcome.Menu(talk);

    private static bool HasPapers(Talk talk) => talk is { State.FolderClosed: false, Knowledge.Papers.Count: > 0 };

    /// <summary>对 or 不对 alone, and the question that waits took neither for an answer: it is put again.</summary>
    private static Talk AskPlainly(Talk talk) => Questions.Again(talk.Say("plainly"));

    /// <summary>What the model only takes for a yes confirms nothing.</summary>
    private static Talk Agree(Talk talk, Heard heard) => talk.State switch
    {
        _ when Questions.IsLasting(talk.State.Waiting) => AskPlainly(talk),
        _ when Decision.Open(talk) && !heard.IsYes => Decision.AskPlainly(talk),
        _ when Decision.Open(talk) => Decision.Answer(talk, new Heard("对", Intent.Yes, IsCommand: true, []))!,
        { ConsentedAt: not null, FolderClosed: false } when talk.Knowledge.Papers.Count > 0 => Reading.Next(talk.Say("yes"), justRead: null),
        _ => Welcome.Menu(talk.Say("yes")),
    };
}
