using Shouwang.Papers.Inventing;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers.Layouts.Lot;

/// <summary>Papers of which everything is drawn by lot: fields, words, order, arrangement, rules, type, figures.</summary>
static class LotPapers
{
    public static readonly Layout[] All =
    [
        Of("lot-sheet", PaperKind.SettlementSheet, 1240, 16, LotSheets.Draw), Of("lot-bill", PaperKind.InpatientBill, 1240, 16, LotBills.Inpatient), Of("lot-record", PaperKind.DischargeRecord, 1240, 8, LotRecords.Draw),
        Of("lot-outpatient", PaperKind.OutpatientBill, 1240, 6, LotBills.Outpatient), Of("lot-phone-sheet", PaperKind.SettlementSheet, 720, 10, LotPhones.Settlement), Of("lot-phone-bill", PaperKind.InpatientBill, 720, 10, LotPhones.Bill),
    ];

    private static Layout Of(string name, PaperKind kind, int width, int rows, Func<Sheet, string> draw) => new(name, kind, width, rows, draw, "lot") { World = Everywhere.World };
}
