using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.Diseases;

/// <summary>The rows of figures for one way of matching, each share with the range it lies in with 95 % certainty.</summary>
static class MatcherReport
{
    internal const string Header = "way                  first               in three            one diagnosis       sure                of the sure right   a match";

    internal static string Row(string name, IReadOnlyList<(LabelledText Text, DiagnosisAnswer Answer)> pairs, TimeSpan each)
    {
        var single = pairs.Where(p => p.Text.Right.Count == 1).ToList();
        var sure = pairs.Where(p => p.Answer.Sure).ToList();
        string[] shares = [Right(pairs, 1), Right(pairs, 3), Right(single, 1), Share(sure.Count, pairs.Count), Right(sure, 1)];
        return $"{name,-20} {string.Join(' ', shares.Select(s => s.PadRight(19)))} {each.TotalMilliseconds:F2} ms";
    }

    /// <summary>How often an answer is right by how certain it says it is.</summary>
    internal static IEnumerable<string> Certainty(IReadOnlyList<(LabelledText Text, DiagnosisAnswer Answer)> pairs)
    {
        foreach (var percent in new[] { 50, 80, 90, 95, 98, 99 })
        {
            var certain = pairs.Where(p => p.Answer.Matches.Count > 0 && p.Answer.Matches[0].Score >= BasisPoints.FromPercent(percent)).ToList();
            yield return $"certain by {percent} %: {Share(certain.Count, pairs.Count)} of texts, {Right(certain, 1)} of them right";
        }
    }

    /// <summary>The texts whose first entry is wrong.</summary>
    internal static IEnumerable<string> Wrong(IEnumerable<(LabelledText Text, DiagnosisAnswer Answer)> pairs) =>
        from pair in pairs
        where !IsRight(pair, 1)
        let right = string.Join(' ', pair.Text.Right.Select(e => e.Code))
        let found = string.Join(' ', pair.Answer.Matches.Select(m => $"{m.Entry.Code} {m.Score}"))
        select $"{(pair.Answer.Sure ? "sure  " : "unsure")}  {pair.Text.Text}  right: {right}  found: {found}";

    /// <summary>A share in percent and Wilson's range around it.</summary>
    internal static string Share(int some, int all)
    {
        if (all == 0)
            return "–";
        const double Z = 1.96;
        var (share, more) = ((double)some / all, Z * Z / all);
        var middle = (share + more / 2) / (1 + more);
        var half = Z * Math.Sqrt(share * (1 - share) / all + more / (4 * all)) / (1 + more);
        return $"{100 * share:F1} ({100 * (middle - half):F1}–{100 * (middle + half):F1})";
    }

    static string Right(IReadOnlyCollection<(LabelledText, DiagnosisAnswer)> pairs, int among) => Share(pairs.Count(p => IsRight(p, among)), pairs.Count);

    static bool IsRight((LabelledText Text, DiagnosisAnswer Answer) pair, int among) =>
        pair.Answer.Matches.Take(among).Any(m => pair.Text.Right.Contains(m.Entry));
}
