using System.Runtime.InteropServices;
using System.Text;
using Shouwang.Shared.Bills;

namespace Shouwang.Recognizer.Recognition;

/// <summary>
/// Which characters stand side by side in the words of hospital papers (用词先验). Where the model wavered between Chinese characters, those it held possible are weighed anew
/// by the words they make with their neighbours: 辅液 → 输液, 洋托拉唑 → 泮托拉唑. Figures, letters, numerals and classes are never chosen so, nor is what the model did not hold possible.
/// </summary>
sealed class WordPrior
{
    // In natural logarithms of probability: what two, and again what three, neighbours that are known together count for.
    const float Pair = 2;
    const float Triple = 3;

    // What stands together in many words is likelier than what does in one: 注射液 rather than 注射连.
    const float Often = 0.2f; // times the logarithm of how often

    const int Most = 24; // of what the model held possible at one place

    // What the model held less possible than this only words may speak for: figures, numerals and classes are settled among the rest.
    const float WithoutWords = 0.01f;

    // Chosen by its neighbours and not by its looks, a character is never sure.
    const float Surest = 0.85f;

    // What says how much, or of which class, is read as it looks.
    const string Apart = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正一二三四五六七八九十甲乙丙";

    // Stands for a character that the model could not name.
    const char Unnamed = '#';

    readonly Dictionary<ulong, int> _together = [];

    /// <param name="words">Only their Chinese characters and Roman numerals (Ⅱ级) count; others part them.</param>
    public WordPrior(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var (before, last) = (default(char), default(char));
            foreach (var character in word)
            {
                var here = IsWritten(character) ? character : default;
                if (here != default && last != default)
                    Count(Key(last, here));
                if (here != default && last != default && before != default)
                    Count(Key(before, last, here));
                (before, last) = (last, here);
            }
        }
    }

    /// <summary>The words that papers are printed with, names of charged items, what diseases are called, and the names of places.</summary>
    public static WordPrior OfPapers() => new([.. PrintedWords.All, .. Lines("words/printed.txt"), .. Lines("words/items.txt"), .. Lines("words/names.tsv"), .. Lines("words/names.txt")]);

    /// <summary>The likeliest of what the model held possible, with the neighbours counted in.</summary>
    public List<ReadCharacter> Choose(List<ReadCharacter> read) =>
        [.. Likeliest(read).Select(character => character.Others is [.., { Probability: < WithoutWords }] ? character with { Others = [.. character.Others.TakeWhile(other => other.Probability >= WithoutWords)] } : character)];

    List<ReadCharacter> Likeliest(List<ReadCharacter> read)
    {
        if (!read.Exists(character => Options(character).Count > 1))
            return read;
        List<Way> ways = [new(null, default, default, 0f)];
        foreach (var character in read)
        {
            Dictionary<(char, char), Way> next = [];
            foreach (var option in Options(character))
            {
                var (here, likely) = (Written(option.Value), MathF.Log(option.Probability));
                foreach (var way in ways)
                {
                    var weight = way.Weight + likely + Bonus(way, here);
                    if (!next.TryGetValue((way.Last, here), out var other) || other.Weight < weight)
                        next[(way.Last, here)] = new(way, option, (way.Last, here), weight);
                }
            }
            ways = [.. next.Values];
        }
        var chosen = new List<ReadCharacter>(read);
        var best = ways.MaxBy(way => way.Weight);
        for (var i = read.Count - 1; i >= 0; i--, best = best.Before)
        {
            if (best!.Chosen.Value != read[i].Value)
                chosen[i] = read[i] with { Value = best.Chosen.Value, Probability = Math.Min(Surest, read[i].Probability + best.Chosen.Probability) };
        }
        return chosen;
    }

    /// <summary>The character as read first; where it may be another, up to <see cref="Most"/> in all.</summary>
    static List<Possibility> Options(ReadCharacter read)
    {
        List<Possibility> options = [new(read.Value, read.Probability)];
        if (MayChange(read.Value) || read.Value.Value == Unnamed)
            options.AddRange(read.Others.Where(other => MayStand(other.Value)).Take(Most - 1));
        return options;
    }

    float Bonus(Way way, char here)
    {
        if (here == default || way.Last == default || !_together.TryGetValue(Key(way.Last, here), out var often))
            return 0;
        var bonus = Pair + Often * MathF.Log(often);
        return way.Earlier != default && _together.TryGetValue(Key(way.Earlier, way.Last, here), out often) ? bonus + Triple + Often * MathF.Log(often) : bonus;
    }

    /// <summary>What may stand in another's place: 卫级护理 → Ⅱ级护理.</summary>
    static bool MayStand(Rune value) => Written(value) is var character && character != default && !Apart.Contains(character);

    /// <summary>What may give way to another: no Roman numeral, which says how much.</summary>
    static bool MayChange(Rune value) => MayStand(value) && !IsRoman((char)value.Value);

    static char Written(Rune value) => value.IsBmp && IsWritten((char)value.Value) ? (char)value.Value : default;

    static bool IsWritten(char character) => character is >= '\u4E00' and <= '\u9FFF' || IsRoman(character);

    static bool IsRoman(char character) => character is >= '\u2160' and <= '\u216B';

    void Count(ulong key) => CollectionsMarshal.GetValueRefOrAddDefault(_together, key, out _)++;

    static ulong Key(char first, char second, char third = default) => ((ulong)first << 32) | ((ulong)second << 16) | third;

    static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(WordPrior).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }

    /// <summary>One choice for every character so far.</summary>
    /// <param name="Ends">The last two characters; nothing for one that is of no word.</param>
    sealed record Way(Way? Before, Possibility Chosen, (char Earlier, char Last) Ends, float Weight)
    {
        public char Earlier => Ends.Earlier;

        public char Last => Ends.Last;
    }
}
