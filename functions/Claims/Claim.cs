using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Functions.Http;
using Shouwang.Shared.Bills;
using Shouwang.Shared.MutualAid.Claims;

namespace Shouwang.Functions.Claims;

/// <summary>One claim as it is kept and shown (补助申请). Amounts "12345.67", dates "2026-03-01".</summary>
internal sealed record Claim
{
    public required string Id { get; init; }
    public required string Village { get; init; }
    public required string Folder { get; init; }

    /// <summary>received (a person looks at it first), checked, approved, published, paid, returned or refused.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>1 at first; a correction adds one and keeps what was before.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Where it stands and who did what. Lies in the row: a document only says how the claim was worked out.</summary>
    public ClaimProgress? Progress { get; init; }

    /// <summary>Null where the roster has nobody, or several, of that name.</summary>
    public string? Member { get; init; }

    public required string Person { get; init; }
    public required string Hospital { get; init; }

    /// <summary>The hospital's level and how it is known; null in claims worked out before levels were looked up.</summary>
    public ClaimLevel? HospitalLevel { get; init; }

    public required string Admitted { get; init; }
    public required string Discharged { get; init; }
    public required string Diagnosis { get; init; }

    /// <summary>Catalogue entry; null until a person has chosen one.</summary>
    public string? Disease { get; init; }

    public string? DiseaseName { get; init; }

    /// <summary>大病 or not.</summary>
    public bool Serious { get; init; }

    /// <summary>A person chose the disease, so that a new look at the diagnosis does not.</summary>
    public bool DiseaseChosen { get; init; }

    /// <summary>What was operated on, as the record's line and the diagnosis have it or a person confirmed it.</summary>
    public IReadOnlyList<ClaimOperation> Operations { get; init; } = [];

    /// <summary>A person confirmed the operations, so that a new look at the diagnosis does not change them.</summary>
    public bool OperationsChosen { get; init; }

    /// <summary>Entries to choose from where the diagnosis is not sure.</summary>
    public IReadOnlyList<DiseaseChoice> Choices { get; init; } = [];

    /// <summary>The plan's name within the village; empty where none was in force.</summary>
    public string Plan { get; init; } = "";

    public required string Total { get; init; }
    public required string Borne { get; init; }

    /// <summary>What the village pays; null where it cannot be said yet.</summary>
    public string? Amount { get; init; }

    /// <summary>Where the charter gives another amount than the plan alone.</summary>
    public IReadOnlyList<AidStep> Steps { get; init; } = [];

    /// <summary>Came in after the charter's time limit.</summary>
    public bool Late { get; init; }

    /// <summary>Numbers of the reasons why nothing is paid, or may not be.</summary>
    public IReadOnlyList<int> Reasons { get; init; } = [];

    public required IReadOnlyList<ClaimOriginal> Papers { get; init; }

    /// <summary>Layer by layer in everyday words, for the card.</summary>
    public required IReadOnlyList<ClaimLayer> Layers { get; init; }

    public required IReadOnlyList<string> Why { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Sentences for the officer: failed checks, differences.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>The other claim that the settlement sheet was used for; for the desk alone.</summary>
    public SheetUsedIn? SheetUsedIn { get; init; }

    /// <summary>What the papers say, for working the claim out again.</summary>
    public required StayPapers Stay { get; init; }

    /// <summary>Identities tried on the papers.</summary>
    public IReadOnlyList<PaperCheck> Checks { get; init; } = [];

    /// <summary>Where the papers disagree and the person said that they belong together.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>The whole adjudication with its trace.</summary>
    public required JsonElement Adjudication { get; init; }
}

/// <summary>A paper a claim rests on.</summary>
internal sealed record ClaimOriginal(string Hash, string Kind, string Original);

/// <summary>Another claim that rests on the same settlement sheet (结算单用在哪里).</summary>
internal sealed record SheetUsedIn(string Village, string VillageName, string Claim);

/// <summary>A hospital's level with how it is known, or why it has to be asked (医院等级).</summary>
internal sealed record ClaimLevel(string? Level, string? Name, string Why);

/// <summary>One operation (手术) of the stay.</summary>
/// <param name="Code">ICD-9-CM-3 category: "51.23".</param>
/// <param name="Sure">False: a person has to say whether it was done in this stay, and until then nothing is paid by it.</param>
/// <param name="Sum">What the plan gives for it; null where it names none.</param>
internal sealed record ClaimOperation(string Code, string Name, bool Sure, string? Sum)
{
    /// <summary>diagnosis, record or person; null in claims worked out before the record's line was read.</summary>
    public string? Source { get; init; }
}

/// <summary>One catalogue entry to choose.</summary>
internal sealed record DiseaseChoice(string Entry, string Name);

/// <summary>One layer on the card.</summary>
internal sealed record ClaimLayer(string Name, string Amount);

/// <summary>Stored and wire form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    Converters = [typeof(FenConverter), typeof(ClaimStateConverter)])]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(ClaimProgress))]
[JsonSerializable(typeof(ClaimEvent))]
[JsonSerializable(typeof(Pending))]
[JsonSerializable(typeof(IReadOnlyList<ClaimLayer>))]
internal sealed partial class ClaimJson : JsonSerializerContext;

/// <summary>States as the interface writes them: "received".</summary>
internal sealed class ClaimStateConverter : JsonConverter<ClaimState>
{
    public override ClaimState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ClaimStates.TryRead(reader.GetString(), out var state) ? state : throw new JsonException("Not a state of a claim.");

    public override void Write(Utf8JsonWriter writer, ClaimState value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name());
}
