using System.Text.Json;

namespace Shouwang.Papers.Photo;

/// <summary>The lines of a paper as the recogniser's protocol gives them, every character right and in its place.</summary>
static class PrintedPage
{
    /// <param name="lines">As <see cref="Camera.Lines"/> gives them.</param>
    /// <returns>An analyzeResult of one page, as `read-report --pages` keeps them.</returns>
    public static string Answer(JsonElement lines)
    {
        var (offset, words, written) = (0, new List<object>(), new List<object>());
        foreach (var line in lines.GetProperty("lines").EnumerateArray())
        {
            var text = line.GetProperty("text").GetString()!;
            int[][] boxes = [.. line.GetProperty("chars").EnumerateArray().Select(box => box.EnumerateArray().Select(n => n.GetInt32()).ToArray())];
            words.AddRange(Words(text).Select(word => (object)new { content = text[word], polygon = Around(boxes[word]), confidence = 0.999, span = new { offset = offset + word.Start.Value, length = text[word].Length } }));
            written.Add(new { content = text, polygon = Around(boxes), spans = new[] { new { offset, length = text.Length } } });
            offset += text.Length + 1;
        }
        return JsonSerializer.Serialize(new { pages = new[] { new { pageNumber = 1, angle = 0, width = lines.GetProperty("width").GetInt32(), height = lines.GetProperty("height").GetInt32(), unit = "pixel", words, lines = written } } });
    }

    /// <summary>A Chinese character is a word, and so is a run of letters, figures and the marks within numbers.</summary>
    private static IEnumerable<Range> Words(string text)
    {
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = start + 1;
            while (end < text.Length && Joins(text[start]) && Joins(text[end]))
                end++;
            yield return start..end;
        }
    }

    private static bool Joins(char c) => char.IsAsciiLetterOrDigit(c) || ".,-/+%_#*&'".Contains(c, StringComparison.Ordinal);

    private static int[] Around(int[][] boxes)
    {
        var (left, top, right, bottom) = (boxes.Min(b => b[0]), boxes.Min(b => b[1]), boxes.Max(b => b[2]), boxes.Max(b => b[3]));
        return [left, top, right, top, right, bottom, left, bottom];
    }
}
