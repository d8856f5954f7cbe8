namespace Shouwang.Shared.Diagnoses;

/// <summary>
/// The block of ICD-10 (节) that each entry belongs to. A fragment has points for blocks beside those for entries: 骨折 speaks for every fracture
/// at once, so that an entry which few texts name still gets its share.
/// </summary>
sealed class Blocks
{
    readonly int[] _columns;

    internal Blocks(IReadOnlyList<DiseaseEntry> entries)
    {
        var ranges = DiseaseData.Rows("blocks.tsv").ToList();
        _columns = [.. entries.Select(e => Column(e.Code))];
        Columns = entries.Count + ranges.Count;

        // A code outside all blocks gets its own points only.
        int Column(string code) => ranges.FindIndex(r => Between(r[0], code, r[1])) is var at and >= 0 ? entries.Count + at : -1;
    }

    /// <summary>How many things a fragment can have points for: the entries, then the blocks.</summary>
    internal int Columns { get; }

    /// <summary>Where the block of an entry stands among the columns, or −1.</summary>
    internal int Of(int entry) => _columns[entry];

    /// <summary>The points of the entries, those of their blocks included.</summary>
    internal int[] Together(int[] points)
    {
        var entries = points[.._columns.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] += _columns[i] < 0 ? 0 : points[_columns[i]];
        return entries;
    }

    static bool Between(string first, string code, string last) =>
        string.CompareOrdinal(first, code) <= 0 && string.CompareOrdinal(code, last) <= 0;
}
