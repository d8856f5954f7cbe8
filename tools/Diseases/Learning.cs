using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>What is learned from: names of codes, what people call things, texts of our own and labelled texts; and how.</summary>
sealed class Learning(IReadOnlyList<(string Name, string Category)> names, IReadOnlyList<(string Name, string Category)> own, IReadOnlyList<LabelledText> ours)
{
    const int LongestFragment = 24;
    const int NamedRounds = 6;
    const int WrittenRounds = 14;
    const float Recalled = 0.3f;

    // A fragment seen once says nothing, and a weight weaker than this is not worth its bytes.
    const int Rare = 2;
    const float Weakest = 0.6f;

    // Two that learn otherwise are together better than either.
    static readonly (int Seed, float ChapterShare)[] Learners = [(1, 0.3f), (2, 0)];

    /// <summary>The weights file learned with these labelled texts.</summary>
    internal byte[] From(IReadOnlyList<LabelledText> texts, Action<string> progress)
    {
        var examples = new Examples(names, own, texts, ours);
        var (named, written) = (Cut(examples.Named()), Cut(examples.Written()));
        var rows = named.Concat(written).SelectMany(e => e.Fragments)
            .GroupBy(f => f)
            .Where(g => g.Count() >= Rare && g.Key.Length <= LongestFragment)
            .Select((g, row) => (g.Key, row))
            .ToDictionary(p => p.Key, p => p.row, StringComparer.Ordinal);
        progress($"{named.Count:N0} names, {written.Count:N0} texts, {rows.Count:N0} fragments");
        var learner = new Learner(rows.Count, DiseaseCatalogue.Default.Entries);
        var mean = new MeanWeights(Learners.Length);
        foreach (var (seed, chapterShare) in Learners)
        {
            learner.Begin(seed, chapterShare);
            learner.Learn(Numbered(named, rows), NamedRounds, weakest: 0, progress);

            // Then how people write, with some of the names so that rare disease is not forgotten.
            var random = new Random(3 * seed);
            learner.Learn(Numbered([.. written, .. named.Where(_ => random.NextSingle() < Recalled)], rows), WrittenRounds, Weakest, progress, mean);
        }

        return WeightsFile.Of(rows, mean.Rows(rows.Count, Weakest));
    }

    static List<(HashSet<string> Fragments, Example Example)> Cut(IEnumerable<Example> examples) =>
    [
        .. examples.Select(e => (DiagnosisMatcher.FragmentsOf(e.Text, e.Written), e)),
    ];

    static List<(int[] Fragments, int[] Right, float Weight)> Numbered(List<(HashSet<string> Fragments, Example Example)> examples, Dictionary<string, int> rows) =>
    [
        .. examples.Select(e => (e.Fragments.Where(rows.ContainsKey).Select(f => rows[f]).ToArray(), e.Example.Right, e.Example.Weight)),
    ];
}
