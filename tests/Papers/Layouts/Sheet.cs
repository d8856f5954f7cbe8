using System.Globalization;
using Shouwang.Papers.Inventing;
using Shouwang.Shared.Money;

namespace Shouwang.Papers.Layouts;

/// <summary>One paper being drawn: a layout asks it for values, and what was asked for is the truth of the picture.</summary>
/// <param name="altered">The total's figures were altered by hand: its first digit is another.</param>
sealed class Sheet(Stay stay, Dice dice, bool altered = false)
{
    private readonly string _dates = dice.Of(["yyyy-MM-dd", "yyyy年MM月dd日", "yyyy.MM.dd", "yyyy/MM/dd", "yyyy-M-d", "yyyy年M月d日"]);
    private readonly bool _grouped = dice.Chance(15);
    private readonly bool _bareZero = dice.Chance(15);
    private readonly SortedDictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly List<TruthRow> _rows = [];
    private readonly SortedDictionary<string, string> _notes = new(StringComparer.Ordinal);

    public Stay Stay => stay;

    public Dice Dice => dice;

    public IReadOnlyDictionary<string, string> Fields => _fields;

    public IReadOnlyList<TruthRow> Rows => _rows;

    /// <summary>What was chosen by lot for this paper, by name; the report groups its tables by it.</summary>
    public IReadOnlyDictionary<string, string> Notes => _notes;

    /// <summary>A date in this paper's own way of writing.</summary>
    public string Date(DateOnly day) => day.ToString(_dates, CultureInfo.InvariantCulture);

    /// <summary>An amount in this paper's own way of writing.</summary>
    public string Money(Fen amount) =>
        _bareZero && amount == Fen.Zero ? "0" : _grouped ? amount.ToGroupedString() : amount.ToString();

    /// <summary>The value of a field as printed; the field becomes part of the truth.</summary>
    public string this[string field]
    {
        get
        {
            var (truth, printed) = Value(field);
            _fields[field] = truth;
            return printed;
        }
    }

    /// <summary>One of the choices, written down under <paramref name="name"/>.</summary>
    public T Lot<T>(string name, IReadOnlyList<T> choices) where T : notnull => Drawn(name, dice.Of(choices));

    /// <summary>Writes down what was chosen.</summary>
    public T Drawn<T>(string name, T choice) where T : notnull
    {
        _notes[name] = Convert.ToString(choice, CultureInfo.InvariantCulture)!;
        return choice;
    }

    /// <summary>Marks fields as shown that a layout prints in a form of its own.</summary>
    public string Shown(string printed, params string[] fields)
    {
        foreach (var field in fields)
            _fields[field] = Value(field).Truth;
        return printed;
    }

    /// <summary>Prints a value in a form of the layout's own.</summary>
    public string Written(string field, string truth, string printed)
    {
        _fields[field] = truth;
        return printed;
    }

    /// <summary>What was operated on, or what the paper prints where nothing was.</summary>
    public string Operation(string nothing) => stay.Illness.Operation.Length == 0 ? nothing : this["operation"];

    /// <summary>Prints an amount that the paper counts in a way of its own; what is printed is the truth.</summary>
    public string PrintedAs(string field, Fen printed)
    {
        _fields[field] = printed.ToString();
        return Money(printed);
    }

    /// <param name="date">The list prints the day of each item.</param>
    /// <param name="share">The list prints what share the patient pays.</param>
    public void Row(FeeItem item, bool date = false, bool share = false) => _rows.Add(new TruthRow(item.Code, item.Name, item.Class, item.Quantity.ToString(CultureInfo.InvariantCulture), item.UnitPrice.ToString(), item.Amount.ToString())
    {
        Date = date ? Iso(item.Date) : null,
        SelfShare = share ? (item.Class == "丙" ? "100" : item.SelfShare.ToString(CultureInfo.InvariantCulture)) : null,
    });

    /// <summary>A row of which the list says for itself what it prints.</summary>
    public void Row(TruthRow row) => _rows.Add(row);

    /// <summary>Renames rows where a list prints name and specification together.</summary>
    public void RowsNamed(Func<FeeItem, string> name)
    {
        for (var i = 0; i < _rows.Count; i++)
            _rows[i] = _rows[i] with { Name = name(stay.Items[i]) };
    }

