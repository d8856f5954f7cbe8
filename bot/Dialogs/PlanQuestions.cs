using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;
using Shouwang.Shared.Money;

namespace Shouwang.Bot.Dialogs;

/// <summary>What the village plan gives (方案问答). Every figure comes from the plan; where there is none, that is said.</summary>
internal static partial class PlanQuestions
{
    private const int MostMatches = 3;

    /// <summary>Wishes that are plainly no name of an illness.</summary>
    private static readonly FrozenSet<Intent> Interrupts = FrozenSet.Create(
        Intent.Human, Intent.Stop, Intent.Delete, Intent.WithdrawConsent, Intent.Progress, Intent.Why, Intent.Payment, Intent.BankCard,
        Intent.Insurance, Intent.Deadline, Intent.ForOther, Intent.Objection, Intent.Fraud, Intent.SubmitPapers, Intent.WhichPapers, Intent.Rules, Intent.Menu);

    /// <summary>Whether something is paid at all; 阑尾炎能不能补 is asked of the plan.</summary>
    public static Talk Rules(Talk talk, Heard heard) =>
        talk.Village?.LowMoney is { } low && !heard.IsCommand && Terms.LowMoney(heard.Text) ? talk.Say("rules.low-money", ("low", Plain.Told(low, 200)))
        : talk.Village is not null && talk.Knowledge.LookUp is not null && !heard.IsCommand && IllnessWords.In(heard.Text) is { } illness && !IsNone(talk, illness) ? LookUp(talk, illness) : Rules(talk);

    public static Talk Rules(Talk talk) => talk.Village is null ? Welcome.AskVillage(talk) : talk.Say(
        "rules",
        ("line", EntryLine(talk)),
        ("cap", talk.Knowledge.Plan?.YearlyCap is { } cap ? Catalogue.Text("label.cap", ("value", cap)) : ""),
        ("cite", Cite(talk)));

    /// <summary>Time limits, from the village's charter alone; whoever has a claim that is being published is told its day first.</summary>
    public static Talk Deadlines(Talk talk, Heard heard) =>
        Deadlines(talk.Claim is { ObjectionsUntil: not null } && heard.Text.Contains("公示", StringComparison.Ordinal) ? Progress.Where(talk) : talk);

    public static Talk Deadlines(Talk talk) => talk.Village is not { } village ? Welcome.AskVillage(talk)
        : village.Deadlines.Count == 0 ? talk.Say("deadlines.none")
        : talk.Say("deadlines", ("lines", string.Concat(village.Deadlines.Select(d => $"\n\n{Plain.Told(d, 200)}"))));

    /// <summary>Asks for the illness, unless it was named with the question. An amount that was said is read back, never counted with.</summary>
    public static Talk AskDisease(Talk talk, Heard heard)
    {
        if (talk.Village is null)
            return Welcome.AskVillage(talk);
        var amounts = heard.IsCommand ? [] : Amounts.In(heard.Text);
        if (amounts.Count(a => a.Role != AmountRole.Unsaid) > 1)
            return talk.Say("how-much.said-several", ("said", string.Join('，', amounts.Select(a => $"{Use(a.Role)}{SpokenFigures.Roughly(a)}")))).Ask("how-much");
        if ((amounts.FirstOrDefault(a => a.Role == AmountRole.Total) ?? amounts.FirstOrDefault(a => a.Role == AmountRole.Unsaid)) is { } said)
            talk = said.Exact
                ? talk.Say("how-much.said", ("amount", said.Min.ToGroupedString()), ("capitals", CapitalNumeral.Write(said.Min)))
                : talk.Say("how-much.said-roughly");
        if (!heard.IsCommand && IllnessWords.In(heard.Text) is { } illness && !IsNone(talk, illness))
            return LookUp(talk, illness);
        // Whose claim is worked out asks for that one.
        return !heard.IsCommand && amounts.Count == 0 && talk.Claim is { Amount: not null } ? Progress.Where(talk).Say("how-much.other") : talk.Ask("how-much");
    }

    /// <summary>总共花了三万八，医保报了一万九: told and nothing asked; taken for the question what the village gives.</summary>
    public static Talk? HearFigures(Talk talk, Heard heard) =>
        talk.State.Waiting is null && !heard.IsCommand && heard.Intent is Intent.Insurance or Intent.Unknown && Amounts.In(heard.Text).Count(a => a.Role is AmountRole.Total or AmountRole.Reimbursed or AmountRole.SelfPaid) > 1
            ? AskDisease(talk, heard)
            : null;

