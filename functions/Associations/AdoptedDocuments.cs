using Shouwang.Shared.MutualAid.Association;

namespace Shouwang.Functions.Associations;

/// <summary>What the villagers adopted, for everybody to read (通过的议事文件): never a scan, a signature, or a round still going on.</summary>
internal static class AdoptedDocuments
{
    static readonly string[] s_open = ["resolution", "charter", "plan"];

    /// <summary>The round that was adopted last; null before the first.</summary>
    public static int? Round(Proceedings proceedings) => proceedings.Steps.LastOrDefault(step => step.Adopted == true)?.Round;

    public static IReadOnlyList<AdoptedDocument> Of(Proceedings proceedings)
    {
        if (Round(proceedings) is not { } round)
            return [];
        var hasPlan = proceedings.Of(round).Any(step => step.Subject?.Plan is not null);
        return [.. s_open.Where(name => name != "plan" || hasPlan).Select(name => new AdoptedDocument(name, Shared.MutualAid.Association.Documents.Document.Titles[name]))];
    }
}

/// <summary>One of them (一份议事文件).</summary>
internal sealed record AdoptedDocument(string Name, string Title)
{
    public string Address(string village) => $"/api/villages/{village}/association/adopted/{Name}";
}
