using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>How one paper by lot writes amounts and days.</summary>
/// <param name="Nought">What stands for no money: 0.00, 0, a dash, nothing.</param>
sealed record Figures(bool Grouped, string Before, string After, string Nought, string Day, string Time)
{
    public static Figures Of(Sheet s)
    {
        var money = s.Lot("money", ["plain", "plain", "plain", "plain", "grouped", "yen", "yuan", "grouped yen"]);
        return new(
            money.StartsWith("grouped", StringComparison.Ordinal),
            money.EndsWith("yen", StringComparison.Ordinal) ? s.Dice.Of(["¥", "￥"]) : "",
            money == "yuan" ? "元" : "",
            s.Lot("nought", ["0.00", "0.00", "0.00", "0.00", "0", "-", "/", ""]),
            s.Lot("day", ["yyyy-MM-dd", "yyyy-MM-dd", "yyyy年MM月dd日", "yyyy年M月d日", "yyyy.MM.dd", "yyyy/MM/dd", "yyyy/M/d", "yyyyMMdd", "yyyy-M-d"]),
            s.Lot("time", ["", "", "", "", " HH:mm", " HH:mm:ss", "HH时"]));
    }

    /// <summary>Whether no money is written as a number.</summary>
    public bool WritesNought => Nought.StartsWith('0');

    public string Money(Fen amount) =>
        amount == Fen.Zero ? Nought == "0.00" ? Before + Nought + After : Nought : Before + (Grouped ? amount.ToGroupedString() : amount.ToString()) + After;

    public string Date(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>The day with the hour where this paper writes it.</summary>
    public string Moment(DateOnly day, Dice dice)
    {
        var moment = day.ToDateTime(new TimeOnly(dice.Between(7, 19), dice.Between(0, 59), dice.Between(0, 59)));
        return Date(day) + (Time == "HH时" && !Day.EndsWith('日') ? "" : moment.ToString(Time.Length == 0 ? "''" : Time, CultureInfo.InvariantCulture));
    }
}
