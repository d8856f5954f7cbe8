using System.Text.RegularExpressions;
using Shouwang.Bot.Understanding.Calendars;
using Shouwang.Bot.Understanding.Numbers;

namespace Shouwang.Bot.Understanding;

/// <summary>A day or a stretch of days as said (口头日期).</summary>
/// <param name="Lunar">Said by the farmers' calendar.</param>
/// <param name="Unclear">三月五号 in words may be either calendar: ask.</param>
internal sealed record SaidDate(DateOnly From, DateOnly To, bool Lunar = false, bool Unclear = false);

/// <summary>Finds the date in what people say (日期识别): a day, from one to another, some days before or after one. A stay in hospital is over, so the latest that is not ahead is meant.</summary>
internal static partial class Dates
{
    /// <summary>Between the first day of a stay and the last.</summary>
    [GeneratedRegex("^(?:那天|这天|[上下]午|早上|晚上)?(?:[0-9一二三四五六七八九十]{1,2}[点时]半?)?(?:就|才)?(?:住|进|入)?(?:院|去|的)?(?:的)?[,，、。]?(?:一直)?(?:住|待|躺)?(?:到|至|-|–|—|~|～|进[,，、]?|入院[,，、]?|住院[,，、]?|住进去[,，、]?)(?:了)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UpTo();

    /// <summary>农历正月十五到二十, 3月12号到5号: a bare day of the same month.</summary>
    [GeneratedRegex(@"\G(?:到|至|-|–|—|~|～)(?:初)?(?<day>" + MonthDays.Number + ")(?:[日号]|(?![0-9零〇一二三四五六七八九十月年个块元万千百点.]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ToDay();

    [GeneratedRegex(@"\G[^0-9]{0,6}?(?:一共|总共|共)?(?:住|待|躺)了?(?:有)?(?<n>" + MonthDays.Number + ")天", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Stayed();

    [GeneratedRegex(@"\G(?:节|那天)?的?(?:(?<last>最后一天)|(?<before>前|之前)(?<n>" + MonthDays.Number + ")天|(?<later>后|以后|之后|过后)第(?<n>" + MonthDays.Number + ")天|(?<after>后|以后|之后|过后)(?<n>" + MonthDays.Number + ")天|第(?<n>" + MonthDays.Number + ")天|(?<next>次日|隔天))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Offset();

    public static SaidDate? In(string raw, DateOnly today)
    {
        var text = Normal.Fold(raw).Replace(" ", "", StringComparison.Ordinal);
        FoundDate[] all = [.. Festivals.In(text, today), .. MonthDays.In(text, today), .. NearDays.In(text, today)];
        var found = Distinct(all.Length > 0 ? all : NearDays.Years(text, today));
        if (found.Count == 0)
            return null;
        var first = Moved(text, found[0]);
        if (ToDay().Match(text, first.End) is { Success: true } to && first.Date is { } one && one.From == one.To && !found.Exists(other => other.Start > first.Start && other.Start < to.Index + to.Length && other.End > to.Index + to.Length))
            return Same(one, to);
        if (found.Count > 1 && UpTo().IsMatch(text[first.End..found[1].Start]))
            return Stretch(first.Date, Moved(text, found[1]).Date);
        if (first.Date is { } start && start.From == start.To && Stayed().Match(text, first.End) is { Success: true } stayed && MonthDays.Value(stayed, "n") is > 0 and < 400 and var days)
            return start with { To = start.From.AddDays(days - 1) };
        return first.Date;
    }

    /// <summary>In their order, the longest where several begin in the same words.</summary>
    private static List<FoundDate> Distinct(IEnumerable<FoundDate> all)
    {
        var found = new List<FoundDate>();
        foreach (var one in all.Where(f => f.End > f.Start).OrderBy(f => f.Start).ThenByDescending(f => f.End))
        {
            if (found.Count == 0 || one.Start >= found[^1].End)
                found.Add(one);
        }
        return found;
    }

    /// <summary>Back to front or half unreadable is not read.</summary>
    private static SaidDate? Stretch(SaidDate? from, SaidDate? to) => from is null || to is null || to.To < from.From
        ? null
        : new(from.From, to.To, from.Lunar || to.Lunar, from.Unclear || to.Unclear);

    private static SaidDate? Same(SaidDate date, Match to)
    {
        if (MonthDays.Value(to, "day") is not { } day)
            return null;
        if (!date.Lunar)
            return Stretch(date, MonthDays.Solar(date.From.Year, date.From.Month, day));
        var number = Calendars.Lunar.DayOf(date.From);
        return day > number && day <= 30 ? date with { To = date.From.AddDays(day - number) } : null;
    }

    /// <summary>The day before, after, the n-th or the last of it.</summary>
    private static FoundDate Moved(string text, FoundDate found)
    {
        var m = Offset().Match(text, found.End);
        if (!m.Success || found.Date is not { } date)
            return found;
        var n = MonthDays.Value(m, "n") is > 0 and < 100 and var said ? said : 1;
        var moved = m switch
        {
            _ when m.Groups["last"].Success => date with { From = date.To },
            _ when m.Groups["before"].Success => date with { From = date.From.AddDays(-n), To = date.From.AddDays(-1) },
            _ when m.Groups["later"].Success => date with { From = date.From.AddDays(n - 1), To = date.From.AddDays(n) },
            _ when m.Groups["after"].Success => date with { From = date.To.AddDays(n), To = date.To.AddDays(n) },
            _ when m.Groups["next"].Success => date with { From = date.To.AddDays(1), To = date.To.AddDays(1) },
            _ => date with { From = date.From.AddDays(n - 1), To = date.From.AddDays(n - 1) },
        };
        return found with { Date = moved, End = m.Index + m.Length };
    }
}
