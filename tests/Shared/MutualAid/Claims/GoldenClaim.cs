using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Shouwang.Shared.Tests.MutualAid.Claims;

/// <summary>Worked examples of claims as they stand in tests/golden/claims; a key that the form does not have is refused.</summary>
public sealed record GoldenClaims
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>What holds in every case that says nothing else; stands in usual.yaml.</summary>
    public GoldenClaim Usual { get; init; } = new();

    public List<GoldenClaim> Cases { get; init; } = [];

    public static GoldenClaims Of(string text) => Reader.Deserialize<GoldenClaims>(text);

    public static IReadOnlyList<(string File, GoldenClaim Usual, GoldenClaim Case)> ReadAll(string folder)
    {
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => Of(File.ReadAllText(path)), StringComparer.Ordinal);
        return [.. files.SelectMany(file => file.Value.Cases.Select(one => (file.Key, files["usual"].Usual, one)))];
    }
}

/// <summary>One claim: what is known, what is done, and what should come of it. Maps are partial: what they leave out is as usual.</summary>
public sealed record GoldenClaim
{
    public string Case { get; init; } = "";
    public string Origin { get; init; } = "";
    public Dictionary<string, string> Charter { get; init; } = [];
    public Dictionary<string, string> Plan { get; init; } = [];

    /// <summary>joined, left, born, continued, before (from..to); or none: yes.</summary>
    public Dictionary<string, string> Member { get; init; } = [];

    /// <summary>What all three papers say, by field of the interface.</summary>
    public Dictionary<string, string> Stay { get; init; } = [];

    /// <summary>Where the discharge record says something else.</summary>
    public Dictionary<string, string> Record { get; init; } = [];

    /// <summary>Where the fee list says something else.</summary>
    public Dictionary<string, string> List { get; init; } = [];

    /// <summary>Where the settlement sheet says something else.</summary>
    public Dictionary<string, string> Sheet { get; init; } = [];

    public string? Received { get; init; }
    public string? Cause { get; init; }
    public string? Chosen { get; init; }

    /// <summary>Operations as a person confirmed them, by ICD-9-CM-3 category; "none" for nothing.</summary>
    public string? Operations { get; init; }

    /// <summary>Village whose claim used the sheet.</summary>
    public string? SheetUsed { get; init; }

    /// <summary>Opening, members, subsidy, gift for serious illness, spent on another claim; and ahead: aids that came in before.</summary>
    public Dictionary<string, string> Money { get; init; } = [];

    public List<Dictionary<string, string>> Earlier { get; init; } = [];
    public List<GoldenMove> Moves { get; init; } = [];
    public Dictionary<string, string> Expect { get; init; } = [];
}

/// <summary>Something somebody does with the claim.</summary>
public sealed record GoldenMove
{
    public string By { get; init; } = "";

    /// <summary>A state, or appeal, reopen, correct.</summary>
    public string Do { get; init; } = "";

    public string? On { get; init; }
    public string? Words { get; init; }
    public List<int> Reasons { get; init; } = [];
    public string? Cause { get; init; }
    public string? Chosen { get; init; }
    public string? Operations { get; init; }
    public string? Amount { get; init; }

    /// <summary>With a correction: fields of all papers.</summary>
    public Dictionary<string, string> Stay { get; init; } = [];

    /// <summary>Code it is refused with.</summary>
    public string? Gives { get; init; }
}
