using System.Text;
using Shouwang.Recognizer.Recognition;

namespace Shouwang.Recognizer.Protocol;

/// <summary>Lines → words (词): every Chinese character is a word, and so is each run of Latin letters, digits and the marks that stand inside numbers.</summary>
static class WordSplitter
{
    /// <summary>Ranges of characters, spaces left out.</summary>
    public static IEnumerable<Range> Split(IReadOnlyList<ReadCharacter> characters)
    {
        var start = 0;
        while (start < characters.Count)
        {
            var end = start + 1;
            if (Joins(characters[start].Value))
            {
                while (end < characters.Count && Joins(characters[end].Value))
                    end++;
            }
            if (!Rune.IsWhiteSpace(characters[start].Value))
                yield return start..end;
            start = end;
        }
    }

    static bool Joins(Rune rune) =>
        rune.IsAscii ? Rune.IsLetterOrDigit(rune) || ".,-/+%_#*&'".Contains((char)rune.Value) : rune.Value < 0x2000 && Rune.IsLetter(rune);
}
