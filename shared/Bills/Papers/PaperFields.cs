using static Shouwang.Shared.Bills.FieldName;

namespace Shouwang.Shared.Bills.Papers;

/// <summary>Which fields a kind of paper can have: what else was found there is a misreading.</summary>
static class PaperFields
{
    private static readonly HashSet<string> Discharge = [Name, Sex, Age, Born, IdNumber, Hospital, Department, AdmissionNumber, Admitted, Discharged, Days, Diagnosis, Operation, Total];
    private static readonly HashSet<string> Card = [Name, Sex, Born, IdNumber];
    private static readonly HashSet<string> VolunteerOwn = [Name, Sex, IdNumber, CardNumber];

    public static PaperReading KeepOwn(PaperReading paper)
    {
        var own = paper.Kind switch
        {
            PaperKind.DischargeRecord => Discharge,
            PaperKind.IdentityCard => Card,
            PaperKind.VolunteerCard => VolunteerOwn,
            _ => null,
        };
        // The national settlement list says what was operated on; a bill's 手术 is money.
        bool IsOwn(string field) => own?.Contains(field) ?? (field != Operation || paper.Kind == PaperKind.SettlementSheet);
        return paper with { Fields = paper.Fields.Where(f => IsOwn(f.Key)).ToDictionary(StringComparer.Ordinal) };
    }
}
