using System.Text;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Reads the catalogue's lines: code, name, serious or minor, why serious, ICD-10 categories, other names.</summary>
public static class CatalogueReader
{
    const int Columns = 6;

    /// <exception cref="FormatException">Names the line, what is wrong with it and what to do.</exception>
    public static DiseaseCatalogue Read(ReadOnlySpan<byte> utf8)
    {
        var entries = new List<DiseaseEntry>(1300);
        var line = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            line++;
            var text = utf8[range];
            if (text.Length > 0 && text[0] != '#')
                entries.Add(Entry(Encoding.UTF8.GetString(text), line));
        }

        return new DiseaseCatalogue(entries);
    }

    static DiseaseEntry Entry(string text, int line)
    {
        var columns = text.Split('\t');
        if (columns.Length != Columns)
            throw new FormatException($"Line {line} has {columns.Length} columns; write {Columns}, separated by tabs: code, name, serious or minor, why, categories, other names.");
        var categories = columns[4].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!categories.Contains(columns[0]))
            throw new FormatException($"Line {line}: the entry {columns[0]} does not cover its own category; add it to the fifth column.");
        return new DiseaseEntry(columns[0], columns[1], IsSerious(columns[2], line), categories, columns[5].Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            Why = columns[3].Length > 0 ? columns[3] : null,
        };
    }

    static bool IsSerious(string word, int line) => word switch
    {
        "serious" => true,
        "minor" => false,
        _ => throw new FormatException($"Line {line} says “{word}”; write serious or minor in the third column."),
    };
}
