using System.Text;

namespace Shouwang.Shared.Bills;

/// <summary>Hospitals with their levels (医院名录): the files of <c>policies/hospitals/</c>, carried inside the assembly. Who is not in it has no level here.</summary>
public sealed class HospitalList
{
    private const int Columns = 5;
    private const string Folder = "hospitals/";
    private static readonly string[] Levels = ["township", "primary", "secondary", "tertiary"];
    private static readonly Lazy<HospitalList> Carried = new(() => Read(string.Join('\n', typeof(HospitalList).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text))));

    private readonly HospitalIndex _index;

    private HospitalList(IReadOnlyList<ListedHospital> all)
    {
        All = all;
        _index = new HospitalIndex(all);
    }

    /// <summary>The list that ships with the program.</summary>
    public static HospitalList Shipped => Carried.Value;

    public IReadOnlyList<ListedHospital> All { get; }

    /// <summary>Reads lines of name, level, place code, other names, source.</summary>
    /// <exception cref="FormatException">Names the line, what is wrong with it and what to do.</exception>
    public static HospitalList Read(string lines) =>
        new([.. lines.Split('\n').Select((text, index) => (text: text.TrimEnd('\r'), line: index + 1)).Where(l => l.text.Length > 0 && l.text[0] != '#').Select(l => Line(l.text, l.line))]);

    /// <summary>The one hospital that a name on a paper can mean, also with a character of no account misread; null where there is none, or more than one.</summary>
    /// <param name="place">Whose rules apply to the person: decides between hospitals of one name, and what a name without its place means.</param>
    public ListedHospital? Find(string name, string? place = null)
    {
        if (_index.Find(name, place) is { } whole)
            return whole;
        if (HospitalName.Bracketed(name) is not var (before, inside))
            return null;
        // A second name may stand in brackets, or a site. A branch or a partner there is another hospital, with a level of its own.
        var (first, second) = (HospitalName.SiteOrSecondName(inside) ? _index.Find(before, place) : null, _index.Find(inside, place));
        return first is null || second is null || first == second ? first ?? second : null;
    }

    internal static ListedHospital Line(string text, int line)
    {
        var columns = text.Split('\t');
        if (columns.Length != Columns)
            throw new FormatException($"Line {line} has {columns.Length} columns; write {Columns}, separated by tabs: name, level, place code, other names, source.");
        if (!Levels.Contains(columns[1]))
            throw new FormatException($"Line {line} says “{columns[1]}”; write township (乡镇卫生院), primary (一级), secondary (二级) or tertiary (三级) in the second column.");
        if (columns[2].Length != 6 || !columns[2].All(char.IsAsciiDigit))
            throw new FormatException($"Line {line} says “{columns[2]}”; write the six digits of the place in the third column.");
        if (string.IsNullOrWhiteSpace(columns[4]))
            throw new FormatException($"Line {line} has no source; write where the level of {columns[0]} was read in the fifth column.");
        return new ListedHospital(columns[0], columns[1], columns[2], columns[3].Split('|', StringSplitOptions.RemoveEmptyEntries), columns[4]);
    }

    private static string Text(string resource)
    {
        using var stream = typeof(HospitalList).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
