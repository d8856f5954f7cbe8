using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>The wrong village was picked, or somebody has moved (换村): a paper must not go to a village it is no business of. While something is under way nothing is changed; what was settled stays with the village that settled it.</summary>
internal static partial class OtherVillage
{
    private const string Question = "village.change";

    [GeneratedRegex("村(?:名|子)?(?:选|弄|搞|点|填|报)?错|(?:选|弄|搞|点|填)错了?(?:一?个)?村|(?:换|改)(?:到|成|个|一?个|别的|其他)?村|不是(?:这个|你们|这)村|搬(?:家了|到|去了)", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Wrong();

    [GeneratedRegex("^我们?(?:家)?(?:是|住在|住).{1,12}的?[。.!]?$", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex From();

    /// <summary>null where nothing of the kind was said.</summary>
    public static Talk? Hear(Talk talk, Heard heard) =>
        heard.IsCommand || talk.State.Waiting is "village" or Question or "correct" or "objection" or "objection.other" or "appeal" ? null
        : Wrong().IsMatch(heard.Text) ? Ask(talk, Welcome.Named(Others(talk), heard.Text))
        : From().IsMatch(heard.Text) && Welcome.Named(Others(talk), heard.Text) is { } other ? Ask(talk, other)
        : null;

    /// <summary>The code of another village was scanned.</summary>
    public static Talk? Scanned(Talk talk, string? code) => Others(talk).FirstOrDefault(village => village.Code == code) is { } other ? Ask(talk, other) : null;

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.Intent == Intent.No || heard.Text == talk.Words("village.change-not"))
            return talk.Done().Say("kept");
        if (heard.IsCommand)
            return null;
        if (Welcome.Named(Others(talk), heard.Text) is not { } other)
            return Ask(talk.Say("village.unknown"), null);
        talk = talk.Remember(s => new ConversationState { Village = other.Code, Folders = Math.Max(s.Folders, s.Folder), HeardAt = s.HeardAt });
        return ConsentDialog.Ask(talk.Say("village.chosen", ("village", other.Name)));
    }

    private static Talk? Ask(Talk talk, VillageView? other)
    {
        if (talk.Village is null || talk.Knowledge.Officer is not null || talk.Knowledge.Volunteer is not null || Others(talk) is not { Count: > 0 } others)
            return null;
        if (IsBusy(talk))
            return talk.Say("village.change-busy");
        return talk.Done().Remember(s => s with { Waiting = Question }).Offer(Question, [.. (other is null ? others.Take(Welcome.MostVillages - 1) : [other]).Select(village => village.Name), talk.Words("village.change-not")]);
    }

    private static bool IsBusy(Talk talk) =>
        (!talk.State.FolderClosed && talk.Knowledge.Papers.Count > 0) || Patients.Others(talk.State).Count > 0
        || talk.Knowledge.Claims.Any(claim => claim.ToReturn is not null || claim.State is not ("paid" or "refused"));

    private static IReadOnlyList<VillageView> Others(Talk talk) => talk.State.Village is not { } own ? [] : [.. talk.Knowledge.Villages.Where(village => village.Code != own)];
}
