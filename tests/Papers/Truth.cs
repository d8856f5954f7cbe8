using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers;

/// <summary>What stands on one picture: a folder's truth.json maps picture names to these.</summary>
sealed record Truth(string Kind, string Layout, string Severity, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<TruthRow> Rows)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Truth Of(Layout layout, Severity severity, Sheet sheet) =>
        new(NameOf(layout.Kind), layout.Name, severity.ToString().ToLowerInvariant(), new SortedDictionary<string, string>(sheet.Fields.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), sheet.Rows);

    public static void Write(string folder, IReadOnlyDictionary<string, Truth> papers) =>
        File.WriteAllText(Path.Combine(folder, "truth.json"), JsonSerializer.Serialize(new { papers }, Format) + "\n");

    public static string NameOf(PaperKind kind) => kind switch
    {
        PaperKind.Other => "other",
        PaperKind.InpatientBill => "inpatient-bill",
        PaperKind.SettlementSheet => "settlement-sheet",
        PaperKind.FeeList => "fee-list",
        PaperKind.DischargeRecord => "discharge-record",
        PaperKind.OutpatientBill => "outpatient-bill",
        PaperKind.IdentityCard => "identity-card",
        PaperKind.VolunteerCard => "volunteer-card",
    };
}
