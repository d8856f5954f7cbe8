using System.Collections.Frozen;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Says in everyday Chinese why an entry may be meant (理由).</summary>
sealed class MatchReasons
{
    const int MostWords = 3;
    static readonly char[] Grades = [.. "0123456789IVX"];

    readonly FragmentWeights _weights;
    readonly Blocks _blocks;
    readonly FrozenDictionary<string, int> _names;

    internal MatchReasons(DiseaseCatalogue catalogue, FragmentWeights weights, Blocks blocks)
    {
        _weights = weights;
        _blocks = blocks;
        _names = catalogue.Entries
            .SelectMany((e, index) => e.Aliases.Prepend(e.Name).Select(name => KeyValuePair.Create(Abbreviations.Default.WrittenOut(name), index)))
            .SelectMany(p => new[] { p, KeyValuePair.Create(Fragments.Simplify(p.Key), p.Value) })
            .DistinctBy(p => p.Key)
            .ToFrozenDictionary();
    }

    /// <summary>Whether a part of a text, side and grade left out, is word by word a name that the catalogue gives the entry.</summary>
    internal bool IsNameOf(int entry, string part)
    {
        var plain = Fragments.Simplify(part);
        return Names(part) || Names(plain) || Names(Ungraded(plain));

        bool Names(string name) => _names.TryGetValue(name, out var named) && named == entry;
    }

    // 高血压病3级, 慢性肾脏病5期, 压疮II期: how bad it is does not change what it is.
    static string Ungraded(string part) =>
        part.Length > 2 && part[^1] is '级' or '期' or '度' ? part[..^1].TrimEnd(Grades) : part;

    internal IReadOnlyList<string> Of(int entry, WrittenText text, IReadOnlyList<string> fragments)
    {
        var reasons = new List<string>();
        if (text.Parts.Any(part => IsNameOf(entry, part)))
            reasons.Add("名称完全一致");
        reasons.AddRange(text.Abbreviations.Select(a => $"缩写 {a}"));
        if (Telling(entry, fragments) is { Count: > 0 } words)
            reasons.Add("关键词：" + string.Join("、", words));
        reasons.AddRange(text.Operations.Select(o => $"手术：{o.Name}（{o.Code}）"));
        if (reasons.Count == 0)
            reasons.Add("文字有些相似");
        return reasons;
    }

    // The words that speak loudest for the entry, none inside another.
    List<string> Telling(int entry, IReadOnlyList<string> fragments)
    {
        var words = new List<string>();
        var loudest = fragments
            .Where(f => f.Length > 1 && f.All(char.IsLetter))
            .Select(f => (Word: f, Points: _weights.Of(f, entry) + _weights.Of(f, _blocks.Of(entry)) + _weights.Of(f, _blocks.Chapter(entry))))
            .Where(f => f.Points > 0)
            .OrderByDescending(f => f.Points)
            .ThenBy(f => f.Word, StringComparer.Ordinal);
        foreach (var (word, _) in loudest)
        {
            if (words.Count == MostWords)
                break;
            if (!words.Exists(w => w.Contains(word, StringComparison.Ordinal) || word.Contains(w, StringComparison.Ordinal)))
                words.Add(word);
        }

        return words;
    }
}
