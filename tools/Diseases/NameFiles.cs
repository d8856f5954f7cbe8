namespace Shouwang.Tools.Diseases;

/// <summary>Reads the files of names that are learned from.</summary>
static class NameFiles
{
    /// <summary>CSV of code, name, category: each name once; codes with a slash are of tumour tissue, not of disease.</summary>
    internal static List<(string Name, string Category)> Standard(params FileInfo[] editions) =>
    [
        .. editions.SelectMany(csv => File.ReadLines(csv.FullName).Skip(1))
            .Where(l => !l[..l.IndexOf(',')].Contains('/'))
            .Select(l => (l[(l.IndexOf(',') + 1)..l.LastIndexOf(',')].Trim('"'), l[(l.LastIndexOf(',') + 1)..]))
            .Distinct(),
    ];

    /// <summary>Texts of our own with their categories.</summary>
    internal static List<LabelledText> Written(FileInfo[] files) => [.. files.SelectMany(f => LabelledText.Read(f.FullName))];

    /// <summary>Lines of category, a tab, what people call it, separated by |.</summary>
    internal static List<(string Name, string Category)> Own(FileInfo file) =>
    [
        .. File.ReadLines(file.FullName)
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t'))
            .SelectMany(c => c[1].Split('|'), (c, name) => (name, c[0])),
    ];
}
