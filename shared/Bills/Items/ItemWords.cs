using System.Collections.Frozen;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Items;

/// <summary>Words that charged items are named with (收费项目用词), carried inside the assembly: a name with one character misread, or with two that are known to be confused, is put right where only one word is meant.</summary>
sealed class ItemWords
{
    /// <summary>Shorter ones have too many neighbours.</summary>
    private const int Shortest = 4;

    /// <summary>From this length on a word is known without its first character.</summary>
    private const int Beheadable = 7;

    /// <summary>A character read surer than this stands, unless its pair is known to be confused.</summary>
    private const int Legible = 9_000;

    /// <summary>What the code of a repair by this list is called.</summary>
    public const string Proof = "item-words";

    private static readonly Lazy<ItemWords> Carried = new(() => new ItemWords(Listed, Lines("items/confusions.tsv")));

    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<(char Read, char Printed)> _confusions;
    private readonly ILookup<char, char> _printed;
    private readonly ILookup<string, string> _gapped;
    private readonly ILookup<string, string> _beheaded;
    private readonly int _longest;

    /// <param name="words">One a line.</param>
    /// <param name="confusions">As read, tab, as printed.</param>
    public ItemWords(IEnumerable<string> words, IEnumerable<string> confusions)
    {
        _words = words.Where(w => w.Length >= Shortest).ToFrozenSet(StringComparer.Ordinal);
        _confusions = confusions.Select(c => (c[0], c[2])).ToFrozenSet();
        _printed = _confusions.ToLookup(c => c.Read, c => c.Printed);
        _gapped = _words.SelectMany(w => Enumerable.Range(0, w.Length).Select(i => (Key: Gapped(w, i), Word: w))).ToLookup(p => p.Key, p => p.Word, StringComparer.Ordinal);
        _beheaded = _words.Where(w => w.Length >= Beheadable).ToLookup(w => w[1..], StringComparer.Ordinal);
        _longest = _words.Max(w => w.Length);
    }

    /// <summary>The words of the list that ships with the program.</summary>
    public static IEnumerable<string> Listed => Lines("items/words.tsv");

    /// <summary>The list that ships with the program.</summary>
    public static ItemWords Shipped => Carried.Value;

    /// <summary>The text put right, the same text where nothing had to be.</summary>
    /// <param name="confidences">How sure each character was read, in basis points.</param>
    public string Mend(string text, IReadOnlyList<int> confidences)
    {
        var known = Known(text);
        var mended = text.ToCharArray();
        for (var at = 0; at < text.Length; at++)
        {
            if (!known[at] && TextFold.IsHan(text[at]) && Meant(text, at, confidences[at] < Legible) is { } meant)
                mended[at] = meant;
        }
        var whole = MendTwo(new string(mended));
        for (var length = Math.Min(_longest, whole.Length); length >= Beheadable - 1; length--)
        {
            if (_beheaded[whole[..length]].ToList() is [var only])
                return only[0] + whole;
        }
        return whole;
    }

    /// <summary>Two characters of one word, both read as they are known to be: 洋托拉睡 can only be 泮托拉唑.</summary>
    private string MendTwo(string text)
    {
        var known = Known(text);
        foreach (var (from, length) in Windows(text).OrderByDescending(w => w.Length))
        {
            var places = Enumerable.Range(from, length).Where(at => !known[at] && _printed.Contains(text[at])).ToList();
            HashSet<string> meant = [];
            foreach (var (first, second) in places.SelectMany(first => places.Where(second => second > first).Select(second => (first, second))))
                meant.UnionWith(Printed(text, from, length, first, second).Where(_words.Contains));
            if (meant.Count == 1)
                return string.Concat(text.AsSpan(0, from), meant.First(), text.AsSpan(from + length));
        }
        return text;
    }

    private IEnumerable<string> Printed(string text, int from, int length, int first, int second)
    {
        foreach (var one in _printed[text[first]])
        {
            foreach (var other in _printed[text[second]])
            {
                var word = text.Substring(from, length).ToCharArray();
                (word[first - from], word[second - from]) = (one, other);
                yield return new string(word);
            }
        }
    }

    /// <summary>Characters that are part of a word as it stands in the list.</summary>
    private bool[] Known(string text)
    {
        var known = new bool[text.Length];
        foreach (var (from, length) in Windows(text))
        {
            if (_words.Contains(text.Substring(from, length)))
                Array.Fill(known, true, from, length);
        }
        return known;
    }

    /// <summary>The one character that makes words of what stands round it; null where there is none. Of several the one that is known to be read so; where the character is legible no other.</summary>
    private char? Meant(string text, int at, bool illegible)
    {
        HashSet<char> meant = [];
        foreach (var (from, length) in Windows(text, at))
        {
            foreach (var word in _gapped[Gapped(text.Substring(from, length), at - from)])
                meant.Add(word[at - from]);
        }
        if (meant.Count == 1 && illegible)
            return meant.First();
        List<char> confused = [.. meant.Where(printed => _confusions.Contains((text[at], printed)))];
        return confused is [var only] ? only : null;
    }

    private IEnumerable<(int From, int Length)> Windows(string text) =>
        Enumerable.Range(0, text.Length).SelectMany(from => Enumerable.Range(Shortest, Math.Max(0, Math.Min(_longest, text.Length - from) - Shortest + 1)).Select(length => (from, length)));

    /// <summary>Those of the windows that hold one place.</summary>
    private IEnumerable<(int From, int Length)> Windows(string text, int at)
    {
        for (var from = Math.Max(0, at - _longest + 1); from <= at; from++)
        {
            for (var length = Math.Max(Shortest, at - from + 1); length <= Math.Min(_longest, text.Length - from); length++)
                yield return (from, length);
        }
    }

    private static string Gapped(string word, int at) => string.Concat(word.AsSpan(0, at), "?", word.AsSpan(at + 1));

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(ItemWords).Assembly.GetManifestResourceStream(name)!);
        return [.. reader.ReadToEnd().Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0 && l[0] != '#')];
    }
}
