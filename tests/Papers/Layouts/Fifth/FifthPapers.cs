using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts.Fifth;

/// <summary>Papers that were kept away from whoever tuned reading until they had been measured.</summary>
static class FifthPapers
{
    public static readonly Layout[] All =
    [
        New("formula-settlement", PaperKind.SettlementSheet, 1450, 14, Settlements.Formulas),
        New("panels-settlement", PaperKind.SettlementSheet, 1600, 14, Settlements.Panels),
        New("machine-settlement", PaperKind.SettlementSheet, 640, 14, Settlements.Machine),
        New("app-settlement", PaperKind.SettlementSheet, 780, 14, Settlements.App),
        New("two-line-list", PaperKind.FeeList, 1200, 14, Lists.TwoLines),
        New("refund-list", PaperKind.FeeList, 1500, 15, Lists.Refunds),
        New("merged-days-list", PaperKind.FeeList, 1650, 16, Lists.MergedDays),
        New("run-on-e-bill", PaperKind.InpatientBill, 1400, 14, Bills.RunOn),
        New("shen-bill", PaperKind.InpatientBill, 1350, 14, Bills.Shen),
        New("bars-record", PaperKind.DischargeRecord, 1240, 8, Records.Bars),
        New("slip-record", PaperKind.DischargeRecord, 1000, 8, Records.Slip),
        New("chronic-outpatient", PaperKind.OutpatientBill, 1250, 6, Bills.Chronic),
        New("two-tongues-identity", PaperKind.IdentityCard, 1010, 4, Records.Identity),
    ];

    private static Layout New(string name, PaperKind kind, int width, int rows, Func<Sheet, string> draw) => new(name, kind, width, rows, draw, "fifth") { World = FurtherAway.World };
}
