using System.Text.Json.Nodes;

namespace Shouwang.Local.SampleRoad;

/// <summary>An activity as the phone shows it.</summary>
sealed class ReceivedActivity(JsonObject json, string user)
{
    public bool IsMessage => Text("type") == "message";

    public bool IsOwn => json["from"]?["id"]?.GetValue<string>() == user;

    /// <summary>Which of the bot's messages it is: consent, paper-read, claim-decided, …</summary>
    public string Kind => json["channelData"]?["shouwang"]?["kind"]?.GetValue<string>() ?? "";

    /// <summary>Values of the buttons under it.</summary>
    public IReadOnlyList<string> Choices => [.. json["suggestedActions"]?["actions"]?.AsArray().Select(a => a!["value"]!.GetValue<string>()) ?? []];

    /// <summary>Everything there is to read, cards included, line by line.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string>();
            if (Text("text") is { Length: > 0 } text) lines.AddRange(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            foreach (var attachment in json["attachments"]?.AsArray() ?? [])
            {
                if (attachment?["content"] is JsonObject card) Read(card, lines);
                else lines.Add($"[图片] {attachment?["name"]?.GetValue<string>()}");
            }
            return lines;
        }
    }

    string? Text(string name) => json[name]?.GetValue<string>();

    /// <summary>Adaptive Cards nest texts in containers, columns, tables and lists of facts.</summary>
    static void Read(JsonNode? node, List<string> lines)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items) Read(item, lines);
                break;
            case JsonObject part when part["type"]?.ToString() == "TextBlock":
                lines.Add(part["text"]!.ToString());
                break;
            case JsonObject part when part["type"]?.ToString() is "TableRow" or "ColumnSet":
                var cells = new List<string>();
                Read(part["cells"] ?? part["columns"], cells);
                lines.Add(string.Join("  ", cells));
                break;
            case JsonObject part when part["type"]?.ToString() == "FactSet":
                foreach (var fact in part["facts"]?.AsArray() ?? []) lines.Add($"{fact!["title"]}  {fact["value"]}");
                break;
            case JsonObject part:
                foreach (var name in (string[])["body", "items", "rows"]) Read(part[name], lines);
                break;
        }
    }
}
