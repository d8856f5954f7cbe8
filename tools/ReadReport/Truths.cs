using System.Text.Json;

namespace Shouwang.Tools.ReadReport;

/// <summary>What stands on the pictures of a folder (truth.json).</summary>
sealed record Truths(IReadOnlyDictionary<string, Truth> Papers)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <exception cref="FileNotFoundException">The folder has no truth.json.</exception>
    public static Truths Read(string folder)
    {
        var path = Path.Combine(folder, "truth.json");
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path} is missing. It maps each picture's name to its kind and the values that stand on it; docs/reading.md shows how.");
        return JsonSerializer.Deserialize<Truths>(File.ReadAllText(path), Format)!;
    }
}

/// <summary>What stands on one picture.</summary>
sealed record Truth(string Kind, string? Layout, string? Severity, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<TruthRow>? Rows)
{
    /// <summary>Layouts that were written together, where papers are invented.</summary>
    public string? Family { get; init; }

    /// <summary>What happened to the paper.</summary>
    public string? Wear { get; init; }

    /// <summary>What else is known of the paper or of how its picture was taken, by name: "camera" is "old phone".</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }

    /// <summary>Checks that must fail, where a paper was altered.</summary>
    public IReadOnlyList<string>? Flagged { get; init; }
}

/// <summary>One row of a fee list.</summary>
sealed record TruthRow(string? Code, string Name, string? Class, string? Quantity, string? UnitPrice, string Amount)
{
    public string? Date { get; init; }

    /// <summary>What share the patient pays, in percent or as a fraction: "10", "0.1".</summary>
    public string? SelfShare { get; init; }
}
