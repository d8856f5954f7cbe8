using System.Collections.Frozen;
using Shouwang.Shared.Bills.Page;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>Names of the disease catalogue (病种目录) within a diagnosis: a rare character that was hardly legible is no doubt where a whole name holds it and no other name differs in it alone. 桡骨远端骨折, but not 桡骨骨折 beside 尺骨骨折.</summary>
static class KnownDiseases
{
    /// <summary>With what the names of diseases end.</summary>
    public const string Ends = "病症炎癌瘤伤折石塞死血竭染征全肉窄变化张疝疡肿期级型度娩产";

    /// <summary>Shorter names have too many neighbours.</summary>
    private const int Shortest = 4;

    /// <summary>Read less surely than this, a character may be any.</summary>
    private const int Guessed = 2_000;

    private static readonly FrozenSet<string> Names = DiseaseCatalogue.Default.Entries.SelectMany(e => e.Aliases.Prepend(e.Name)).Where(n => n.Length >= Shortest).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Gapped = Names.SelectMany(n => Enumerable.Range(0, n.Length).Select(i => WithGap(n, i))).CountBy(g => g).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly int Longest = Names.Max(n => n.Length);

    /// <summary>Whether the catalogue has exactly this name.</summary>
    public static bool Has(string name) => Names.Contains(name);

    /// <summary>Whether the names tell a character.</summary>
    /// <param name="text">The diagnosis without blanks.</param>
    public static bool Tell(string text, int at, int confidence)
    {
        if (confidence < Guessed || !TextFold.IsHan(text[at]))
            return false;
        for (var from = Math.Max(0, at - Longest + 1); from <= at; from++)
        {
            for (var length = Math.Max(Shortest, at - from + 1); length <= Math.Min(Longest, text.Length - from); length++)
            {
                var name = text.Substring(from, length);
                if (Names.Contains(name) && Gapped[WithGap(name, at - from)] == 1)
                    return true;
            }
        }
        return false;
    }

    private static string WithGap(string name, int at) => string.Concat(name.AsSpan(0, at), "?", name.AsSpan(at + 1));
}
