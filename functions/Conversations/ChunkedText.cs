using System.Globalization;
using System.Text;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Conversations;

/// <summary>Text in a table row that may be longer than one property (32K characters): name, name1, name2 …</summary>
static class ChunkedText
{
    const int Chunk = 30_000;

    /// <summary>What one row can hold with room for its other properties.</summary>
    public const int Limit = 15 * Chunk;

    public static void Write(TableEntity row, string name, string text)
    {
        if (text.Length > Limit)
            throw new ArgumentException($"{name} has {text.Length} characters; a row takes {Limit}.", nameof(text));
        for (var i = 0; i * Chunk < text.Length || i == 0; i++)
            row[Part(name, i)] = text.Substring(i * Chunk, Math.Min(Chunk, text.Length - (i * Chunk)));
    }

    public static string Read(TableEntity row, string name)
    {
        var first = row.GetString(name) ?? throw new InvalidDataException($"A row of the conversation has no {name}.");
        if (!row.ContainsKey(Part(name, 1))) return first;
        var text = new StringBuilder(first);
        for (var i = 1; row.GetString(Part(name, i)) is { } more; i++) text.Append(more);
        return text.ToString();
    }

    static string Part(string name, int i) => i == 0 ? name : name + i.ToString(CultureInfo.InvariantCulture);
}
