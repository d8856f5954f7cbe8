using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>A volunteer's card was taken back (代办证收回): this phone neither sends nor hears anything more of people for whom only the card stood.</summary>
internal static class TakenBack
{
    /// <summary>What is known, without their claims.</summary>
    public static Knowledge Known(ConversationState state, Knowledge knowledge) =>
        Ended(state, knowledge) is { Count: > 0 } ended ? knowledge with { Claims = [.. knowledge.Claims.Where(claim => !ended.Any(patient => patient.Name == claim.Person))] } : knowledge;

    /// <summary>Whether the happening is about one of them: nobody here is told of it.</summary>
    public static bool Concerns(ConversationState state, Happening happening, Knowledge knowledge) =>
        happening is not (PersonSent or PersonArrived) && Ended(state, knowledge).Any(patient =>
            (happening as ClaimMoved)?.Claim.Person == patient.Name || (happening as ClaimDecided)?.Claim.Person == patient.Name || (happening.Folder is { } folder and > 0 && (folder == patient.Folder || Patients.Of(state, folder) == patient.Name)));

    /// <summary>Said once, before whatever is answered; what waited was about them. Null where there is nothing to say.</summary>
    public static Talk? Tell(Talk talk)
    {
        if (talk.Knowledge.Volunteer is not null || talk.State.Patients.Where(patient => patient.ByCard).ToList() is not { Count: > 0 } ended)
            return null;
        var left = (talk.State.Held is { Count: > 0 } held ? talk.Do(new DropPictures(held)) : talk).Done().Remember(s => (ended.Any(patient => patient.Name == s.ActingFor) ? Patients.Turn(s, null) : s) with { Held = [] });
        return left
            .Remember(s => s with
            {
                // With the folder as the turn away has noted it.
                Ended = [.. s.Ended, .. s.Patients.Where(patient => patient.ByCard)],
                Patients = [.. s.Patients.Where(patient => !patient.ByCard)],
                Strays = [.. s.Strays.Where(stray => !s.Patients.Any(patient => patient.ByCard && patient.Folder == stray.Folder))],
                ByName = false,
            })
            .Say("card-taken-back", ("person", string.Join('、', ended.Select(patient => Plain.Words(patient.Name, 20))))) with
        {
            Folder = left.State.Folder,
            Knowledge = left.State.Folder == talk.Folder ? talk.Knowledge : talk.Knowledge with { Papers = [], Conflicts = [], Unsaid = [], NoRules = [], Unfinished = [] },
        };
    }

    private static IReadOnlyList<Patient> Ended(ConversationState state, Knowledge knowledge) =>
        knowledge.Volunteer is not null ? [] : [.. state.Ended, .. state.Patients.Where(patient => patient.ByCard)];
}
