using System.Collections.Frozen;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>The questions that can wait for an answer (等回答的问题), by catalogue key.</summary>
internal static class Questions
{
    private static readonly FrozenDictionary<string, Func<Talk, Heard, Talk?>> Answers = new Dictionary<string, Func<Talk, Heard, Talk?>>
    {
        ["village"] = Welcome.Answer,
        ["village.change"] = OtherVillage.Answer,
        ["consent"] = ConsentDialog.Answer,
        [ConsentDialog.Acting] = ConsentDialog.Answer,
        ["guardian"] = ConsentDialog.AnswerGuardian,
        ["withdraw-consent"] = ConsentDialog.AnswerWithdraw,
        ["delete"] = Leaving.AnswerDelete,
        ["delete.claims"] = Leaving.AnswerDelete,
        ["conflict"] = Conflict.Answer,
        ["two-people"] = TwoPeople.Answer,
        ["correct"] = Disagreement.AnswerCorrect,
        ["objection"] = Disagreement.AnswerObjection,
        ["objection.other"] = Disagreement.AnswerObjection,
        ["found-paper.whose"] = FoundPaper.Answer,
        ["how-much"] = PlanQuestions.AnswerDisease,
        ["how-much.which"] = PlanQuestions.AnswerWhich,
        ["how-much.unknown"] = PlanQuestions.AnswerDisease,
        ["how-much.none"] = PlanQuestions.AnswerDisease,
        [SpokenFigures.Waiting] = SpokenFigures.Answer,
        ["date-unclear"] = WhichClaim.AnswerCalendar,
        ["insurance.scheme"] = Insurance.Answer,
        ["insurance.level"] = Insurance.Answer,
        ["for-other"] = ForOther.Answer,
        ["for-other.known"] = ForOther.Answer,
        ["for-other.name"] = ForOther.Answer,
        ["for-other.name-again"] = ForOther.Answer,
        ["for-other.agreed-all"] = ForOther.AnswerAll,
        ["for-other.one-by-one"] = ForOther.Answer,
        ["for-other.agreed"] = ForOther.AnswerAgreed,
        ["for-other.guardian"] = ForOther.AnswerGuardian,
        ["whose"] = ForOther.Answer,
        ["whose.name"] = ForOther.Answer,
        ["other-person"] = OtherPerson.Answer,
        ["claim-decided.confirm"] = Decision.Answer,
        ["appeal"] = Disagreement.AnswerAppeal,
        ["officer-return-why"] = OfficerDesk.AnswerReturnWhy,
        ["officer-cause"] = OfficerDesk.AnswerCause,
        ["officer-confirm"] = OfficerDesk.AnswerConfirm,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Questions that are put again after something else came between; the others are dropped.</summary>
    private static readonly FrozenSet<string> Lasting = FrozenSet.Create(StringComparer.Ordinal, "village", "consent", ConsentDialog.Acting, "guardian", "conflict", "two-people", "whose", "whose.name", "other-person", "found-paper.whose", "for-other.agreed", "for-other.agreed-all", "for-other.guardian");

    public static bool IsLasting(string? waiting) => waiting is not null && Lasting.Contains(waiting);

    /// <summary>The answer taken by the waiting question; null where none waits or the words are no answer to it.</summary>
    public static Talk? Answer(Talk talk, Heard heard) =>
        talk.State.Waiting is { } waiting && Answers.TryGetValue(waiting, out var answer) ? answer(talk, heard) : null;

    /// <summary>Something else comes between. Whoever says 返回 or 算了 no longer acts for the other person.</summary>
    public static Talk Leave(Talk talk, Intent intent) =>
        talk.State.Waiting is { } waiting && Lasting.Contains(waiting) && !(intent is Intent.Back or Intent.Stop && waiting.StartsWith("for-other", StringComparison.Ordinal)) ? talk : talk.Done();

    /// <summary>Puts the question again that was waiting before, if it still is.</summary>
    public static Talk Resume(Talk talk, string? waiting) =>
        waiting is not null && Lasting.Contains(waiting) && talk.State.Waiting == waiting && talk.Replies.All(r => !IsQuestion(r, waiting)) ? Again(talk) : talk;

    public static Talk Again(Talk talk) => talk.State.Waiting switch
    {
        null => talk,
        "village" => Welcome.AskVillage(talk),
        "whose" or "whose.name" => ForOther.AskWhose(talk),
        "conflict" => Conflict.Again(talk),
        "other-person" => OtherPerson.Again(talk),
        var waiting when Lasting.Contains(waiting) => talk.Say(waiting, [.. talk.State.Slots.Select(s => (s.Key, (string?)s.Value))]),
        _ => talk,
    };

    private static bool IsQuestion(Schema.Activity reply, string waiting) =>
        reply.SuggestedActions is not null && reply.ChannelData?.GetProperty("shouwang").GetProperty("kind").GetString() == Message.Kind(waiting);
}
