using System.Collections.Immutable;
using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Shared;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Explanation;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.Policies;

namespace Shouwang.Functions.Claims;

/// <summary>Writes a decision down as a claim's document (申请文书).</summary>
internal static class ClaimDocument
{
    public static Claim Of(ClaimBasis basis, Membership membership, DiagnosisAnswer diagnosis, ClaimDecision decision, Names names)
    {
        var stay = basis.Stay;
        return new Claim
        {
            Id = decision.Key,
            Village = basis.Village,
            Folder = basis.Folder,
            State = ClaimState.Received.Name(),
            ReceivedAt = default,
            Member = membership.Member,
            Person = stay.Name!,
            Hospital = stay.Hospital ?? "",
            HospitalLevel = decision.HospitalLevel is { } level ? new ClaimLevel(level.Level, level.Level is null ? null : Vocabulary.Level(level.Level), level.Why) : null,
            Admitted = stay.Admitted?.ToString("yyyy-MM-dd") ?? "",
            Discharged = stay.Discharged!.Value.ToString("yyyy-MM-dd"),
            Diagnosis = stay.Diagnosis!,
            Disease = decision.Disease?.Code,
            DiseaseName = decision.Disease?.Name,
            Serious = decision.Disease is { Serious: true },
            DiseaseChosen = basis.Chosen is not null,
            Operations = [.. decision.Operations.Select(operation => new ClaimOperation(operation.Code, operation.Name, operation.Sure, decision.Policy.Village?.Operations.Of(operation.Code)?.ToString()) { Source = Source(operation.Source) })],
            OperationsChosen = basis.Operations is not null,
            Choices = decision.Disease is null ? [.. diagnosis.Matches.Where(match => match.Score.Value > 0).Take(3).Select(match => new DiseaseChoice(match.Entry.Code, match.Entry.Name))] : [],
            Plan = decision.Policy.Village?.Version ?? "",
            Total = stay.Total!.Value.ToString(),
            Borne = (decision.Facts.Stay.Borne ?? decision.Result.PatientPays).ToString(),
            Amount = decision.Aid?.ToString(),
            Steps = decision.Steps,
            Late = decision.Late,
            Reasons = decision.Reasons,
            Papers = basis.Papers,
            Layers = Layers(decision),
            Why = Why(decision, names),
            Missing = [.. decision.Result.Needs.Where(need => need is { Blocking: true, IsPolicy: false }).Select(need => need.Chinese), .. decision.Policy.Village is null ? [$"管{decision.Facts.Date.InWords()}出院的补助方案，村里还没有公布"] : Array.Empty<string>()],
            Findings = decision.Doubts,
            Stay = stay,
            Checks = [.. basis.Checks],
            Conflicts = basis.Conflicts,
            Adjudication = Json(writer => ResultJson.Write(writer, decision.Result, decision.Facts, names)),
        };
    }

    static string Source(OperationSource source) => source switch
    {
        OperationSource.Diagnosis => "diagnosis",
        OperationSource.Record => "record",
        OperationSource.Person => "person",
    };

    /// <summary>A claim as another claim of the same member sees it.</summary>
    public static EarlierClaim Earlier(Claim claim) => new(
        claim.Id, claim.Stay.Admitted, claim.Stay.Discharged!.Value, claim.Hospital, claim.Disease, Fen.Parse(claim.Total), Fen.Parse(claim.Borne), claim.Progress?.Award?.Amount ?? Fen.Zero)
    {
        Paid = ClaimDecision.Paid(claim.Stay),
        Operations = [.. claim.Operations.Where(operation => operation.Sure).Select(operation => operation.Code)],
    };

    /// <summary>The village's line, and what is left for the patient, as the charter has it.</summary>
    static List<ClaimLayer> Layers(ClaimDecision decision)
    {
        var aid = Vocabulary.Layer("mutual-aid");
        var rest = OwnPart(decision);
        return [.. Explain.Table(decision.Result, decision.Facts).Where(row => row.Name != "总费用").Select(row =>
            row.Name == aid && decision.Aid is { } amount ? new ClaimLayer(row.Name, amount.ToGroupedString())
            : row.Name == "自己付" && row.Amount != "还不能算" && rest is { } own ? new ClaimLayer(row.Name, own.ToGroupedString())
            : new ClaimLayer(row.Name, row.Amount))];
    }

    /// <summary>The charter may give less than the plan: the difference is the patient's.</summary>
    static Fen? OwnPart(ClaimDecision decision) => decision is { Aid: { } paid, PlanAid: { } planned } ? decision.Result.PatientPays + planned - paid : null;

    static ImmutableArray<string> Why(ClaimDecision decision, Names names)
    {
        var said = Explain.Sentences(decision.Result, decision.Facts, names);
        if (decision.Steps.IsEmpty || decision.Aid is not { } aid)
            return said;
        var headline = aid > Fen.Zero ? $"村里互助补您 {aid.ToGroupedString()} 元（{CapitalNumeral.Write(aid)}）。" : "村里互助这次不补钱。";
        return [headline, .. decision.Steps.Select(step => step.Sentence), .. said.Skip(1).Select(sentence => OwnPart(decision) is { } own && sentence == Explain.OwnPart(decision.Result.PatientPays) ? Explain.OwnPart(own) : sentence)];
    }

    static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(JsonText.Utf8(write));
        return document.RootElement.Clone();
    }
}
