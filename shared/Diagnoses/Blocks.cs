namespace Shouwang.Shared.Diagnoses;

/// <summary>
/// The block (节) and the chapter (章) of ICD-10 that each entry belongs to. A fragment has points for blocks and chapters beside those for entries:
/// 骨折 speaks for every fracture at once, so that an entry which few texts name still gets its share.
/// </summary>
sealed class Blocks
{
    readonly int[] _blocks;
    readonly int[] _chapters;

    internal Blocks(IReadOnlyList<DiseaseEntry> entries)
    {
        var ranges = DiseaseData.Rows("blocks.tsv").ToList();
        var chapters = entries.Select(e => ChapterOf(e.Code)).Distinct().ToList();
        _blocks = [.. entries.Select(e => Column(e.Code))];
        _chapters = [.. entries.Select(e => entries.Count + ranges.Count + chapters.IndexOf(ChapterOf(e.Code)))];
        Columns = entries.Count + ranges.Count + chapters.Count;

        // A code outside all blocks gets its own points and its chapter's only.
        int Column(string code) => ranges.FindIndex(r => Between(r[0], code, r[1])) is var at and >= 0 ? entries.Count + at : -1;
    }

    /// <summary>How many things a fragment can have points for: the entries, then the blocks, then the chapters.</summary>
    internal int Columns { get; }

    /// <summary>Where the block of an entry stands among the columns, or −1.</summary>
    internal int Of(int entry) => _blocks[entry];

    /// <summary>Where the chapter of an entry stands among the columns.</summary>
    internal int Chapter(int entry) => _chapters[entry];

    /// <summary>The points of the entries, those of their blocks and chapters included.</summary>
    internal int[] Together(int[] points)
    {
        var entries = points[.._blocks.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] += (_blocks[i] < 0 ? 0 : points[_blocks[i]]) + points[_chapters[i]];
        return entries;
    }

    // Mostly a letter; but infections have two, injuries have two, tumours end and blood begins within D, eye and ear share H.
    static char ChapterOf(string code) => code[0] switch
    {
        'B' => 'A',
        'T' => 'S',
        'D' when string.CompareOrdinal(code, "D50") < 0 => 'C',
        'H' when string.CompareOrdinal(code, "H60") >= 0 => 'h',
        var letter => letter,
    };

    static bool Between(string first, string code, string last) =>
        string.CompareOrdinal(first, code) <= 0 && string.CompareOrdinal(code, last) <= 0;
}
