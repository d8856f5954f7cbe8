using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>
/// Splits labelled texts into four quarters, the same each time, with near-identical texts (左股骨颈骨折, 右侧股骨颈骨折) in one quarter:
/// what was learned from one must not be measured on the other.
/// </summary>
static class Quarters
{
    internal const int Count = 4;
    const double NearlyAll = 0.7;

    /// <summary>The quarter of each text, 0 to 3.</summary>
    internal static IReadOnlyList<int> Of(IReadOnlyList<LabelledText> texts)
    {
        var leader = Leaders(texts);
        return [.. Enumerable.Range(0, texts.Count).Select(i => (int)(Hash(texts[leader[i]].Text) % (2 * Count) / 2))];
    }

    // The texts that are near each other, also by way of a third, follow the one that comes first in the order of their characters.
    static int[] Leaders(IReadOnlyList<LabelledText> texts)
    {
        var leader = Enumerable.Range(0, texts.Count).ToArray();
        var pairs = texts.Select(t => Pairs(t.Text)).ToArray();
        var having = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var (other, common) in pairs[i].SelectMany(p => having.GetValueOrDefault(p) ?? []).CountBy(j => j))
            {
                if (common >= NearlyAll * (pairs[i].Count + pairs[other].Count - common))
                    Join(i, other);
            }

            foreach (var pair in pairs[i])
            {
                if (!having.TryGetValue(pair, out var list))
                    having[pair] = list = [];
                list.Add(i);
            }
        }

        return [.. Enumerable.Range(0, texts.Count).Select(First)];

        int First(int i) => leader[i] == i ? i : leader[i] = First(leader[i]);

        void Join(int a, int b)
        {
            var (one, two) = (First(a), First(b));
            if (string.CompareOrdinal(texts[one].Text, texts[two].Text) <= 0)
                leader[two] = one;
            else
                leader[one] = two;
        }
    }

    static HashSet<string> Pairs(string text)
    {
        var letters = string.Concat(DiagnosisText.Fold(text).Where(c => char.IsLetter(c) && !"左右双侧的".Contains(c)));
        if (letters.Length < 2)
            return [letters.Length == 0 ? text : letters];
        return [.. Enumerable.Range(0, letters.Length - 1).Select(i => letters.Substring(i, 2))];
    }

    static uint Hash(string text)
    {
        var hash = 2166136261u;
        unchecked
        {
            foreach (var b in System.Text.Encoding.UTF8.GetBytes(text))
                hash = (hash ^ b) * 16777619u;
            hash = (hash ^ hash >> 16) * 0x85ebca6b;
            return hash ^ hash >> 13;
        }
    }
}
