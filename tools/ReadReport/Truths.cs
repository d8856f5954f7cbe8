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
            throw new FileNotFoundException($"{path} is missing. It maps each picture's name to its kind and the values that stand on it; samples/claim/truth.json shows how.");
        return JsonSerializer.Deserialize<Truths>(File.ReadAllText(path), Format)!;
    }
}

/// <summary>What stands on one picture.</summary>
sealed record Truth(string Kind, string? Layout, string? Severity, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<TruthRow>? Rows);

/// <summary>One row of a fee list.</summary>
sealed record TruthRow(string? Code, string Name, string? Class, string? Quantity, string? UnitPrice, string Amount);
