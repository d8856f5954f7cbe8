using System.Collections.Immutable;
using Shouwang.Shared.Adjudication;
using Shouwang.Shared.Bills;
using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Claims;
using Shouwang.Shared.Policies;

namespace Shouwang.Shared.MutualAid;

/// <summary>Whom the roster has for the name and number on the papers (会员身份).</summary>
/// <param name="Member">Member id; null where the roster has nobody, or cannot tell two people apart.</param>
/// <param name="OnDischarge">Whether the person was a member on the day of discharge; null where that cannot be said.</param>
/// <param name="Doubt">For a person to look at, in Chinese; null where there is none.</param>
public sealed record Membership(string? Member, bool? OnDischarge, string? Doubt)
{
    /// <summary>First day of discharge after a waiting period; null where there is none.</summary>
    public DateOnly? EntitledFrom { get; init; }
}

/// <summary>A claim worked out from its papers (申请核定): the facts, all layers over them, and what a person still has to look at.</summary>
/// <param name="Key">See <see cref="ClaimKey"/>.</param>
/// <param name="Policy">The rules it was worked out by.</param>
/// <param name="Disease">The catalogue entry paid by; null until a person has chosen.</param>
/// <param name="Doubts">Chinese sentences; where there are any, a person looks before the claim counts as checked.</param>
public sealed record ClaimDecision(string Key, PolicySnapshot Policy, AdmissionFacts Facts, AdjudicationResult Result, DiseaseEntry? Disease, ImmutableArray<string> Doubts)
{
    /// <summary>What the village pays; null where a fact or a figure is missing.</summary>
    public Fen? Aid { get; init; }

    /// <summary>Where the charter gives another amount than the plan alone, step by step; the last step's amount is the aid.</summary>
    public ImmutableArray<AidStep> Steps { get; init; } = [];

    /// <summary>The hospital's level and how it is known; a level that is not known is asked for by the layers that need it.</summary>
    public LevelFinding? HospitalLevel { get; init; }

    /// <summary>What was operated on, as the record's own line and the diagnosis have it or a person confirmed it.</summary>
    public ImmutableArray<Operation> Operations { get; init; } = [];

    /// <summary>Came in after the charter's time limit: a person decides, and says why.</summary>
    public bool Late { get; init; }

    /// <summary>Numbers of <see cref="Reason"/>: why nothing is paid, or may not be.</summary>
    public ImmutableArray<int> Reasons { get; init; } = [];

    /// <summary>Nothing stands in the way of paying: such a claim counts as checked by the papers alone (材料无疑问).</summary>
    public bool IsClear => Doubts.IsEmpty && Aid is not null;

    /// <summary>What the plan alone would give.</summary>
    public Fen? PlanAid => Result.Layers.FirstOrDefault(layer => layer.Layer == "mutual-aid") is { Outcome: not (Outcome.NeedsFact or Outcome.NeedsPolicy) } layer ? layer.Amount : null;

    /// <summary>What stands in the way of working a claim out, in Chinese: what the papers do not say, or a date without rules; empty where <see cref="Decide"/> can be called.</summary>
    public static IReadOnlyList<string> Obstacles(StayPapers stay, string place) => [.. Unsaid(stay), .. NoRules(stay, place)];

    /// <summary>What no paper says, in Chinese.</summary>
    public static IReadOnlyList<string> Unsaid(StayPapers stay) =>
        [.. new (bool Said, string Name)[] { (stay.Name is not null, "姓名"), (stay.Discharged is not null, "出院日期"), (stay.Total is not null, "总费用"), (stay.Diagnosis is not null, "出院诊断") }
            .Where(field => !field.Said).Select(field => $"几份材料上都没有看清{field.Name}。")];

    /// <summary>Why no rules hold on the day of discharge, in Chinese; empty where they do.</summary>
    public static IReadOnlyList<string> NoRules(StayPapers stay, string place)
    {
        try
        {
            if (stay.Discharged is { } discharged)
                PolicyLibrary.Shipped.Resolve(place, discharged);
            return [];
        }
        catch (NoPolicyException none)
        {
            return [none.Message];
        }
    }

