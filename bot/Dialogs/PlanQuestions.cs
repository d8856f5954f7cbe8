using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>What the village plan gives (方案问答). Every figure comes from the plan; where there is none, that is said.</summary>
internal static class PlanQuestions
{
    private const int MostMatches = 3;

    public static Talk Rules(Talk talk) => talk.Village is null ? Welcome.AskVillage(talk) : talk.Say(
        "rules",
        ("line", EntryLine(talk)),
        ("cap", talk.Knowledge.Plan?.YearlyCap is { } cap ? Catalogue.Text("label.cap", ("value", cap)) : ""),
        ("cite", Cite(talk)));

    public static Talk AskDisease(Talk talk) => talk.Village is null ? Welcome.AskVillage(talk) : talk.Ask("how-much");

    public static Talk? AnswerDisease(Talk talk, Heard heard)
    {
        if (heard.IsCommand || heard.Intent is not (Intent.Unknown or Intent.HowMuch or Intent.MedicalAdvice or Intent.OutOfScope))
            return null;
        var name = Plain.Words(heard.Text, 40);
        return name.Length == 0 ? null : talk.Done().Do(new LookUpDisease(name)).Say("how-much.looking");
    }

    public static Talk? AnswerWhich(Talk talk, Heard heard) =>
        heard.IsCommand ? null : talk.Done().Do(new LookUpDisease(Plain.Words(heard.Text, 40))).Say("how-much.looking");

    public static Talk Tell(Talk talk, DiseaseLookedUp found)
    {
        if (found.Matches.Count == 0)
            return talk.Say("how-much.unknown", ("asked", Plain.Words(found.Asked, 40)));
        if (!found.Sure && found.Matches.Count > 1)
            return talk.Remember(s => s with { Waiting = "how-much.which" }).Offer("how-much.which", [.. found.Matches.Take(MostMatches).Select(m => m.Name)]);
        var disease = found.Matches[0];
        return disease.Sum is null
            ? talk.Say("how-much.no-figure", ("disease", disease.Name))
            : talk.Say("how-much.conditions", ("line", EntryLine(talk)), ("cite", Cite(talk)))
                .Say("how-much.sum", ("disease", disease.Name), ("sum", disease.Sum));
    }

    private static string EntryLine(Talk talk) => talk.Knowledge.Plan?.EntryLine ?? talk.Village?.EntryLine ?? "";

    private static string Cite(Talk talk) =>
        talk.Knowledge.Plan is { } plan ? Catalogue.Text("label.cite", ("value", Plain.Words(plan.Resolution, 100))) : "";
}
