using System.Globalization;
using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>A claim in words (补助申请的说法).</summary>
internal static class ClaimWords
{
    public static string State(Talk talk, ClaimView claim) => talk.Words(
        Key(talk, claim),
        ("reason", Reason(claim)),
        ("amount", claim.Amount ?? ""),
        ("until", claim.ObjectionsUntil is { } until ? Days.Spoken(until) : ""),
        ("paid", claim.PaidOut ?? ""),
        ("back", claim.ToReturn ?? ""),
        ("more", claim.StillDue ?? ""),
        ("gave", claim.GaveBack ?? ""));

    /// <summary>Money that was paid before is spoken of first: to be given back, still to come, or left alone while the claim is looked at again.</summary>
    private static string Key(Talk talk, ClaimView claim) => claim switch
    {
        { ToReturn: not null, State: "refused" } => "claim-state.refused-back",
        { ToReturn: not null } => "claim-state.back",
        { PaidAsBefore: true, Objected: true } => "claim-state.same-objected",
        { PaidAsBefore: true } => "claim-state.same",
        { Objected: true, State: "published", StillDue: not null } => "claim-state.more-objected",
        { Objected: true, State: "published" } => "claim-state.objected",
        { WithBank: true, State: "published" } => "claim-state.with-bank",
        { StillDue: not null, ObjectionsUntil: not null } when IsOpen(talk, claim) => "claim-state.more-until",
        { StillDue: not null } => "claim-state.more",
        { GaveBack: not null, State: "paid" } => "claim-state.gave-back",
        { GaveBack: not null, State: "refused" } => "claim-state.refused-gave-back",
        { PaidOut: not null, State: "received" or "checked" } => "claim-state.again",
        { State: "published", ObjectionsUntil: not null } => IsOpen(talk, claim) ? "claim-state.published-until" : "claim-state.published-over",
        _ => Catalogue.Phrases.ContainsKey($"claim-state.{claim.State}") ? $"claim-state.{claim.State}" : "claim-state.other",
    };

    private static bool IsOpen(Talk talk, ClaimView claim) =>
        string.CompareOrdinal(talk.Knowledge.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), claim.ObjectionsUntil) <= 0;

    /// <summary>What news of a move is told by.</summary>
    public static string News(ClaimView claim) => claim switch
    {
        { ToReturn: not null, State: "approved" or "published" } => "claim-moved.back",
        { ToReturn: not null, State: "refused" } => "claim-moved.refused",
        { StillDue: not null, State: "approved" or "published" } => "claim-moved.more",
        { PaidAsBefore: true } => "claim-moved.same",
        { GaveBack: not null, State: "paid" or "refused" } => "claim-moved.gave-back",
        { PaidOut: not null, State: "received" } => "claim-moved.again",
        { PaidOut: not null, State: "checked" } => "claim-moved",
        _ => Catalogue.Phrases.ContainsKey($"claim-moved.{claim.State}") ? $"claim-moved.{claim.State}" : "claim-moved",
    };

    /// <summary>The same for an officer, in the words of the desk.</summary>
    public static string OfficerState(ClaimView claim)
    {
        var key = $"officer-state.{claim.State}";
        return Catalogue.Text(Catalogue.Phrases.ContainsKey(key) ? key : "claim-state.other");
    }

    /// <summary>Why it was returned or refused; what is missing where nobody wrote a reason.</summary>
    public static string Reason(ClaimView claim) =>
        claim.Reason is { Length: > 0 } reason ? Plain.Told(reason, 200)
        : claim.Missing.Count > 0 ? List(claim.Missing)
        : Catalogue.Text("claim-state.no-reason");

    public static string Person(ClaimView claim) => Plain.Words(claim.Person, 20);

    public static string List(IReadOnlyList<string> items) => PaperKinds.List([.. items.Select(i => Plain.Told(i, 60))]);

    /// <summary>"补助1,200.00元。" or nothing; nothing too where the state says it beside what was paid before.</summary>
    public static string Amount(ClaimView claim) => claim.Amount is null || claim.ToReturn is not null || claim.PaidAsBefore ? "" : Catalogue.Text("label.amount", ("value", claim.Amount));

    public static string Reasons(ClaimView claim) => string.Concat(claim.Why.Select(w => $"\n\n{Plain.Told(w, 300)}"));
}
