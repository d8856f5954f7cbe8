namespace Shouwang.Tools.Policy;

/// <summary>What is wrong in a policy file (检查意见), where, and what to do.</summary>
/// <param name="File">Path from the repository's root.</param>
/// <param name="Chinese">What is wrong and what to do, for whoever reads no English.</param>
internal sealed record Complaint(string File, int Line, string What, string Do, string Chinese)
{
    public override string ToString() => $"{File}:{Line}: {Chinese}。 · {What} → {Do}";
}
