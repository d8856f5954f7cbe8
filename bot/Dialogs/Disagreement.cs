using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Something is not right (不对): a word misread, or the result itself. A person of the village looks; the bot changes nothing.</summary>
internal static partial class Disagreement
{
    /// <summary>Wishes that plainly say nothing about what was misread.</summary>
    private static readonly FrozenSet<Intent> Interrupts = FrozenSet.Create(
        Intent.Human, Intent.Stop, Intent.Delete, Intent.WithdrawConsent, Intent.Progress, Intent.Payment, Intent.HowMuch, Intent.Insurance, Intent.Deadline, Intent.Rules,
        Intent.SubmitPapers, Intent.ForOther, Intent.Fraud, Intent.MedicalAdvice, Intent.Menu, Intent.Back);

    /// <summary>"不对" means what was read for the newest claim while that is open, then the result, before that the paper read last.</summary>
    public static Talk Ask(Talk talk) =>
        Decision.Open(talk) ? Decision.Answer(talk, new Heard("不对", Intent.No, IsCommand: true, []))!
        : talk.State.FolderClosed && talk.Claim is not null ? AskObjection(talk)
        : talk is { Claim: null, Knowledge.Papers.Count: 0 } ? talk.Say("no.nothing").Say("menu")
        : talk.Ask("correct");

    public static Talk AskObjection(Talk talk) => talk.Claim switch
    {
        null => talk.Say("objection.none"),
        { State: "refused" } refused => talk.Ask("appeal", ("reason", Plain.Told(refused.Reason ?? "", 200)), ("until", Until(refused))),
        _ => talk.Ask("objection"),
    };

    /// <summary>少算了，我自费的药没算进去，我不服: the reason came with it and is not asked for again.</summary>
    public static Talk Object(Talk talk, Heard heard) =>
        talk.Claim is not { } claim || heard.IsCommand || !OtherWish.HoldsReason(heard.Text) ? AskObjection(talk)
        : claim.State == "refused" ? talk.Done().Do(new AppealClaim(claim.Id, Plain.Words(heard.Text, 200)))
        : AnswerObjection(talk, heard) ?? AskObjection(talk);

    public static Talk? AnswerObjection(Talk talk, Heard heard)
    {
        if (heard is { IsCommand: true, Intent: not Intent.Correct } || OtherWish.Is(heard))
            return null;
        if (heard.Text == "别的原因")
            return talk.Ask("objection.other");
        var words = Plain.Words(heard.Text, 200);
        return words.Length == 0 ? null : talk.Done().Do(new CallOfficer($"{talk.Words("objection.reason")}{words}", "objection", talk.Claim?.Id)).Say(talk.Claim is { State: "approved" or "published", ToReturn: null, PaidAsBefore: false } ? "objection.sent-held" : "objection.sent");
    }

    public static Talk? AnswerAppeal(Talk talk, Heard heard)
    {
        if (heard.Text is "不申诉了" || heard.Intent == Intent.No)
            return talk.Done().Say("kept");
        var words = Plain.Words(heard.Text, 200);
        return heard.IsCommand || OtherWish.Is(heard) || words.Length == 0 || talk.Claim is not { } claim ? null : talk.Done().Do(new AppealClaim(claim.Id, words));
    }

    /// <summary>Whether the appeal was taken: only now is it said.</summary>
    public static Talk Tell(Talk talk, AppealAnswered answer) =>
        answer.Refusal is { } refusal ? talk.Say("appeal.refused", ("why", Plain.Told(refusal, 200))) : talk.Say("appeal.sent");

    public static Talk? AnswerCorrect(Talk talk, Heard heard)
    {
        if (heard.Intent == Intent.Objection || heard.Text == talk.Words("label.aid-wrong"))
            return AskObjection(talk.Done());
        return (heard.IsCommand && heard.Intent != Intent.Correct) || Interrupts.Contains(heard.Intent) ? null : Correct(talk, heard);
    }

    public static Talk Correct(Talk talk, Heard heard)
    {
        var claim = talk.State.Slots.GetValueOrDefault("claim") ?? (talk.State.FolderClosed ? talk.Claim?.Id : null);
        var earlier = talk.State.Slots.GetValueOrDefault(Decision.Earlier, "");
        var retakes = heard.Text.Contains("重拍", StringComparison.Ordinal) || (claim is null && WrongPhoto().IsMatch(heard.Text));
        talk = retakes
            ? talk.Done().Say("correct.retake")
            : talk.Done().Do(new CallOfficer($"{talk.Words("correct.reason")}{Plain.Words(heard.Text, 200)}", "correct", claim)).Say(IsDecided(talk, claim) ? "correct.officer" : "correct.officer-held");
        return Decision.Rest(talk, earlier);
    }

    /// <summary>What is approved already does not wait for what was misread.</summary>
    private static bool IsDecided(Talk talk, string? claim) =>
        talk.Knowledge.Claims.FirstOrDefault(known => known.Id == claim) is { State: not ("received" or "checked" or "returned") };

    /// <summary>我拍错了, 发错照片了: not a word that was misread.</summary>
    [GeneratedRegex("[拍发传照]错(?:了|照片|纸|单子|一张|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WrongPhoto();

    private static string Until(ClaimView claim) => claim.AppealBy is { } day ? Catalogue.Text("label.appeal-by", ("value", Days.Spoken(day))) : "";
}
