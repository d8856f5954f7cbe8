using Shouwang.Bot.Dialogs;
using Shouwang.Bot.Replies;

namespace Shouwang.Bot;

/// <summary>The conversation (对话) as one pure function: state, what happened, what is known → what is said and to be done.</summary>
public static class Conversation
{
    /// <summary>Takes one step. Never throws for anything a person can send; a message always gets an answer.</summary>
    public static Turn Take(ConversationState state, Happening happening, Knowledge knowledge)
    {
        if (TakenBack.Concerns(state, happening, knowledge))
            return new Turn(state, [], []);
        knowledge = TakenBack.Known(state, knowledge);
        var turn = Step(Start(state, happening, knowledge), happening);
        return knowledge.LookUp is { } lookUp && turn.Effects.OfType<LookUpDisease>().FirstOrDefault() is { } question
            ? Answer(turn, lookUp(question.Text), knowledge)
            : turn;
    }

    private static Turn Step(Talk talk, Happening happening) =>
        happening switch
        {
            PersonArrived arrived => OfficerWords.First(OtherVillage.Scanned(talk, arrived.Village) ?? Welcome.Arrive(talk)).Turn,
            PersonSent sent => Listening.To(talk, sent).Turn,
            PaperRead read => Questions.Resume(Reading.Tell(talk, read.Paper), talk.State.Waiting).Turn,
            PapersDisagree => Conflict.Meet(talk).Turn,
            ReadingDelayed => talk.Say("reading-delayed").Turn,
            ClaimDecided decided => Decision.Tell(talk, decided).Turn,
            ClaimMoved moved => Progress.Moved(talk, moved.Claim).Turn,
            DiseaseLookedUp found => PlanQuestions.Tell(talk, found).Turn,
            FoldersSeen seen => Progress.Tell(talk, seen.Folders).Turn,
            FolderWaits waits => Reading.Remind(talk, waits.Days).Turn,
            FolderExpired expired => Reading.Expire(talk, expired.Days).Turn,
            TieAnswered tied => Tying.Tell(talk, tied).Turn,
            Untied untied => Tying.Tell(talk, untied).Turn,
            ClaimMoveAnswered answer => OfficerDesk.Tell(talk, answer).Turn,
            AppealAnswered answer => Disagreement.Tell(talk, answer).Turn,
            OfficerNews news => OfficerDesk.Tell(talk, news).Turn,
            OfficerSaid said => OfficerWords.Keep(talk, said).Turn,
            _ => talk.Turn,
        };

    private static Turn Answer(Turn asked, DiseaseLookedUp found, Knowledge knowledge)
    {
        var answer = Take(asked.State, found, knowledge);
        return new Turn(answer.State, [.. asked.Replies, .. answer.Replies], [.. asked.Effects.Where(effect => effect is not LookUpDisease), .. answer.Effects]);
    }

    /// <summary>Where only one village is served there is nothing to ask.</summary>
    private static Talk Start(ConversationState state, Happening happening, Knowledge knowledge)
    {
        var came = (happening as PersonArrived)?.Village;
        var village = state.Village ?? knowledge.Villages.FirstOrDefault(v => v.Code == came)?.Code ?? (knowledge.Villages.Count == 1 ? knowledge.Villages[0].Code : null);
        return new Talk(state with { Village = village }, knowledge, (happening as PersonSent)?.Activity.From?.Id, happening.Folder ?? state.Folder);
    }
}
