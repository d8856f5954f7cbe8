using System.Text.Json.Nodes;

namespace Shouwang.Bot.Replies;

/// <summary>A claim's answer as an Adaptive Card 1.3 (结果卡片): the amount large, the layers as a table, why, what next.</summary>
internal static class ClaimCard
{
    public static JsonObject Of(ClaimView claim, string headline, string next, string text)
    {
        List<JsonNode> body = [Words(ClaimText.Stay(claim))];
        if (claim.Amount is null)
            body.Add(Words(headline, "large", "bolder"));
        else
            body.AddRange([Words(Catalogue.Text("label.amount-head")), Words(Catalogue.Text("label.yuan", ("value", claim.Amount)), "extraLarge", "bolder")]);
        if (claim.AmountInCapitals is not null)
            body.Add(Words(claim.AmountInCapitals));
        if (claim.Disease.Length > 0)
            body.Add(Words(Catalogue.Text("label.disease", ("value", Plain.Words(claim.Disease)))));
        body.AddRange(ClaimText.Layers(claim).Select(Row));
        body.Add(Words(Catalogue.Text("label.why"), "medium", "bolder"));
        body.AddRange(claim.Why.Select(r => Words(Plain.Told(r, 300))));
        body.AddRange([Words(Catalogue.Text("label.next"), "medium", "bolder"), Words(next)]);
        return new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.3",
            ["lang"] = "zh-CN",
            ["fallbackText"] = text,
            ["speak"] = Speech.Of(text),
            ["body"] = new JsonArray([.. body]),
        };
    }

    private static JsonObject Words(string text, string size = "default", string weight = "default") =>
        new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["size"] = size, ["weight"] = weight };

    private static JsonObject Row(LayerView layer)
    {
        var amount = Words(ClaimText.Yuan(layer.Amount));
        amount["horizontalAlignment"] = "right";
        return new JsonObject
        {
            ["type"] = "ColumnSet",
            ["separator"] = true,
            ["columns"] = new JsonArray(Column("stretch", Words(layer.Name)), Column("auto", amount)),
        };
    }

    private static JsonObject Column(string width, JsonObject item) =>
        new() { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(item) };
}