    private static string Use(AmountRole role) => role switch
    {
        AmountRole.Total => "总共",
        AmountRole.Reimbursed => "报了",
        AmountRole.SelfPaid => "自己付了",
        _ => "另外",
    };

    public static Talk? AnswerDisease(Talk talk, Heard heard)
    {
        if (heard.IsCommand || Interrupts.Contains(heard.Intent) || (heard.Intent == Intent.MedicalAdvice && Treatment().IsMatch(heard.Text)))
            return null;
        var name = Plain.Words(heard.Text, 40);
        if (!IsNone(talk, name))
            return LookUp(talk.Done(), name);
        if (IllnessWords.In(heard.Text) is { } within && !IsNone(talk, within))
            return LookUp(talk.Done(), within);
        if (Amounts.In(heard.Text).Count > 0)
            return AskDisease(talk, heard);
        // The weather, said where an illness was asked for, is no illness that the plan does not know.
        return name.Length > 0 && heard.Intent is (Intent.Unknown or Intent.HowMuch) ? LookUp(talk.Done(), name) : null;
    }

    public static Talk? AnswerWhich(Talk talk, Heard heard)
    {
        if (heard.Text == talk.Words("label.none-of-these"))
            return talk.Done().Ask("how-much.none");
        return Meant(talk.State.Choices, heard.Text) is { } chosen ? LookUp(talk.Done(), chosen) : AnswerDisease(talk, heard);
    }

    public static Talk Tell(Talk talk, DiseaseLookedUp found)
    {
        if (found.Matches.Count == 0)
            return talk.Ask("how-much.unknown", ("asked", Plain.Words(found.Asked, 40)));
        if (!found.Sure)
            return talk.Remember(s => s with { Waiting = "how-much.which" }).Offer("how-much.which", [.. found.Matches.Take(MostMatches).Select(m => m.Name), talk.Words("label.none-of-these")]);
        var disease = found.Matches[0];
        return disease.Sum is null
            ? talk.Say("how-much.no-figure", ("disease", disease.Name))
            : talk.Say("how-much.sum", ("disease", disease.Name), ("sum", disease.Sum))
                .Say("how-much.conditions", ("kinds", Kinds(found)), ("line", EntryLine(talk)), ("cite", Cite(talk)));
    }

    /// <summary>One word at home, several diseases in the plan: the record decides.</summary>
    private static string Kinds(DiseaseLookedUp found) => found.Kinds.Count == 0 ? ""
        : Catalogue.Text("label.kinds", ("asked", Plain.Words(found.Asked, 20)), ("kinds", string.Join('，', found.Kinds.Select(kind => Catalogue.Text("label.kind", ("disease", Plain.Words(kind.Name, 30)), ("sum", kind.Sum))))));

    /// <summary>The choice that was said, or the only one that has what was said in it: 急性的.</summary>
    private static string? Meant(IReadOnlyList<string> choices, string said)
    {
        var part = Normal.Bare(said).TrimEnd('的');
        var having = choices.Where(choice => choice == said || (part.Length > 1 && choice.Contains(part, StringComparison.Ordinal))).ToList();
        return having.Count == 1 ? having[0] : null;
    }

    [GeneratedRegex("药|治|偏方|要紧|严重|怎么办|怎么回事", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Treatment();

    /// <summary>Whether the words plainly name no illness.</summary>
    private static bool IsNone(Talk talk, string words) => words.Length == 0 || (talk.Knowledge.LookUp is { } lookUp && lookUp(words).Matches.Count == 0);

    private static Talk LookUp(Talk talk, string illness) => talk.Do(new LookUpDisease(illness)).Say("how-much.looking");

    private static string EntryLine(Talk talk) => talk.Knowledge.Plan?.EntryLine ?? talk.Village?.EntryLine ?? "";

    /// <summary>Who decided on the figures, after a word of warning where they are not today's.</summary>
    private static string Cite(Talk talk)
    {
        if (talk.Knowledge.Plan is not { } plan)
            return "";
        var today = DateOnly.FromDateTime(talk.Knowledge.Now.DateTime);
        var stale = plan.To < today ? Catalogue.Text("label.plan-ended", ("day", Day(plan.To)))
            : plan.From > today ? Catalogue.Text("label.plan-later", ("day", Day(plan.From)))
            : "";
        return stale + Catalogue.Text("label.cite", ("value", Plain.Told(plan.Resolution, 100)));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
