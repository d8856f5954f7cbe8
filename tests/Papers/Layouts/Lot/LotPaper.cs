using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>One label with its value.</summary>
/// <param name="Wide">Takes a row of its own.</param>
sealed record Entry(string Label, string Value, bool Wide = false);

/// <summary>One paper whose words, figures and look are drawn by lot.</summary>
sealed class LotPaper
{
    private static readonly Dictionary<string, string> Formulas = new(StringComparer.Ordinal)
    {
        ["fundPaid"] = "（统筹+大病+救助）",
        ["borne"] = "（总费用-基金支付）",
        ["cashPaid"] = "（个人负担-账户支付）",
        ["inScope"] = "（总额-自费-先自付）",
    };

    private readonly string _unit;
    private readonly bool _formulas;

    public LotPaper(Sheet sheet)
    {
        (Sheet, Look, Figures) = (sheet, Look.Of(sheet), Figures.Of(sheet));
        _unit = Figures.After.Length > 0 ? "" : sheet.Lot("unit", ["", "", "", "", "（元）", "(元)"]);
        _formulas = sheet.Lot("formulas", [false, false, false, false, false, false, false, true]);
    }

    public Sheet Sheet { get; }

    public Look Look { get; }

    public Figures Figures { get; }

    public Dice Dice => Sheet.Dice;

    public Stay Stay => Sheet.Stay;

    /// <summary>A field of words as the sheet holds it.</summary>
    public Entry Text(string field, bool wide = false) => new(Look.Spread(Wording.AnyLabel(Dice, field)), Sheet[field], wide);

    /// <summary>A day, with the hour where the paper writes hours.</summary>
    public Entry Day(string field) => new(Look.Spread(Wording.AnyLabel(Dice, field)), Moment(field));

    public string Moment(string field)
    {
        var day = field == "admitted" ? Stay.Admitted : Stay.Discharged;
        return Sheet.Written(field, $"{day:yyyy-MM-dd}", Figures.Moment(day, Dice));
    }

    public Entry Money(string field) => Money(field, Sheet.Amount(field));

    /// <summary>An amount that the stay does not hold, or holds by another name.</summary>
    public Entry Money(string field, Fen amount) => new(MoneyLabel(field), Amount(field, amount));

    public string MoneyLabel(string field) => Wording.AnyLabel(Dice, field) + (_formulas ? Formulas.GetValueOrDefault(field, "") : "") + _unit;

    /// <summary>The amount as printed; it is part of the truth unless the paper leaves noughts out.</summary>
    public string Amount(string field, Fen amount) =>
        amount == Fen.Zero && !Figures.WritesNought ? Figures.Nought : Sheet.Written(field, amount.ToString(), Figures.Money(amount));

    public string Amount(string field) => Amount(field, Sheet.Amount(field));

    /// <summary>Costs by category, in the words of this paper.</summary>
    public IReadOnlyList<(string Category, Fen Amount, Fen Second, Fen Own)> Categories()
    {
        var words = Dice.Of(CategoryWords);
        return [.. Stay.Items.GroupBy(i => words.GetValueOrDefault(i.Category, i.Category), StringComparer.Ordinal)
            .Select(g => (g.Key, Stay.Sum(g.Select(i => i.Amount)), Stay.Sum(g.Where(i => i.Class == "乙").Select(i => i.Amount)), Stay.Sum(g.Select(i => i.SelfFunded))))];
    }

    private static readonly Dictionary<string, string>[] CategoryWords =
    [
        new(StringComparer.Ordinal) { ["诊查费"] = "诊察费", ["材料费"] = "卫生材料费" },
        new(StringComparer.Ordinal) { ["诊察费"] = "诊查费", ["卫生材料费"] = "材料费", ["中药饮片费"] = "中草药费", ["其他费"] = "其它" },
        new(StringComparer.Ordinal) { ["西药费"] = "西药", ["中成药费"] = "中成药", ["中药饮片费"] = "中药饮片", ["床位费"] = "床位", ["护理费"] = "护理", ["化验费"] = "化验", ["检查费"] = "检查", ["治疗费"] = "治疗", ["手术费"] = "手术", ["诊察费"] = "诊察", ["诊查费"] = "诊察", ["卫生材料费"] = "卫生材料", ["材料费"] = "卫生材料", ["其他费"] = "其他" },
    ];

    /// <summary>Some of the parts, each with the same chance.</summary>
    public IEnumerable<T> Some<T>(int percent, params T[] parts) => parts.Where(_ => Dice.Chance(percent));
}
