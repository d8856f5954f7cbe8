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
        lines.AddRange(Layers(claim).Select(l => $"{l.Name}：{Yuan(l.Amount)}"));
        lines.AddRange(claim.Why.Select(w => Plain.Told(w, 300)));
        lines.Add(next);
        return string.Join("\n\n", lines);
    }

    /// <summary>"1,200.00元"; words such as 还不能算 stay as they are.</summary>
    public static string Yuan(string amount) => amount.Length > 0 && char.IsAsciiDigit(amount[^1]) ? Catalogue.Text("label.yuan", ("value", amount)) : amount;

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
