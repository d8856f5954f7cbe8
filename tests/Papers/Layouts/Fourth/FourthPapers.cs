using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts.Fourth;

/// <summary>Papers of other provinces, drawn without looking at how papers are read.</summary>
static class FourthPapers
{
    public static readonly Layout[] All =
    [
        New("full-national", PaperKind.SettlementSheet, 1400, 16, NationalSheet.Draw),
        New("zhe-settlement", PaperKind.SettlementSheet, 1400, 16, Settlements.Zhe),
        New("chuan-away-settlement", PaperKind.SettlementSheet, 1300, 16, Settlements.Away),
        New("yu-settlement", PaperKind.SettlementSheet, 1200, 14, Settlements.Yu),
        New("layers-settlement", PaperKind.SettlementSheet, 1450, 14, Settlements.Layers),
        New("day-list", PaperKind.FeeList, 1400, 17, Lists.ByDay),
        New("category-list", PaperKind.FeeList, 1400, 18, Lists.ByCategory),
        New("beside-list", PaperKind.FeeList, 1700, 22, Lists.Beside),
        New("scope-list", PaperKind.FeeList, 1750, 16, Lists.Scope),
        New("his-list", PaperKind.FeeList, 1300, 16, PrintedLists.His),
        New("marked-list", PaperKind.FeeList, 1100, 15, PrintedLists.Marked),
        New("national-e-bill", PaperKind.InpatientBill, 1500, 14, Bills.National),
        New("own-form-bill", PaperKind.InpatientBill, 1300, 14, Bills.OwnForm),
        New("two-area-bill", PaperKind.InpatientBill, 1600, 18, Bills.TwoAreas),
        New("table-record", PaperKind.DischargeRecord, 1240, 8, Records.Table),
        New("sentence-record", PaperKind.DischargeRecord, 1200, 8, Records.Sentences),
        New("heads-record", PaperKind.DischargeRecord, 1240, 8, Records.Heads),
        New("main-other-record", PaperKind.DischargeRecord, 1280, 8, Records.MainAndOther),
        New("e-outpatient", PaperKind.OutpatientBill, 1450, 6, Outpatient.Electronic),
        New("window-outpatient", PaperKind.OutpatientBill, 900, 6, Outpatient.Window),
        New("identity-back", PaperKind.IdentityCard, 1010, 4, IdentityCopies.Back),
        New("identity-copy", PaperKind.IdentityCard, 1240, 4, IdentityCopies.BothSides),
    ];

    private static Layout New(string name, PaperKind kind, int width, int rows, Func<Sheet, string> draw) => new(name, kind, width, rows, draw, "fourth") { World = Elsewhere.Fourth };
}
