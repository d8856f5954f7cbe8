using Shouwang.Shared.Policies;

namespace Shouwang.Tools.Policy;

/// <summary>Checks between dated values (数值之间的检查): for every day exactly one value, or a declared gap.</summary>
internal static class FigureChecks
{
    public static IEnumerable<Complaint> Of(IReadOnlyList<CompiledFigure> figures)
    {
        foreach (var same in figures.GroupBy(f => (f.Place, f.Path, f.Scheme)))
        {
            var versions = same.OrderBy(f => f.From).ToList();
            for (var i = 1; i < versions.Count; i++)
            {
                if (Between(versions[i - 1], versions[i]) is { } complaint)
                    yield return complaint;
            }
        }
        foreach (var figure in figures.Where(f => !MayOverride(f, figures)))
            yield return At(figure, $"{figure.Path} is set by a place above that does not delegate it", "remove the figure here, or add delegated: true above where the law says so", $"{figure.Path} 上级已经定了，又没有授权下级改。删掉这里的，或者法规真有授权，在上级那里加 delegated: true");
    }

    private static Complaint? Between(CompiledFigure earlier, CompiledFigure later) =>
        earlier.To is not { } end || end >= later.From
            ? At(later, $"{later.Path} overlaps the value from {earlier.From:yyyy-MM-dd}", $"add to: {later.From.AddDays(-1):yyyy-MM-dd} to the earlier value", $"{later.Path} 和 {earlier.From:yyyy-MM-dd} 起的那个数时间重叠了。给前一个数加 to: {later.From.AddDays(-1):yyyy-MM-dd}")
        : end.AddDays(1) < later.From
            ? At(later, $"{later.Path} has no value from {end.AddDays(1):yyyy-MM-dd} to {later.From.AddDays(-1):yyyy-MM-dd}", "add the value, or declare the gap with missing: and its Chinese name", $"{later.Path} 从 {end.AddDays(1):yyyy-MM-dd} 到 {later.From.AddDays(-1):yyyy-MM-dd} 没有数。补上，或者写 missing: 和它的中文名，说明没有收录")
        : null;

    private static bool MayOverride(CompiledFigure figure, IReadOnlyList<CompiledFigure> figures)
    {
        var above = PolicyLibrary.Chain(figure.Place).Where(p => p != figure.Place).ToHashSet(StringComparer.Ordinal);
        return figures.All(f => f.Path != figure.Path || f.Delegated || !above.Contains(f.Place) || !Overlap(f, figure));
    }

    private static bool Overlap(CompiledFigure a, CompiledFigure b) =>
        a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue) && (a.Scheme is null || b.Scheme is null || a.Scheme == b.Scheme);

    private static Complaint At(CompiledFigure figure, string what, string remedy, string chinese) => new(figure.Where.File, figure.Where.Line, what, remedy, chinese);
}
