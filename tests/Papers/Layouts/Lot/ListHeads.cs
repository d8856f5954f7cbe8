using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>The heads of a list by lot: in one row, with blanks in their words, over two lines, or with a second level over the parts of the amount.</summary>
static class ListHeads
{
    /// <summary>The rows of heads.</summary>
    /// <param name="before">The head of a column of groups before the others.</param>
    public static string Html(Sheet s, ListColumns columns, string? before)
    {
        var dice = s.Dice;
        var form = s.Drawn("heads", dice.Of<string>([("plain", 12), ("blanks", 3), ("broken", 3), ("levels", 4)]));
        var parts = columns.Names.Where(ListColumns.IsPart).ToList();
        var first = parts.Count > 0 ? columns.Names.ToList().IndexOf(parts[0]) : -1;
        if (form == "levels" && parts.Count > 1 && parts.SequenceEqual(columns.Names.Skip(first).Take(parts.Count)))
            return Levels(columns, before, first, parts.Count, dice.Of(["其中", "个人负担", "医保信息", "其中（元）"]));
        string Word(string head) => form switch { "blanks" when head.Length == 2 => Spaced(head, s.Dice.Of(["　", " ", "&nbsp;&nbsp;"])), "broken" => Broken(head), _ => head };
        return $"<tr class=\"heads\">{(before is null ? "" : $"<td>{Word(before)}</td>")}{string.Concat(columns.Names.Select(n => $"<td class=\"{n}\">{Word(columns.Heads[n])}</td>"))}</tr>";
    }

    private static string Levels(ListColumns columns, string? before, int first, int count, string over)
    {
        string Cells(Func<string, int, string> cell) => string.Concat(columns.Names.Select(cell));
        var upper = Cells((n, i) => i == first ? $"<td colspan=\"{count}\" class=\"over\">{over}</td>" : i > first && i < first + count ? "" : $"<td rowspan=\"2\" class=\"{n}\">{columns.Heads[n]}</td>");
        var lower = Cells((n, i) => i >= first && i < first + count ? $"<td class=\"{n}\">{columns.Heads[n]}</td>" : "");
        return $"<tr class=\"heads\">{(before is null ? "" : $"<td rowspan=\"2\">{before}</td>")}{upper}</tr><tr class=\"heads\">{lower}</tr>";
    }

    private static string Spaced(string head, string blank) => $"{head[0]}{blank}{head[1]}";

    private static string Broken(string head) => head.IndexOfAny(['(', '（', '/']) is > 0 and var bracket ? $"{head[..bracket]}<br>{head[bracket..]}"
        : head.Length >= 4 ? $"{head[..(head.Length / 2)]}<br>{head[(head.Length / 2)..]}" : head;
}
