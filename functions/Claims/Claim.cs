using System.Text.Json;
using System.Text.Json.Serialization;
using Shouwang.Functions.Http;
using Shouwang.Shared.Bills;

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

    /// <summary>Null where the roster has nobody, or several, of that name.</summary>
    public string? Member { get; init; }

    public required string Person { get; init; }
    public required string Hospital { get; init; }
    public required string Admitted { get; init; }
    public required string Discharged { get; init; }
    public required string Diagnosis { get; init; }

    /// <summary>Catalogue entry; null until a person has chosen one.</summary>
    public string? Disease { get; init; }

    public string? DiseaseName { get; init; }

    /// <summary>Entries to choose from where the diagnosis is not sure.</summary>
    public IReadOnlyList<DiseaseChoice> Choices { get; init; } = [];

    public required string Total { get; init; }
    public required string Borne { get; init; }

    /// <summary>What the village pays; null where it cannot be said yet.</summary>
    public string? Amount { get; init; }

    public required IReadOnlyList<ClaimOriginal> Papers { get; init; }

    /// <summary>Layer by layer in everyday words, for the card.</summary>
    public required IReadOnlyList<ClaimLayer> Layers { get; init; }

    public required IReadOnlyList<string> Why { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Sentences for the officer: failed checks, differences.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

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

/// <summary>One catalogue entry to choose.</summary>
internal sealed record DiseaseChoice(string Entry, string Name);

/// <summary>One layer on the card.</summary>
internal sealed record ClaimLayer(string Name, string Amount);

/// <summary>Stored and wire form.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(FenConverter)])]
[JsonSerializable(typeof(Claim))]
internal sealed partial class ClaimJson : JsonSerializerContext;
