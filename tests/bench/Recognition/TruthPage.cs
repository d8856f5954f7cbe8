using System.Numerics;
using System.Text.Json;

namespace Shouwang.Bench.Recognition;

/// <summary>One character and where it stands.</summary>
readonly record struct PlacedCharacter(char Value, Vector2 Low, Vector2 High)
{
    public Vector2 Centre => (Low + High) / 2;

    public bool IsFigure => Value is (>= '0' and <= '9') or '.' or ',';
}

/// <summary>One picture, and each character that stands on it, as tests/Papers writes them with --lines.</summary>
sealed record TruthPage(string Picture, string Severity, IReadOnlyList<PlacedCharacter> Characters)
{
    public static IReadOnlyList<TruthPage> In(string folder) =>
    [
        .. from picture in Directory.EnumerateFiles(folder, "*.jpg").Order(StringComparer.Ordinal)
           let lines = Path.ChangeExtension(picture, ".lines.json")
           where File.Exists(lines)
           select new TruthPage(picture, Path.GetFileNameWithoutExtension(picture).Split('-')[^1], [.. Read(lines)]),
    ];

    static IEnumerable<PlacedCharacter> Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var line in json.RootElement.GetProperty("lines").EnumerateArray())
        {
            var text = line.GetProperty("text").GetString()!;
            var boxes = line.GetProperty("chars").EnumerateArray().ToList();
            for (var i = 0; i < Math.Min(text.Length, boxes.Count); i++)
            {
                var box = boxes[i];
                if (Folding.Fold(text[i]) is { } value)
                    yield return new(value, new(box[0].GetSingle(), box[1].GetSingle()), new(box[2].GetSingle(), box[3].GetSingle()));
            }
        }
    }
}

/// <summary>Signs that look alike on paper count as the same.</summary>
static class Folding
{
    /// <summary>Null for spaces.</summary>
    public static char? Fold(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => null,
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '¥' or '￥' => '¥',
        '、' => ',',
        '。' => '.',
        '—' or '–' or '－' or '一' => '-',
        'Ⅰ' or '|' or 'l' => 'I',
        _ => c,
    };
}
