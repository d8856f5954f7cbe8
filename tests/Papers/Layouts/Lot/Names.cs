using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>Who lay in hospital and when, and what was paid in advance, as papers by lot write it.</summary>
static class Names
{
    /// <summary>Name, sex and age: each for itself or all in one cell.</summary>
    public static List<Entry> Of(LotPaper p)
    {
        var age = $"{p.Stay.Person.AgeOn(p.Stay.Admitted)}";
        if (p.Sheet.Lot("names", ["apart", "apart", "apart", "apart", "apart", "together"]) == "together")
        {
            var (name, sex) = (p.Sheet["name"], p.Sheet["sex"]);
            var told = p.Dice.Of([$"{name}（{sex}，{p.Sheet["age"]}岁）", $"{name}　{sex}　{p.Sheet["age"]}岁", $"{name}/{sex}/{p.Sheet["age"]}岁"]);
            return [new(p.Look.Spread(Wording.AnyLabel(p.Dice, "name")), told)];
        }
        List<Entry> all = [p.Text("name"), p.Text("sex")];
        if (p.Dice.Chance(45))
            all.Add(p.Text("age") with { Value = p.Sheet.Written("age", age, age + p.Dice.Of(["", "岁", "岁"])) });
        if (p.Dice.Chance(25))
            all.Add(new Entry(Wording.AnyLabel(p.Dice, "born"), p.Sheet.Written("born", $"{p.Stay.Person.Born:yyyy-MM-dd}", p.Figures.Date(p.Stay.Person.Born))));
        return all;
    }

    /// <summary>First and last day and how many there were: each for itself or as one span.</summary>
    public static List<Entry> Stay(LotPaper p)
    {
        var days = p.Dice.Chance(65);
        if (p.Sheet.Lot("stay", ["apart", "apart", "apart", "span"]) == "apart")
            return [p.Day("admitted"), p.Day("discharged"), .. days ? [p.Text("days") with { Value = p.Sheet["days"] + p.Dice.Of(["", "", "天"]) }] : Array.Empty<Entry>()];
        var span = p.Moment("admitted") + p.Dice.Of(["至", " 至 ", "~", "～", " - ", "—", "起至"]) + p.Moment("discharged");
        var within = p.Dice.Chance(40);
        List<Entry> all = [new(Wording.AnyLabel(p.Dice, "period"), span + (days && within ? p.Dice.Of([$"（{p.Sheet["days"]}天）", $"　共{p.Sheet["days"]}天", $" 住院{p.Sheet["days"]}天"]) : ""), Wide: p.Dice.Chance(70))];
        if (days && !within)
            all.Add(p.Text("days"));
        return all;
    }

    /// <summary>Paid in advance, and what of it came back or was still due.</summary>
    public static List<Entry> Advance(LotPaper p)
    {
        var cash = p.Stay.Costs.CashPaid;
        var advance = Fen.FromYuan(p.Dice.Of([500, 1000, 2000, 3000, 5000, 10000]));
        return [p.Money("prepaid", advance), p.Money("toppedUp", (cash - advance).OrZero), p.Money("refunded", (advance - cash).OrZero)];
    }
}
