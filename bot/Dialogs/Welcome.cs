using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Welcome and choice of village (欢迎、选村).</summary>
internal static class Welcome
{
    public const int MostVillages = 9;

    public static Talk Arrive(Talk talk)
    {
        if (talk.Knowledge.Officer is { } officer && talk.Village is not null)
            return Menu(talk.Say("welcome.officer", ("name", Plain.Words(officer.Name, 20))));
        if (talk.State.ConsentedAt is not null)
            return Menu(talk.Say("welcome.again"));
        if (talk.Village is null)
            return AskVillage(talk.Say("welcome.any-village").Say("welcome.papers"));
        return ConsentDialog.Ask(talk.Say("welcome").Say("welcome.papers"));
    }

    /// <summary>What can be done here, by whoever it is.</summary>
    public static Talk Menu(Talk talk) => talk.Say(talk.Knowledge.Officer is not null ? "menu.officer" : talk.Knowledge.Volunteer is not null ? "menu.volunteer" : "menu");

    public static Talk AskVillage(Talk talk) =>
        talk.Remember(s => s with { Waiting = "village" })
            .Offer("village", [.. talk.Knowledge.Villages.Take(MostVillages).Select(v => v.Name)]);

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.IsCommand)
            return null;
        var named = Named(talk.Knowledge.Villages, heard.Text);
        if (named is null)
            return AskVillage(talk.Say("village.unknown"));
        var chosen = talk.Done().Remember(s => s with { Village = named.Code }).Say("village.chosen", ("village", named.Name));
        return chosen.State.ConsentedAt is null ? ConsentDialog.Ask(chosen) : chosen.Say("send-papers");
    }

    /// <summary>The one village whose name, with or without 村, stands in the text.</summary>
    public static VillageView? Named(IReadOnlyList<VillageView> villages, string text)
    {
        var found = villages.Where(v => text.Contains(v.Name, StringComparison.Ordinal) || text.Contains(v.Name.TrimEnd('村'), StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : found.Find(v => v.Name == text);
    }
}
