using System.Text.RegularExpressions;

namespace Shouwang.Bot.Understanding.Calendars;

/// <summary>A day and where it stands in the text (找到的日期). One that cannot be is found too, without a value, so that nothing in it is taken for another.</summary>
internal sealed record FoundDate(SaidDate? Date, int Start, int End)
{
    /// <summary>Month said in words or figures; a bare day behind 到 is of the same month.</summary>
    public bool IsMonthAndDay { get; init; }

    public static FoundDate Of(Match match, SaidDate? date) => new(date, match.Index, match.Index + match.Length);
}