    /// <summary>Works the claim out.</summary>
    /// <param name="stay">There are no <see cref="Obstacles"/>.</param>
    /// <param name="checks">Identities tried on the papers.</param>
    /// <param name="conflicts">Where the papers disagree and the person said they belong together all the same.</param>
    /// <param name="chosen">The entry a person chose; null to take the diagnosis.</param>
    /// <param name="terms">Charter, cause, the member's other claims.</param>
    public static ClaimDecision Decide(
        StayPapers stay, IEnumerable<PaperCheck> checks, IEnumerable<string> conflicts, Membership membership, DiagnosisAnswer diagnosis, DiseaseEntry? chosen, PolicySnapshot policy, string village, ClaimTerms terms)
    {
        var disease = chosen ?? (diagnosis is { Sure: true, Matches: [var first, ..] } ? first.Entry : null);
        var operations = OperationsOf(stay, diagnosis, terms);
        var paying = policy.Village?.Operations ?? OperationSums.None;
        var level = LevelFinding.Of(stay.HospitalLevel, stay.Hospital, HospitalList.Shipped, policy.Place);
        var facts = new AdmissionFacts
        {
            Place = policy.Place,
            Date = stay.Discharged!.Value,
            Admitted = stay.Admitted,
            Person = new PersonFacts { Age = stay.Age, VillageMember = membership.OnDischarge },
            Stay = new StayFacts
            {
                HospitalLevel = level.Level,
                Total = stay.Total!.Value,
                InScope = stay.InScope,
                SelfFunded = stay.SelfFunded,
                SelfPayFirst = stay.SelfPayFirst,
                OverLimit = stay.OverLimit,
                Disease = disease?.Code,
                // Where the plan does not pay by operation, nothing rests on them.
                Operations = paying.IsEmpty ? [] : [.. operations.Where(operation => operation.Sure).Select(operation => operation.Code).Distinct().Order(StringComparer.Ordinal)],
                Borne = Borne(stay),
            },
            YearToDate = new YearToDate { MutualAidPaid = terms.Earlier.Where(earlier => earlier.Discharged.Year == stay.Discharged.Value.Year).Aggregate(Fen.Zero, (sum, earlier) => sum + earlier.Awarded) },
            ActuallyPaid = Paid(stay),
            Village = village,
        };
        var result = Adjudicator.Adjudicate(policy, facts);
        var rules = new AidRules(terms, membership, facts, merged => Adjudicator.Adjudicate(policy, merged));
        var aid = rules.Apply(result);
        return new ClaimDecision(KeyOf(stay, membership, village), policy, facts, result, disease, [.. ToLookAt(stay, checks, conflicts, membership, level, disease, result, terms), .. Unsure(operations, paying), .. rules.IsLate ? [rules.LateSentence] : ImmutableArray<string>.Empty])
        {
            Aid = aid,
            Operations = operations,
            HospitalLevel = level,
            Steps = rules.Steps,
            Reasons = rules.Reasons,
            Late = rules.IsLate,
        };
    }

    /// <summary>What a person confirmed, else what the record's own line names together with what the diagnosis names: of the two the surer is kept.</summary>
    static ImmutableArray<Operation> OperationsOf(StayPapers stay, DiagnosisAnswer diagnosis, ClaimTerms terms) => terms.Operations is { } confirmed
        ? [.. confirmed.Distinct().Select(code => (OperationList.Default.Find(code) ?? new Operation(code, code)) with { Source = OperationSource.Person })]
        : [.. InRecord(stay).Concat(diagnosis.Operations).GroupBy(operation => operation.Code, (_, said) => said.OrderByDescending(operation => operation.Sure).First())];

    static IReadOnlyList<Operation> InRecord(StayPapers stay) =>
        stay.Operation is { } line ? OperationList.InRecord(line, legible: !stay.Unsure.Contains(FieldName.Operation)) : [];

    /// <summary>An operation that may not belong to this stay is asked about where money depends on it.</summary>
    static IEnumerable<string> Unsure(ImmutableArray<Operation> operations, OperationSums paying) => operations
        .Where(operation => !operation.Sure && paying.Of(operation.Code) is not null)
        .Select(operation => operation.Source == OperationSource.Record
            ? $"出院记录的手术名称像是“{operation.Name}”，没有把握；本村方案对这种手术另有补助，要请村里的工作人员对照原件核对。"
            : $"出院诊断里提到“{operation.Name}”，本村方案对这种手术另有补助。是不是这次住院做的，要请村里的工作人员核对。");

    /// <summary>Cash and account; where the cash is not said, what the paper says in one. The account alone is not what was borne.</summary>
    static Fen? Borne(StayPapers stay) => stay.CashPaid is { } cash ? cash + (stay.AccountPaid ?? Fen.Zero) : stay.Borne;

    /// <summary>What the settlement sheet says each layer paid, by layer.</summary>
    public static ImmutableSortedDictionary<string, Fen> Paid(StayPapers stay) =>
        new (string Layer, Fen? Amount)[] { ("basic", stay.BasicPaid), ("critical", stay.CriticalPaid), ("assistance", stay.AssistancePaid), ("supplement", stay.OtherPaid) }
            .Where(paid => paid.Amount is not null)
            .ToImmutableSortedDictionary(paid => paid.Layer, paid => paid.Amount!.Value, StringComparer.Ordinal);

    static string KeyOf(StayPapers stay, Membership membership, string village) => ClaimKey.Of(
        village,
        membership.Member ?? stay.Name!,
        stay.SettlementNumber ?? (stay.BillNumber is { } number ? $"{stay.BillCode} {number}" : stay.Total!.Value.ToString()),
        stay.Discharged!.Value);

    static IEnumerable<string> ToLookAt(StayPapers stay, IEnumerable<PaperCheck> checks, IEnumerable<string> conflicts, Membership membership, LevelFinding level, DiseaseEntry? disease, AdjudicationResult result, ClaimTerms terms)
    {
        foreach (var conflict in conflicts)
            yield return conflict;
        foreach (var check in checks)
        {
            if (check is { Passed: false, Detail: { } detail })
                yield return detail;
        }

        if (level.Doubt is { } different)
            yield return different;
        if (membership.Doubt is { } doubt)
            yield return doubt;
        if (disease is null)
            yield return "出院诊断对应哪个病种没有把握，要请村里的工作人员选定。";
        // An operation that is not sure is asked about where money depends on it.
        if (stay.Unsure.Any(field => field != FieldName.Operation))
            yield return "有的内容照片上看得不够清楚，要请村里的工作人员对照原件核一遍。";
        if (terms.SheetUsed is { } used)
            yield return used;
        foreach (var earlier in terms.Earlier.Where(earlier => earlier.Overlaps(stay.Admitted, stay.Discharged!.Value)))
            yield return $"这次住院的日期和另一笔申请（{earlier.Discharged.InWords()}出院）重叠，要请村里的工作人员核对。";
        foreach (var finding in result.Findings)
            yield return finding;
    }
}
