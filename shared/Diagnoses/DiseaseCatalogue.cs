using System.Collections.Frozen;

namespace Shouwang.Shared.Diagnoses;

/// <summary>The disease catalogue (病种目录): every inpatient ICD-10 category in exactly one entry. Immutable.</summary>
public sealed class DiseaseCatalogue
{
    static readonly Lazy<DiseaseCatalogue> Embedded = new(() => CatalogueReader.Read(DiseaseData.Bytes("catalogue.tsv")));

    readonly FrozenDictionary<string, DiseaseEntry> _byCategory;
    readonly FrozenDictionary<string, int> _indexByCode;
    readonly FrozenDictionary<string, DiseaseEntry> _byName;

    public DiseaseCatalogue(IReadOnlyList<DiseaseEntry> entries)
    {
        Entries = entries;
        _indexByCode = entries.Select((e, i) => KeyValuePair.Create(e.Code, i)).ToFrozenDictionary();
        _byCategory = entries.SelectMany(e => e.Icd10, (e, category) => KeyValuePair.Create(category, e)).ToFrozenDictionary();
        _byName = entries.SelectMany(e => e.Aliases.Prepend(e.Name), (e, name) => KeyValuePair.Create(name, e)).ToFrozenDictionary();
    }

    /// <summary>The catalogue that comes with the program.</summary>
    public static DiseaseCatalogue Default => Embedded.Value;

    /// <summary>All entries in the order of their codes.</summary>
    public IReadOnlyList<DiseaseEntry> Entries { get; }

    /// <summary>The entry that covers an ICD-10 code in any written form ("K35", "K35.8", "k35.900x001"), or null.</summary>
    public DiseaseEntry? FindByIcd10(string code)
    {
        var folded = code.AsSpan().Trim();
        return folded.Length < 3 ? null : _byCategory.GetValueOrDefault(folded[..3].ToString().ToUpperInvariant());
    }

    /// <summary>The entry of a code as the catalogue writes it, or null.</summary>
    public DiseaseEntry? Find(string code) => _indexByCode.TryGetValue(code, out var index) ? Entries[index] : null;

    internal int IndexOf(DiseaseEntry entry) => _indexByCode[entry.Code];

    /// <summary>The entry with exactly this name or alias, or null.</summary>
    public DiseaseEntry? FindByName(string name) => _byName.GetValueOrDefault(name);
}
