using Shouwang.Shared.Bills.Values;

namespace Shouwang.Shared.Bills.Checks;

/// <summary>The days of a fee list's rows (费用日期): with their year where the list prints it or the stay settles it, and whether they lie in the stay.</summary>
static class ListDates
{
    /// <summary>Rows with their days.</summary>
    public static IReadOnlyList<FeeRow> Dated(IReadOnlyList<FeeRow> rows, DateOnly? admitted, DateOnly? discharged) =>
        [.. rows.Select(r => r.DateText is { } text ? r with { Date = Day(text, admitted, discharged) } : r)];

    /// <summary>Null where no row has a day, or the stay's days are not known.</summary>
    public static PaperCheck? Within(IReadOnlyList<FeeRow> rows, DateOnly? admitted, DateOnly? discharged)
    {
        var dated = rows.Where(r => r.Date is not null).ToList();
        if (dated.Count == 0 || admitted is not { } from || discharged is not { } to || to < from)
            return null;
        var outside = dated.Where(r => r.Date < from || r.Date > to).ToList();
        return new PaperCheck("list-dates-within-stay", outside.Count == 0,
            outside.Count == 0 ? null : $"有 {outside.Count} 行费用的日期不在住院期间（第一行是{outside[0].Date!.Value.InWords()}的“{outside[0].Name}”），请核对。");
    }

    private static DateOnly? Day(string text, DateOnly? admitted, DateOnly? discharged)
    {
        if (DateText.All(text) is [var whole, ..])
            return whole.Date;
        var parts = text.Split('-', '.', '/', '月').Select(p => p.Trim('日', ' ')).ToArray();
        if (parts.Length != 2 || !int.TryParse(parts[0], out var month) || !int.TryParse(parts[1], out var day) || month is < 1 or > 12 || day < 1)
            return null;
        // Without a year: the one that puts it into the stay, else the year of the discharge.
        foreach (var year in new[] { discharged?.Year, admitted?.Year }.OfType<int>())
        {
            if (day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date && date >= admitted && date <= discharged)
                return date;
        }
        return discharged is { } left && day <= DateTime.DaysInMonth(left.Year, month) ? new DateOnly(left.Year, month, day) : null;
    }
}