    /// <summary>Leaves out what a list does not print.</summary>
    public void RowsWithout(bool code = false, bool @class = false)
    {
        for (var i = 0; i < _rows.Count; i++)
            _rows[i] = _rows[i] with { Code = code ? null : _rows[i].Code, Class = @class ? null : _rows[i].Class };
    }

    private (string Truth, string Printed) Value(string field) => field switch
    {
        "name" => Same(stay.Person.Name),
        "sex" => Same(stay.Person.Sex),
        "idNumber" => Same(stay.Person.IdNumber),
        "hospital" => Same(stay.Hospital.Name),
        "hospitalLevel" => Same(stay.Hospital.Level),
        "cardNumber" => Same(CardNumber),
        "department" => Same(stay.Illness.Department),
        "admissionNumber" => Same(stay.AdmissionNumber),
        "billCode" => Same(stay.BillCode),
        "billNumber" => Same(stay.BillNumber),
        "settlementNumber" => Same(stay.SettlementNumber),
        "admitted" => (Iso(stay.Admitted), Date(stay.Admitted)),
        "discharged" => (Iso(stay.Discharged), Date(stay.Discharged)),
        "days" => Same(stay.Days.ToString(CultureInfo.InvariantCulture)),
        "diagnosis" => Same(string.Join('；', stay.Diagnoses)),
        "operation" => Same(stay.Illness.Operation),
        "totalInWords" => Same(CapitalNumeral.Write(stay.Costs.Total)),
        "total" when altered => Altered(stay.Costs.Total),
        "age" => Same(stay.Person.AgeOn(stay.Admitted).ToString(CultureInfo.InvariantCulture)),
        _ => (Amount(field).ToString(), Money(Amount(field))),
    };

    /// <summary>An amount of the stay; asking does not print it.</summary>
    public Fen Amount(string field) => field switch
    {
        "total" => stay.Costs.Total,
        "basicPaid" => stay.Costs.BasicPaid,
        "otherPaid" => stay.Costs.OtherPaid,
        // The same money by the name it has in Shanghai: 附加支付.
        "supplementPaid" => stay.Costs.OtherPaid,
        "criticalPaid" => stay.Costs.CriticalPaid,
        "assistancePaid" => stay.Costs.AssistancePaid,
        "accountPaid" => stay.Costs.AccountPaid,
        "cashPaid" => stay.Costs.CashPaid,
        "selfPay" => stay.Costs.SelfPay,
        "selfFunded" => stay.Costs.SelfFunded,
        "deductible" => stay.Costs.Deductible,
        "inScope" => stay.Costs.InScope,
        "selfPayFirst" => stay.Costs.SelfPayFirst,
        "overLimit" => stay.Costs.OverLimit,
        "fundPaid" => stay.Costs.FundPaid,
        "borne" => stay.Costs.Borne,
        "selfPayInScope" => stay.Costs.SelfPayInScope,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No paper has this field."),
    };

    /// <summary>Village code of no place, hyphen, five letters, as the association prints them.</summary>
    private string CardNumber => $"329901{stay.BillNumber[..6]}-{string.Concat(stay.CheckCode.Take(5).Select(c => "ABCDEFGHJKMNPQRS"["0123456789abcdef".IndexOf(c, StringComparison.Ordinal)]))}";

    /// <summary>Whether figures and capitals stand on the paper and disagree.</summary>
    public bool IsAltered => altered && _fields.ContainsKey("total") && _fields.ContainsKey("totalInWords");

    private (string Truth, string Printed) Altered(Fen total)
    {
        var text = total.ToString();
        var other = new Fen(Fen.Parse($"{(text[0] == '9' ? '8' : (char)(text[0] + 1))}{text[1..]}").Value);
        return (other.ToString(), Money(other));
    }

    private static (string, string) Same(string text) => (text, text);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One row of a fee list as it was drawn.</summary>
sealed record TruthRow(string? Code, string Name, string? Class, string Quantity, string? UnitPrice, string Amount)
{
    public string? Date { get; init; }

    public string? SelfShare { get; init; }
}
