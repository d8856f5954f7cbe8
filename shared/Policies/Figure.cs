using System.Text.Json;

namespace Shouwang.Shared.Policies;

/// <summary>One figure of the law (政策数值) as one place set it for a span of days.</summary>
/// <param name="Path">Benefit and figure: "basic/deductible". One without a benefit belongs to the place: "order".</param>
/// <param name="Place">GB/T 2260 code of the place that set it.</param>
/// <param name="Scheme">The insurance scheme it is for, null for all.</param>
/// <param name="To">Last day, null while in force.</param>
/// <param name="Delegated">A lower place may set its own.</param>
/// <param name="Cite">Citation, in words a person can look up.</param>
/// <param name="Missing">Chinese name of the figure where it is known to exist but is not on file; then <see cref="Value"/> is null.</param>
/// <param name="Value">Amounts in fen, rates in basis points.</param>
public sealed record Figure(
    string Path,
    string Place,
    string? Scheme,
    DateOnly From,
    DateOnly? To,
    bool Delegated,
    string Cite,
    string? Missing,
    JsonElement Value)
{
    /// <summary>The benefit it belongs to, empty for the place as a whole.</summary>
    public string Benefit => Path.Contains('/') ? Path[..Path.IndexOf('/')] : "";

    /// <summary>Whether the figure governs a day and a scheme.</summary>
    public bool InForce(DateOnly date, string scheme) =>
        From <= date && (To is null || date <= To) && (Scheme is null || Scheme == scheme);
}

/// <summary>A status of the person that rules speak of (身份): "subsistence" = 低保.</summary>
/// <param name="UnderAge">Everybody below this age has it, null where age says nothing.</param>
public sealed record Status(string Name, string Chinese, int? UnderAge);

/// <summary>A place with rules on file, and how well they were verified.</summary>
/// <param name="Verified">primary (原文), secondary (转述) or template (样例), of the place as a whole.</param>
/// <param name="LayersVerified">The same for a benefit that differs.</param>
/// <param name="Gaps">What is known not to be on file, in Chinese; null for nothing known.</param>
public sealed record PlaceOnFile(
    string Code,
    string Name,
    string Verified,
    IReadOnlyDictionary<string, string> LayersVerified,
    string? Gaps,
    IReadOnlyList<Figure> Figures);
