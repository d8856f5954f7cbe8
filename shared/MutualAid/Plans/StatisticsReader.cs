using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Shouwang.Shared.MutualAid.Plans;

/// <summary>Reads the lines of the statistics file: of what, figure, value, unit, certainty, where from.</summary>
public static partial class StatisticsReader
{
    const int Columns = 6;

    /// <exception cref="FormatException">Names the line, what is wrong with it and what to do.</exception>
    public static Statistics Read(ReadOnlySpan<byte> utf8)
    {
        var figures = ImmutableArray.CreateBuilder<StatisticsFigure>();
        var seen = new HashSet<(string, string)>();
        var number = 0;
        foreach (var range in utf8.Split((byte)'\n'))
        {
            number++;
            var line = Encoding.UTF8.GetString(utf8[range]);
            if (line.Length == 0 || line[0] == '#')
                continue;
            var figure = Figure(line.Split('\t'), number);
            figures.Add(seen.Add((figure.Of, figure.Name)) ? figure : throw new FormatException($"Line {number}: {figure.Of} has a {figure.Name} already; keep one."));
        }

        return new Statistics(figures.ToImmutable(), utf8);
    }

    static StatisticsFigure Figure(string[] columns, int line)
    {
        if (columns.Length != Columns)
            throw new FormatException($"Line {line} has {columns.Length} columns; write {Columns}, separated by tabs.");
        if (!Subject().IsMatch(columns[0]))
            throw new FormatException($"Line {line}: “{columns[0]}” is neither *, an entry, a chapter nor an age and sex.");
        if (!int.TryParse(columns[2], out var value) || value < 0)
            throw new FormatException($"Line {line}: “{columns[2]}” is no whole number from 0 on.");
        if (columns[4] is not ("published" or "assumed") || columns[5].Length < 10)
            throw new FormatException($"Line {line}: say published or assumed in the fifth column, and where from in the sixth.");
        return new StatisticsFigure(columns[0], columns[1], value, columns[3], columns[4] == "published", columns[5]);
    }

    /// <summary>"45-54" as a span; null where the text is none.</summary>
    public static AgeSpan? Span(string text) =>
        text.Split('-') is [var from, var to] && int.TryParse(from, out var first) && int.TryParse(to, out var last) && first >= 0 && first <= last && last <= AgeSpan.Oldest
            ? new AgeSpan(first, last)
            : null;

    [GeneratedRegex(@"^(\*|[A-Z][0-9]{2}|(\*|[A-Z][A-Z0-9]?):(minor|serious)|([A-Z][A-Z0-9]?@)?[0-9]+-[0-9]+:[mf])$")]
    private static partial Regex Subject();
}
