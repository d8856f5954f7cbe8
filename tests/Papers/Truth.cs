using System.Text.Encodings.Web;
using System.Text.Json;
using Shouwang.Papers.Layouts;
using Shouwang.Papers.Photo;
using Shouwang.Shared.Bills;

namespace Shouwang.Papers;

/// <summary>What stands on one picture: a folder's truth.json maps picture names to these.</summary>
sealed record Truth(string Kind, string Layout, string Severity, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<TruthRow> Rows)
{
    /// <summary>Layouts that were written together.</summary>
    public string? Family { get; init; }

    public string? Wear { get; init; }

    /// <summary>What the lot chose for it.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }

    /// <summary>Checks that must fail: the paper was altered.</summary>
    public IReadOnlyList<string>? Flagged { get; init; }

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Truth Of(Layout layout, Severity severity, Sheet sheet, Wear wear = Photo.Wear.None) =>
        new(NameOf(layout.Kind), layout.Name, severity.ToString().ToLowerInvariant(), new SortedDictionary<string, string>(sheet.Fields.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal), sheet.Rows)
        {
            Family = layout.Family,
            Wear = wear == Photo.Wear.None ? null : wear.ToString().ToLowerInvariant(),
            Notes = sheet.Notes.Count == 0 ? null : sheet.Notes,
            Flagged = sheet.IsAltered ? ["capital-equals-figures"] : null,
        };

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
