using System.Text;

namespace Shouwang.Shared.Diagnoses;

/// <summary>
/// Cuts a diagnosis text into the fragments that carry a weight for each entry: runs of one to four characters, pairs with a gap
/// (a misread character in between does no harm), and the nature of the disease crossed with the rest and with the place on the body.
/// </summary>
static class Fragments
{
    const int LongestRun = 4;
    const int LongestWhole = 14;
    const int WidestGap = 6;
    const char Start = '^';
    const char End = '$';

    /// <summary>Begins the fragments that every text has.</summary>
    internal const char Any = '*';

    /// <summary>Every text that a clinician wrote has it, no name of a code does: what is written is otherwise distributed than what has a code.</summary>
    internal const string Written = "*w";

    internal static HashSet<string> Of(IReadOnlyList<string> parts, ClinicalWords words)
    {
        // One for every text: what people are in hospital for most often. One for its length: a list of many names common illness.
        var fragments = new HashSet<string>(StringComparer.Ordinal) { $"{Any}", $"{Any}{Math.Min(parts.Count, 4)}", Written };
        foreach (var part in parts)
            Add(fragments, Simplify(part), words);
        return fragments;
    }

    static void Add(HashSet<string> fragments, string part, ClinicalWords words)
    {
        var edged = Start + part + End;
        for (var length = 1; length <= LongestRun; length++)
        {
            for (var i = length == 1 ? 1 : 0; i + length <= edged.Length - (length == 1 ? 1 : 0); i++)
                fragments.Add(edged.Substring(i, length));
        }

        if (edged.Length is > LongestRun and <= LongestWhole)
            fragments.Add(edged);
        AddPairs(fragments, part);
        AddCrossings(fragments, part, words);
    }

    static void AddPairs(HashSet<string> fragments, string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            for (var j = i + 2; j < part.Length && j <= i + WidestGap; j++)
                fragments.Add(string.Create(3, (part[i], part[j]), static (s, p) => (s[0], s[1], s[2]) = (p.Item1, '~', p.Item2)));
        }
    }

    static void AddCrossings(HashSet<string> fragments, string part, ClinicalWords words)
    {
        var places = words.Places(part);
        foreach (var place in places)
            fragments.Add("@" + place);
        foreach (var (word, nature) in words.Natures(part))
        {
            foreach (var place in places)
                fragments.Add($"@{place}&{nature}");
            var rest = part.Replace(word, "_", StringComparison.Ordinal);
            for (var i = 0; i < rest.Length; i++)
            {
                if (rest[i] == '_')
                    continue;
                fragments.Add($"{nature}&{rest[i]}");
                if (i + 1 < rest.Length && rest[i + 1] != '_')
                    fragments.Add($"{nature}&{rest.AsSpan(i, 2)}");
            }
        }
    }

    /// <summary>Left, right, both and counted weeks say nothing about the disease.</summary>
    internal static string Simplify(string part)
    {
        var simple = new StringBuilder(part.Length);
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] is '左' or '右' or '双')
            {
                if (i + 1 < part.Length && part[i + 1] == '侧')
                    i++;
            }
            else if (char.IsAsciiDigit(part[i]) && i + 1 < part.Length && char.IsAsciiDigit(part[i + 1]))
            {
                while (i + 1 < part.Length && (char.IsAsciiDigit(part[i + 1]) || part[i + 1] is '+' or '-' or '.'))
                    i++;
                simple.Append('0');
            }
            else
            {
                simple.Append(part[i]);
            }
        }

        return simple.ToString();
    }
}
