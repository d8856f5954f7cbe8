using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>A claim in words (补助申请的说法).</summary>
internal static class ClaimWords
{
    public static string State(Talk talk, ClaimView claim)
    {
        var key = $"claim-state.{claim.State}";
        return talk.Words(Catalogue.Phrases.ContainsKey(key) ? key : "claim-state.other", ("reason", Reason(claim)));
    }

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

    /// <summary>"补助1,200.00元。" or nothing.</summary>
    public static string Amount(ClaimView claim) => claim.Amount is null ? "" : Catalogue.Text("label.amount", ("value", claim.Amount));

    public static string Reasons(ClaimView claim) => string.Concat(claim.Why.Select(w => $"\n\n{Plain.Told(w, 300)}"));
}
