using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>A claim in words (补助申请的说法).</summary>
internal static class ClaimWords
{
    public static string State(Talk talk, ClaimView claim)
    {
        var key = $"claim-state.{claim.State}";
        return talk.Words(Catalogue.Phrases.ContainsKey(key) ? key : "claim-state.other", ("missing", List(claim.Missing)));
    }

    public static string Person(ClaimView claim) => Plain.Words(claim.Person, 20);

    public static string List(IReadOnlyList<string> items) => PaperKinds.List([.. items.Select(i => Plain.Words(i, 60))]);

    /// <summary>"补助1,200.00元。" or nothing.</summary>
    public static string Amount(ClaimView claim) => claim.Amount is null ? "" : Catalogue.Text("label.amount", ("value", claim.Amount));

    public static string Reasons(ClaimView claim) => string.Concat(claim.Why.Select(w => $"\n\n{Plain.Words(w, 300)}"));
}
