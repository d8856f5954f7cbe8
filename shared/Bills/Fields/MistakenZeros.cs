using System.Text.RegularExpressions;
using Shouwang.Shared.Bills.Page;

namespace Shouwang.Shared.Bills.Fields;

/// <summary>A page whose noughts were read as eights (零看成八), as a printer of dots or with slashed noughts makes them: days that no calendar has show it, 2026-89-10. Then any 8 may be a nought.</summary>
sealed partial class MistakenZeros
{
    /// <summary>Most that a day gets in which an eight was taken for a nought.</summary>
    public const int Mended = 8_000;

    private readonly string? _year;

    private MistakenZeros(string? year) => _year = year;

    /// <summary>Whether the page shows it.</summary>
    public bool Seen => _year is not null;

    [GeneratedRegex(@"(?<!\d)(?<y>2[08]\d{2})(?<a>[-./年])(?<m>\d{1,2})(?<b>[-./月])(?<d>\d{1,2})(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    public static MistakenZeros Of(IReadOnlyList<TextRow> rows)
    {
        List<Match> days = [.. rows.SelectMany(r => Day().Matches(r.Text))];
        return new(days.Exists(d => Written(d) != d.Value) ? days.GroupBy(d => Written(d)[..4]).MaxBy(g => g.Count())!.Key : null);
    }

    /// <summary>The text with the days it can only mean, of the same length; only those of the year that the page says most.</summary>
    public string Mend(string text) => Seen ? Day().Replace(text, d => Written(d) is var written && written.StartsWith(_year!, StringComparison.Ordinal) ? written : d.Value) : text;

    private static string Written(Match day)
    {
        var (month, of) = (day.Groups["m"].Value, day.Groups["d"].Value);
        return $"20{day.Groups["y"].Value[2..]}{day.Groups["a"].Value}{month switch { "18" => "10", ['8', var m] => $"0{m}", _ => month }}{day.Groups["b"].Value}{(of is ['8', var d] ? $"0{d}" : of)}";
    }
}
