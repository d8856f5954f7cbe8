using System.Collections.Frozen;
using Shouwang.Shared.Money;

namespace Shouwang.Shared.Diagnoses;

/// <summary>Finds the catalogue entries that a clinician's diagnosis text (诊断) may mean.</summary>
public sealed class DiagnosisMatcher
{
    /// <summary>From this share of certainty on, an answer is sure. Measured: see docs/diseases.md.</summary>
    static readonly BasisPoints SureFrom = BasisPoints.FromPercent(95);

    /// <summary>From this share of certainty on, the first part leads.</summary>
    static readonly BasisPoints ClearFrom = BasisPoints.FromPercent(60);

    static readonly Lazy<DiagnosisMatcher> Embedded = new(() => new DiagnosisMatcher(DiseaseCatalogue.Default, DiseaseData.Bytes("weights.bin")));

    readonly DiseaseCatalogue _catalogue;
    readonly FragmentWeights _weights;
    readonly FrozenDictionary<string, DiseaseEntry> _names;

    internal DiagnosisMatcher(DiseaseCatalogue catalogue, byte[] weights)
    {
        _catalogue = catalogue;
        _weights = new FragmentWeights(weights);
        _names = catalogue.Entries
            .SelectMany(e => e.Aliases.Prepend(e.Name), (e, name) => KeyValuePair.Create(WrittenOut(name, []), e))
            .DistinctBy(p => p.Key)
            .ToFrozenDictionary();
    }

    /// <summary>The matcher over the catalogue that comes with the program.</summary>
    public static DiagnosisMatcher Default => Embedded.Value;

    /// <summary>The entries that <paramref name="text"/> may mean, best first, at most <paramref name="most"/>.</summary>
    public DiagnosisAnswer Match(string text, int most = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var parts = DiagnosisParts.Split(text);
        var abbreviations = new List<string>();
        var written = parts.Select(p => WrittenOut(p, abbreviations)).ToList();
        if (Weigh(written) is not { } all)
            return new DiagnosisAnswer(parts.Count > 0 ? parts[0] : text.Trim(), [], Sure: false);

        var best = Best(all.Shares, most);
        var main = MainPart(written, best[0], all.Shares[best[0]]);
        Lead(best, main.Entry);
        var matches = best.ConvertAll(e => new DiagnosisMatch(_catalogue.Entries[e], e == main.Entry ? main.Share : all.Shares[e], Reasons(e, written, abbreviations, all.Fragments)));
        return new DiagnosisAnswer(parts[main.Part], matches, matches[0].Score >= SureFrom);
    }

    /// <summary>The fragments of a text as the matcher sees them, for learning.</summary>
    internal static HashSet<string> FragmentsOf(string text) =>
        Fragments.Of([.. DiagnosisParts.Split(text).Select(p => WrittenOut(p, []))], ClinicalWords.Default);

    static string WrittenOut(string text, List<string> abbreviations) => Abbreviations.Default.Expand(DiagnosisText.Fold(text), abbreviations);

    (BasisPoints[] Shares, List<string> Fragments)? Weigh(IReadOnlyList<string> written)
    {
        var points = new int[_catalogue.Entries.Count];
        var known = Fragments.Of(written, ClinicalWords.Default).Where(f => _weights.Add(f, points)).ToList();
        return known.Exists(f => f[0] != Fragments.Any) ? (Shares.Of(points, known.Count), known) : null;
    }

    static List<int> Best(BasisPoints[] shares, int most)
    {
        var best = new List<int>(most + 1);
        for (var i = 0; i < shares.Length; i++)
        {
            if (best.Count == most && shares[i] <= shares[best[^1]])
                continue;
            var at = best.FindIndex(b => shares[b] < shares[i]);
            best.Insert(at < 0 ? best.Count : at, i);
            if (best.Count > most)
                best.RemoveAt(most);
        }

        return best;
    }

    /// <summary>
    /// The main diagnosis is written first: a first part that is clear leads, whatever the rest says louder,
    /// unless it only names the family (先天性心脏病) of what the whole surely says (室间隔缺损).
    /// </summary>
    (int Part, int Entry, BasisPoints Share) MainPart(List<string> written, int best, BasisPoints share)
    {
        var (part, supports) = (0, BasisPoints.FromPercent(-1));
        for (var i = 0; i < written.Count && written.Count > 1; i++)
        {
            if (Weigh([written[i]]) is not { } one)
                continue;
            var clearest = Best(one.Shares, 1)[0];
            var isFamily = share >= SureFrom && _catalogue.Entries[clearest].Code[0] == _catalogue.Entries[best].Code[0];
            if (i == 0 && one.Shares[clearest] >= ClearFrom && !isFamily)
                return (0, clearest, one.Shares[clearest]);
            if (one.Shares[best] > supports)
                (part, supports) = (i, one.Shares[best]);
        }

        return (part, best, share);
    }

    static void Lead(List<int> best, int entry)
    {
        if (!best.Remove(entry))
            best.RemoveAt(best.Count - 1);
        best.Insert(0, entry);
    }

    List<string> Reasons(int entry, List<string> written, List<string> abbreviations, List<string> fragments)
    {
        var reasons = new List<string>();
        if (written.Exists(w => _names.TryGetValue(w, out var named) && named == _catalogue.Entries[entry]))
            reasons.Add("exact name");
        reasons.AddRange(abbreviations.Select(a => $"abbreviation {a}"));
        var telling = fragments
            .Where(f => f.Length > 1 && f.All(char.IsLetter))
            .Select(f => (Fragment: f, Points: _weights.Of(f, entry)))
            .Where(f => f.Points > 0)
            .OrderByDescending(f => f.Points)
            .Take(2)
            .Select(f => f.Fragment)
            .ToList();
        if (telling.Count > 0)
            reasons.Add("words " + string.Join(", ", telling));
        return reasons;
    }
}
