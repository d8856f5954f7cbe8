using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Whose papers go where (各人各袋): every person a conversation acts for has a folder of their own, and they never mix.</summary>
internal static class Patients
{
    /// <summary>Nobody answers for a person's papers this long after they were named: who it is is asked again.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(12);

    /// <summary>The papers that come next are that person's; null for the person of the conversation.</summary>
    public static ConversationState Turn(ConversationState state, string? to)
    {
        state = Note(state);
        var next = state.Patients.FirstOrDefault(p => p.Name == (to ?? ""));
        return state with { ActingFor = to, Folder = next?.Folder ?? 0, FolderClosed = next is { FolderClosed: true }, ByName = false };
    }

    /// <summary>The folder that a paper of somebody known goes into, a new one where theirs has its answer. Whose papers come next stays as it is.</summary>
    public static (ConversationState State, int Folder) FolderOf(ConversationState state, string name)
    {
        state = Note(state);
        if (name == state.ActingFor && state is { Folder: > 0, FolderClosed: false })
            return (state, state.Folder);
        if (state.Patients.First(p => p.Name == name) is { Folder: > 0, FolderClosed: false } open)
            return (state, open.Folder);
        var next = Math.Max(state.Folders, state.Folder) + 1;
        state = state with { Folders = next, Patients = [.. state.Patients.Select(p => p.Name == name ? p with { Folder = next, FolderClosed = false } : p)] };
        return (name == state.ActingFor ? state with { Folder = next, FolderClosed = false } : state, next);
    }

    /// <summary>That person has agreed: they are known from now on.</summary>
    public static ConversationState Agreed(Talk talk, string name, bool guardian)
    {
        var (state, at, byCard) = (talk.State, talk.Knowledge.Now, talk.Knowledge.Volunteer is not null && !Persons.IsRelation(name));
        return state.Patients.Any(p => p.Name == name)
            ? state with { Patients = [.. state.Patients.Select(p => p.Name == name ? p with { AgreedAt = at, Guardian = guardian, ByCard = byCard } : p)] }
            : state with { Patients = [.. state.Patients, new Patient(name, at, guardian, 0, FolderClosed: false) { ByCard = byCard }] };
    }

    /// <summary>The open folder's person is known by name from now on, where no other word was used for them.</summary>
    public static ConversationState Name(ConversationState state, string name)
    {
        if (state.ActingFor is not null || state.Folder == 0 || state.Patients.Any(p => p.Name == name))
            return state;
        state = Note(state);
        return state with { ActingFor = name, Patients = [.. state.Patients.Select(p => p.Name.Length == 0 ? p with { Name = name } : p)] };
    }

    /// <summary>That folder has its answer, whoever's it is.</summary>
    public static ConversationState Close(ConversationState state, int folder)
    {
        state = Note(state);
        return state with
        {
            FolderClosed = state.FolderClosed || state.Folder == folder,
            Strays = [.. state.Strays.Where(s => s.Folder != folder)],
            Patients = [.. state.Patients.Select(p => p.Folder == folder ? p with { FolderClosed = true } : p)],
        };
    }

    /// <summary>Who a folder's papers belong to; null for the person of the conversation.</summary>
    public static string? Of(ConversationState state, int folder) =>
        folder == state.Folder ? state.ActingFor
        : state.Patients.FirstOrDefault(p => p.Folder == folder && folder > 0) is { Name.Length: > 0 } patient ? patient.Name : null;

    /// <summary>Those with an open folder beside the one that papers go into now.</summary>
    public static IReadOnlyList<Patient> Others(ConversationState state) =>
        [.. Note(state).Patients.Where(p => p is { Folder: > 0, FolderClosed: false, Name.Length: > 0 } && p.Folder != state.Folder)];

    /// <summary>Whether whose papers these are must be asked: always of a volunteer who has not just said it, of others where they have acted for several people.</summary>
    public static bool MustAsk(Talk talk)
    {
        var state = talk.State;
        var stale = (state.FolderClosed && NextByName(state) == state) || (state.HeardAt is { } last && talk.Knowledge.Now - last > Forgotten);
        return talk.Knowledge.Volunteer is null ? stale && Note(state).Patients.Count > 1 : stale || state.ActingFor is null || state.Held.Count > 0;
    }

    /// <summary>Papers of several people go by the names on them: where one has the answer, what comes next is for another who still lacks some.</summary>
    public static ConversationState NextByName(ConversationState state) =>
        state is { ByName: true, FolderClosed: true } && Others(state) is [var next, ..] ? Turn(state, next.Name) with { ByName = true } : state;

    /// <summary>The open folder is noted with its person.</summary>
    private static ConversationState Note(ConversationState state)
    {
        if (state.Folder == 0)
            return state;
        var name = state.ActingFor ?? "";
        var there = state.Patients.Any(p => p.Name == name);
        var patients = there ? state.Patients : [.. state.Patients, new Patient(name, state.ConsentedAt ?? default, state.ConsentedAsGuardian, 0, FolderClosed: false)];
        return state with { Patients = [.. patients.Select(p => p.Name == name ? p with { Folder = state.Folder, FolderClosed = state.FolderClosed } : p)] };
    }
}
