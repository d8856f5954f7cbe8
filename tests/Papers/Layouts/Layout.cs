using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts;

/// <summary>One way of laying out a kind of paper.</summary>
/// <param name="Width">Width of the paper in pixels.</param>
/// <param name="Rows">How many fee rows a stay should have for it.</param>
/// <param name="Draw">The paper's body in HTML.</param>
/// <param name="Family">Layouts that were written together: reading is tuned on some families and measured on others.</param>
sealed record Layout(string Name, PaperKind Kind, int Width, int Rows, Func<Sheet, string> Draw, string Family = "first")
{
    /// <summary>Where the stays on it are invented; nothing: in the sample county.</summary>
    public Elsewhere? World { get; init; }

    /// <summary>Invents the stay where the layout wants one of its own; it says itself how many rows it has.</summary>
    public Func<Dice, Stay>? Invented { get; init; }

    public Stay Invent(Dice dice) => Invented?.Invoke(dice) ?? World?.Invent(dice, Rows) ?? Stay.Invent(dice, Rows);

    public static readonly IReadOnlyList<Layout> All =
        [.. DischargeRecords.All, .. FeeLists.All, .. SettlementSheets.All, .. InpatientBills.All, .. OutpatientBills.All, .. IdentityCards.All, .. WrongPapers.All,
            .. BeijingBills.All, .. PhoneBills.All, .. RegionalSettlements.All, .. RegionalLists.All, .. RegionalRecords.All, .. Cards.All, .. VariedPapers.All, .. ThirdPapers.All, .. Fourth.FourthPapers.All, .. Fifth.FifthPapers.All, .. StrangePapers.All, .. Lot.LotLists.All, .. Lot.LotPapers.All];

    public static Layout Named(string name) =>
        All.FirstOrDefault(l => l.Name == name) ?? throw new ArgumentException($"No layout is called {name}. There are: {string.Join(", ", All.Select(l => l.Name))}.", nameof(name));
}
