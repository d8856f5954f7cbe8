using Shouwang.Papers.Inventing;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>The columns of a list by lot in their order, and the word over each.</summary>
sealed record ListColumns(IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Heads)
{
    private static readonly List<string> UsualOrder =
        ["serial", "date", "category", "code", "name", "spec", "maker", "unit", "class", "price", "quantity", "discount", "amount", "share", "selfPaid", "ownFunded", "insured", "department"];

    private static readonly (string Column, int Weight)[] Further =
    [
        ("code", 50), ("spec", 50), ("unit", 50), ("class", 60), ("share", 30), ("selfPaid", 20), ("ownFunded", 12), ("insured", 8), ("date", 30), ("category", 30),
        ("serial", 40), ("department", 10), ("maker", 8), ("discount", 5),
    ];

    /// <summary>Words that mean two things where they stand together on one list.</summary>
    private static readonly (string, string)[] Alike = [("selfPaid", "share"), ("ownFunded", "selfPaid"), ("class", "category"), ("price", "amount"), ("serial", "code")];

    public bool Has(string column) => Names.Contains(column);

    /// <summary>Columns of money that stand behind the amount.</summary>
    public static bool IsPart(string column) => column is "share" or "selfPaid" or "ownFunded" or "insured";

    public static bool IsNumber(string column) => column is "price" or "quantity" or "amount" or "discount" || IsPart(column);

    public static ListColumns Drawn(Sheet s, Grouping grouping, int most)
    {
        var dice = s.Dice;
        List<string> names = dice.Chance(90) ? ["name", "quantity", "price", "amount"] : ["name", "quantity", "amount"];
        var count = Math.Min(dice.Between(4, 10), most);
        var further = Further.Where(f => !Told(grouping).Contains(f.Column)).ToList();
        while (names.Count < count)
        {
            var column = dice.Of<string>(further);
            further.RemoveAll(f => f.Column == column);
            names.Add(column);
        }
        names.Sort((a, b) => UsualOrder.IndexOf(a).CompareTo(UsualOrder.IndexOf(b)));
        for (var swaps = dice.Of([0, 0, 1, 1, 2]); swaps > 0; swaps--)
        {
            var at = dice.Between(0, names.Count - 2);
            (names[at], names[at + 1]) = (names[at + 1], names[at]);
        }
        if (dice.Chance(15) && names.Remove("class"))
            names.Insert(0, "class");
        var heads = Words(dice, names);
        foreach (var (column, head) in heads)
            s.Drawn($"head of {column}", head);
        return new ListColumns(names, heads);
    }

    /// <summary>What the heading of a group, or the column before it, says already.</summary>
    private static string[] Told(Grouping grouping) => grouping switch
    {
        Grouping.CategoryRows or Grouping.CategoryColumn => ["category"],
        Grouping.DayRows or Grouping.DayColumn => ["date"],
        _ => [],
    };

    private static Dictionary<string, string> Words(Dice dice, List<string> names)
    {
        while (true)
        {
            var heads = names.ToDictionary(n => n, n => Wording.AnyColumn(dice, n));
            if (heads.Values.Distinct().Count() == heads.Count && !Alike.Any(p => heads.TryGetValue(p.Item1, out var a) && heads.TryGetValue(p.Item2, out var b) && OneMeaning(a, b)))
                return heads;
        }
    }

    /// <summary>自付 beside 自付%, 编号 beside 编码: no person could tell which is which.</summary>
    private static bool OneMeaning(string a, string b) => (a.Length <= 2 || b.Length <= 2) && a[0] == b[0];
}

/// <summary>How the items of a list are put together.</summary>
enum Grouping
{
    None,
    CategoryRows,
    DayRows,
    CategoryColumn,
    DayColumn,
}
