using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Consent to the papers being read (同意), separate, plain and withdrawable; for a child under fourteen by a guardian.</summary>
internal static class ConsentDialog
{
    public static Talk Ask(Talk talk) => talk.Ask("consent").Remember(s => s with { ConsentAsked = true });

    public static Talk? Answer(Talk talk, Heard heard)
    {
        if (heard.Text.Contains("14", StringComparison.Ordinal) || heard.Text.Contains("十四", StringComparison.Ordinal))
            return talk.Done().Ask("guardian");
        return heard.Intent switch
        {
            Intent.Consent or Intent.Yes => heard.IsCommand ? Agree(talk, guardian: false) : talk.Say("consent.plainly"),
            Intent.Refuse or Intent.No => Refuse(talk),
            _ => null,
        };
    }

    public static Talk? AnswerGuardian(Talk talk, Heard heard)
    {
        if (heard.Intent is Intent.No or Intent.Refuse || heard.Text.Contains("不是", StringComparison.Ordinal))
            return talk.Done().Say("guardian.needed");
        return heard.IsYes || heard.Text.Contains("是监护人", StringComparison.Ordinal)
            ? Agree(talk, guardian: true)
            : null;
    }

    /// <summary>Photos that came with it are let go of.</summary>
    public static Talk Refuse(Talk talk) => talk.Done().Remember(s => s with { Early = [] }).Say("consent.refused");

    /// <summary>"同意" said outside the question counts only after the question has been put in full.</summary>
    public static Talk Say(Talk talk, Heard heard) => talk switch
    {
        { State.ConsentedAt: not null } => talk.Say("consent.already"),
        { Village: null } => Welcome.AskVillage(talk),
        { State.ConsentAsked: true } when heard.IsCommand => Agree(talk, guardian: false),
        _ => Ask(talk),
    };

    public static Talk AskWithdraw(Talk talk) =>
        talk.State.ConsentedAt is null ? talk.Say("withdraw-consent.none") : talk.Ask("withdraw-consent");

    public static Talk? AnswerWithdraw(Talk talk, Heard heard)
    {
        if (heard.Intent == Intent.No || heard.Text == "不撤回")
            return talk.Done().Say("kept");
        return heard.IsYes || heard.Intent == Intent.WithdrawConsent || heard.Text.Contains("不给", StringComparison.Ordinal) || heard.Text.Contains("不让", StringComparison.Ordinal) ? Withdraw(talk) : null;
    }

    private static Talk Agree(Talk talk, bool guardian) =>
        Intake.TakeEarly(talk.Done()
            .Remember(s => s with { ConsentedAt = talk.Knowledge.Now, ConsentedAsGuardian = guardian })
            .Say("consent.done"));

    private static Talk Withdraw(Talk talk)
    {
        IEnumerable<Effect> open = talk.State.FolderClosed ? [] : talk.Knowledge.Papers.Select(p => new WithdrawPaper(p.Hash, talk.State.Folder));
        return talk.Done()
            .Remember(s => s with { ConsentedAt = null, ConsentedAsGuardian = false, FolderClosed = true })
            .Do([.. open])
            .Say("withdraw-consent.done");
    }
}
