using Shouwang.Shared.Diagnoses;
using Shouwang.Shared.Money;

namespace Shouwang.Tools.Diseases;

/// <summary>The rival: the known text that shares most character runs (one to three, rare ones count more), and its entries.</summary>
sealed class NearestNeighbour
{
    readonly List<(HashSet<string> Runs, IReadOnlyList<DiseaseEntry> Right)> _known = [];
    readonly Dictionary<string, List<int>> _texts = new(StringComparer.Ordinal);
    readonly double[] _lengths;

    internal NearestNeighbour(IEnumerable<(string Name, string Category)> names, IEnumerable<LabelledText> texts)
    {
        foreach (var (name, category) in names)
        {
            if (DiseaseCatalogue.Default.FindByIcd10(category) is { } entry)
                _known.Add((Runs(name), [entry]));
        }

        foreach (var text in texts.Where(t => t.Right.Count > 0))
            _known.Add((Runs(text.Text), [.. text.Right]));
        for (var i = 0; i < _known.Count; i++)
        {
            foreach (var run in _known[i].Runs)
            {
                if (!_texts.TryGetValue(run, out var list))
                    _texts[run] = list = [];
                list.Add(i);
            }
        }

        _lengths = [.. _known.Select(k => Math.Sqrt(k.Runs.Sum(Weight)))];
    }

    internal DiagnosisAnswer Match(string text)
    {
        var common = new Dictionary<int, double>();
        foreach (var run in Runs(text))
        {
            foreach (var i in _texts.GetValueOrDefault(run) ?? [])
                common[i] = common.GetValueOrDefault(i) + Weight(run);
        }

        var entries = common.OrderByDescending(c => c.Value / _lengths[c.Key]).Take(60).SelectMany(c => _known[c.Key].Right).Distinct().Take(3);
        return new DiagnosisAnswer(text, [.. entries.Select(e => new DiagnosisMatch(e, new BasisPoints(0), []))], Sure: false);
    }

    double Weight(string run) => Math.Pow(Math.Log((double)_known.Count / (1 + (_texts.GetValueOrDefault(run)?.Count ?? 0))), 2);

    static HashSet<string> Runs(string text)
    {
        var folded = DiagnosisText.Fold(text);
        return [.. from length in Enumerable.Range(1, 3) from i in Enumerable.Range(0, Math.Max(0, folded.Length - length + 1)) select folded.Substring(i, length)];
    }
}
