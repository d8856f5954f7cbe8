using Shouwang.Bot.Dialogs;

namespace Shouwang.Bot.Replies;

/// <summary>The text form of a claim's answer (结果文字版): says what <see cref="ClaimCard"/> says.</summary>
internal static class ClaimText
{
    public static string Of(ClaimView claim, string headline, string next)
    {
        var lines = new List<string>
        {
            claim.AmountInCapitals is null ? headline : headline + Catalogue.Text("label.in-capitals", ("value", claim.AmountInCapitals)),
            Stay(claim),
        };
        if (claim.Disease.Length > 0)
            lines.Add(Catalogue.Text("label.disease", ("value", Plain.Words(claim.Disease))));
        lines.AddRange(Layers(claim).Select(l => Catalogue.Text("label.layer", ("name", l.Name), ("value", l.Amount))));
        lines.AddRange(claim.Why.Select(w => Plain.Words(w, 300)));
        lines.Add(next);
        return string.Join("\n\n", lines);
    }

    public static string Stay(ClaimView claim) => Catalogue.Text(
        "label.stay",
        ("person", ClaimWords.Person(claim)),
        ("hospital", Plain.Words(claim.Hospital)),
        ("admitted", Days.Spoken(claim.Admitted)),
        ("discharged", Days.Spoken(claim.Discharged)));

    /// <summary>Total cost, every layer, what the person bore: the table's rows.</summary>
    public static IEnumerable<LayerView> Layers(ClaimView claim) =>
    [
        new(Catalogue.Text("label.total-cost"), claim.Total),
        .. claim.Layers.Select(l => l with { Name = Plain.Words(l.Name, 30) }),
        new(Catalogue.Text("label.borne"), claim.Borne),
    ];
}
