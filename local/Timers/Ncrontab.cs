namespace Shouwang.Local.Timers;

/// <summary>A schedule (时间表) of six fields: second, minute, hour, day, month, day of the week (0 is Sunday). A time must match all of them.</summary>
sealed class Ncrontab
{
    static readonly string[] s_months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    static readonly string[] s_days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    readonly NcrontabField _second, _minute, _hour, _day, _month, _weekday;

    Ncrontab(string[] fields)
    {
        _second = NcrontabField.Parse(fields[0], 0, 59, []);
        _minute = NcrontabField.Parse(fields[1], 0, 59, []);
        _hour = NcrontabField.Parse(fields[2], 0, 23, []);
        _day = NcrontabField.Parse(fields[3], 1, 31, []);
        _month = NcrontabField.Parse(fields[4], 1, 12, s_months);
        _weekday = NcrontabField.Parse(fields[5], 0, 6, s_days);
    }

    /// <exception cref="FormatException">Says which field is wrong.</exception>
    public static Ncrontab Parse(string schedule)
    {
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 6 ? new(fields) : throw new FormatException($"\"{schedule}\" is not a schedule of six fields: second minute hour day month weekday.");
    }

    /// <summary>The first time after this one, in UTC; null when there is none within ten years (30 February).</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var day = after.UtcDateTime.Date;
        var time = (int)after.UtcDateTime.TimeOfDay.TotalSeconds + 1;
        for (var last = day.AddYears(10); day < last; day = day.AddDays(1), time = 0)
            if (Matches(day) && TimeFrom(time) is { } found) return new DateTimeOffset(day.AddSeconds(found), TimeSpan.Zero);
        return null;
    }

    bool Matches(DateTime day) => _day.Has(day.Day) && _month.Has(day.Month) && _weekday.Has((int)day.DayOfWeek);

    int? TimeFrom(int from)
    {
        for (var hour = from / 3600; hour < 24; hour++)
        {
            if (!_hour.Has(hour)) continue;
            for (var minute = Math.Max(0, from / 60 - hour * 60); minute < 60; minute++)
            {
                if (!_minute.Has(minute)) continue;
                var start = (hour * 60 + minute) * 60;
                for (var second = Math.Max(0, from - start); second < 60; second++)
                    if (_second.Has(second)) return start + second;
            }
        }
        return null;
    }
}
