using Shouwang.Shared.Money;

namespace Shouwang.Papers.Inventing;

/// <summary>One invented hospital stay whose amounts hold every identity of a real settlement.</summary>
sealed record Stay
{
    public required Person Person { get; init; }
    public required Hospital Hospital { get; init; }
    public required Illness Illness { get; init; }
    public required int Beside { get; init; }
    public required DateOnly Admitted { get; init; }
    public required DateOnly Discharged { get; init; }
    public required IReadOnlyList<FeeItem> Items { get; init; }
    public required string AdmissionNumber { get; init; }
    public required string BillCode { get; init; }
    public required string BillNumber { get; init; }
    public required string CheckCode { get; init; }
    public required string SettlementNumber { get; init; }
    public required string InsuranceNumber { get; init; }
    public required Costs Costs { get; init; }

    public int Days => Discharged.DayNumber - Admitted.DayNumber;

    public IEnumerable<string> Diagnoses => [Illness.Diagnosis, .. Illness.Beside.Take(Beside)];

    public IEnumerable<(string Category, Fen Amount)> Categories =>
        Items.GroupBy(i => i.Category, StringComparer.Ordinal).Select(g => (g.Key, Sum(g.Select(i => i.Amount))));

    public static Fen Sum(IEnumerable<Fen> amounts) => amounts.Aggregate(Fen.Zero, (a, b) => a + b);

    public static Stay Invent(Dice dice, int rows) =>
        Of(dice, Person.Invent(dice), dice.Of(Hospital.All), dice.Of(Illness.All), new DateOnly(2024, 1, 1).AddDays(dice.Between(0, 1000)), dice.Between(3, 21), rows, dice.Between(0, 2));

    public static Stay Of(Dice dice, Person person, Hospital hospital, Illness illness, DateOnly admitted, int days, int rows, int beside, IReadOnlyList<Priced>? prices = null)
    {
        var discharged = admitted.AddDays(days);
        var items = Fees.Invent(dice, illness, admitted, days, rows, prices ?? Priced.List);
        return new Stay
        {
            Person = person,
            Hospital = hospital,
            Illness = illness,
            Beside = beside,
            Admitted = admitted,
            Discharged = discharged,
            Items = items,
            AdmissionNumber = $"{dice.Between(100000, 999999):D8}",
            BillCode = $"3206{dice.Between(0, 9999):D4}",
            BillNumber = $"{dice.Between(0, 99999):D5}{dice.Between(0, 99999):D5}",
            CheckCode = string.Concat(Enumerable.Range(0, 6).Select(_ => "0123456789abcdef"[dice.Between(0, 15)])),
            SettlementNumber = $"3202{discharged:yyyyMMdd}{dice.Between(100000, 999999)}",
            InsuranceNumber = $"3202990{dice.Between(1000000, 9999999)}",
            Costs = Costs.Of(dice, items),
        };
    }
}
