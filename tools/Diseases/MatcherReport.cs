using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.Diseases;

/// <summary>The row of figures for one way of matching.</summary>
static class MatcherReport
{
    internal const string Header = "way                  first  in three  one diagnosis: first  sure   of the sure right  a match";

    internal static string Row(string name, IReadOnlyList<LabelledText> texts, IReadOnlyList<DiagnosisAnswer> answers, TimeSpan each)
    {
        var pairs = texts.Zip(answers).ToList();
        var single = pairs.Where(p => p.First.Right.Count == 1).ToList();
        var sure = pairs.Where(p => p.Second.Sure).ToList();
        return $"{name,-20} {Share(pairs, 1),5:F1}  {Share(pairs, 3),8:F1}  {Share(single, 1),20:F1}  {100.0 * sure.Count / pairs.Count,4:F1}  {Share(sure, 1),17:F1}  {each.TotalMilliseconds:F2} ms";
    }

    /// <summary>How often an answer is right by how certain it says it is.</summary>
    internal static IEnumerable<string> Certainty(IReadOnlyList<LabelledText> texts, IReadOnlyList<DiagnosisAnswer> answers)
    {
        foreach (var percent in new[] { 50, 80, 90, 95, 98, 99 })
        {
            var certain = texts.Zip(answers).Where(p => p.Second.Matches.Count > 0 && p.Second.Matches[0].Score >= BasisPoints.FromPercent(percent)).ToList();
            yield return $"certain by {percent} %: {100.0 * certain.Count / texts.Count:F1} % of texts, {Share(certain, 1):F1} % of them right";
        }
    }

    static double Share(List<(LabelledText Text, DiagnosisAnswer Answer)> pairs, int among) =>
        pairs.Count == 0 ? 0 : 100.0 * pairs.Count(p => p.Answer.Matches.Take(among).Any(m => p.Text.Right.Contains(m.Entry))) / pairs.Count;
}
