using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Which entries of the catalogue are kinds of one everyday disease (相近的病种): 肺炎 is one word at home, and several entries on discharge papers. Told by their names alone: in Chinese the kind stands before what it is a kind of (社区获得性肺炎, 慢性阑尾炎).</summary>
public sealed class CloseKinds
{
    /// <summary>What ends the names of more entries than that (损伤, 出血, 恶性肿瘤) is the name of no one disease.</summary>
    private const int MostKinds = 15;

    /// <summary>A single character (癌, 疝) names no disease.</summary>
    private const int Shortest = 2;

    /// <summary>What only says that something is not said.</summary>
    private static readonly string[] Before = ["其他"];

    /// <summary>Two diseases in one name: which of them the entry is for does not stand at the end.</summary>
    private static readonly string[] Both = ["伴", "并"];

    private static readonly Lazy<CloseKinds> BuiltIn = new(() => new CloseKinds(DiseaseCatalogue.Default));

    private readonly FrozenDictionary<string, ImmutableArray<DiseaseEntry>> _of;

    public CloseKinds(DiseaseCatalogue catalogue)
    {
        var named = catalogue.Entries.SelectMany(entry => Names(entry).Select(name => (Name: name, Entry: entry))).ToList();
        var owners = named.ToLookup(one => one.Name, one => one.Entry, StringComparer.Ordinal);
        // Every name with the entries whose names end in it, itself among them.
        var kinds = named
            .SelectMany(one => Ends(one.Name).Where(owners.Contains).Select(end => (End: end, one.Entry)))
            .Distinct()
            .GroupBy(one => one.End, one => one.Entry, StringComparer.Ordinal)
            .Where(kind => kind.Take(MostKinds + 2).Count() is > 1 and <= MostKinds + 1);
        _of = kinds
            .SelectMany(kind => owners[kind.Key].Distinct().SelectMany(general => kind.Where(entry => entry != general).SelectMany(entry => new[] { (Of: general, Other: entry), (Of: entry, Other: general) })))
            .Distinct()
            .GroupBy(pair => pair.Of.Code, pair => pair.Other, StringComparer.Ordinal)
            .ToFrozenDictionary(kind => kind.Key, kind => kind.OrderBy(catalogue.IndexOf).ToImmutableArray());
    }

    /// <summary>By the catalogue that comes with the program.</summary>
    public static CloseKinds Default => BuiltIn.Value;

    /// <summary>The other entries that are kinds of this one, or that this one is a kind of, in the order of the catalogue.</summary>
    public ImmutableArray<DiseaseEntry> Of(DiseaseEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return _of.TryGetValue(entry.Code, out var others) ? others : [];
    }

    /// <summary>Those of them that are kinds of what the word says, as people say it: of 肺炎 all that end in it, of 细菌性肺炎 none.</summary>
    public IEnumerable<DiseaseEntry> Of(DiseaseEntry entry, string word) =>
        Of(entry).Where(other => Names(other).Any(name => name.EndsWith(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Names(DiseaseEntry entry) => entry.Aliases.Prepend(entry.Name).Where(name => !Array.Exists(Both, name.Contains)).Select(Plain).Where(name => name.Length >= Shortest).Distinct();

    /// <summary>肺炎，病原未写明 is 肺炎, 慢性阑尾炎和阑尾其他病 is 慢性阑尾炎, 其他白内障 is 白内障.</summary>
    private static string Plain(string name)
    {
        var first = name.Split('，', '、', '和')[0];
        return Array.Find(Before, word => first.StartsWith(word, StringComparison.Ordinal)) is { } before ? first[before.Length..] : first;
    }

    private static IEnumerable<string> Ends(string name) => Enumerable.Range(0, name.Length - Shortest + 1).Select(at => name[at..]);
}
