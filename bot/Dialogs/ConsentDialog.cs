using System.Text.RegularExpressions;
using Shouwang.Bot.Replies;
using Shouwang.Bot.Understanding;

namespace Shouwang.Bot.Dialogs;

/// <summary>Consent to the papers being read (同意), separate, plain and withdrawable; for a child under fourteen by a guardian.</summary>
internal static partial class ConsentDialog
{
    [GeneratedRegex("同意|答应|愿意|乐意|看我|[给让]你?们?看|照片|资料|单子|单据|材料|信息|隐私|撤|反悔|后悔", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex AboutPapers();

    /// <summary>Another's papers, sent from one's own phone.</summary>
    public const string Acting = "consent.acting";

    /// <summary>Whoever has just said that others agreed is asked for himself in words that say whose papers it is about: it sounds like the same question otherwise.</summary>
    public static Talk Ask(Talk talk) => (Whose(talk) is { } person ? talk.Ask(Acting, ("person", person)) : talk.Ask("consent")).Remember(s => s with { ConsentAsked = true });

    private static string? Whose(Talk talk) => talk.State switch
    {
        { ByName: true } state => string.Join('、', state.Patients.Select(patient => patient.Name).Where(name => name.Length > 0).TakeLast(ForOther.MostNames)),
        { ActingFor: { } person } => Plain.Words(person, 20),
        _ => null,
    };

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

    /// <summary>不给看, 不同意. What the model takes for it once the person has agreed need not be it: nobody is asked out of the blue whether everything shall stop.</summary>
    public static Talk SayNo(Talk talk, Heard heard) =>
        talk.State.ConsentedAt is null ? Refuse(talk)
        : heard.IsCommand || AboutPapers().IsMatch(heard.Text) ? AskWithdraw(talk)
        : Fallback.Say(talk, heard);

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
