using Shouwang.Bot.Replies;

namespace Shouwang.Bot.Dialogs;

/// <summary>The papers of a claim (三样纸) and their everyday names.</summary>
internal static class PaperKinds
{
    private static readonly string[] Required = ["discharge-record", "fee-list", "settlement-sheet"];

    private static readonly string[] Useful = [.. Required, "inpatient-bill"];

    public static bool IsUseful(string? kind) => kind is null || Useful.Contains(kind);

    public static string Name(string? kind) =>
        Catalogue.Phrases.TryGetValue($"paper-kind.{kind}", out var phrase) ? phrase.Text : Catalogue.Text("paper-kind.unknown");

    /// <summary>Names of the required papers that are not read yet, in their usual order.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<PaperView> papers)
    {
        var read = papers.Where(p => p.State == "read").Select(p => p.Kind).ToHashSet(StringComparer.Ordinal);
        return [.. Required.Where(k => !read.Contains(k)).Select(Name)];
    }

    public static string AllNames => List(Missing([]));

    public static string List(IReadOnlyList<string> names) => string.Join('、', names);
}
