using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary>What is learned from: names of codes, what people call things, texts of our own and labelled texts; and how.</summary>
sealed class Learning(IReadOnlyList<(string Name, string Category)> names, IReadOnlyList<(string Name, string Category)> own, IReadOnlyList<LabelledText> ours)
{
    const int LongestFragment = 24;
    const int NamedRounds = 3;
    const int WrittenRounds = 10;
    const float Recalled = 0.3f;

    // At the end mostly what clinicians wrote: only their texts have the labels' taste and tell how often an illness is named.
    const float OursAtLast = 0.2f;
    const float NamesAtLast = 0.05f;

    // A fragment seen once says nothing, and a weight weaker than this is not worth its bytes.
    const int Rare = 2;
    const float Weakest = 0.6f;

    static readonly int Columns = new Blocks(DiseaseCatalogue.Default.Entries).Columns;

    // Each takes a processor and 1 GB.
    const int AtOnce = 2;

    // Several that learn otherwise are together better than each.
    static readonly (int Seed, float ChapterShare)[] Learners = [(1, 0.3f), (2, 0), (3, 0.3f), (4, 0)];

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
        var (namedRows, writtenRows) = (Numbered(named, rows), Numbered(written, rows));
        var mean = new MeanWeights(rows.Count, Columns);
        foreach (var learned in Learners.AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).Select(how => Learned(how, namedRows, writtenRows, rows.Count, progress)))
            mean.Add(learned);
        return WeightsFile.Of(rows, mean.Rows(Learners.Length, Weakest));
    }

    // What things are called first; then how people write, with some of the names so that rare disease is not forgotten.
    static MeanWeights Learned((int Seed, float ChapterShare) how, List<NumberedExample> named, List<NumberedExample> written, int fragments, Action<string> progress)
    {
        var learner = new Learner(fragments, DiseaseCatalogue.Default.Entries, how.Seed, how.ChapterShare);
        var mean = new MeanWeights(fragments, Columns);
        var random = new Random(3 * how.Seed);
        learner.Learn(named, NamedRounds, weakest: 0, Say);
        learner.Learn([.. written, .. Some(named, Recalled)], WrittenRounds, Weakest, Say);
        learner.Learn([.. written.Where(e => e.ByClinician), .. Some(written.Where(e => !e.ByClinician), OursAtLast), .. Some(named, NamesAtLast)], MeanWeights.LastRounds, weakest: 0, Say, mean);
        return mean;

        IEnumerable<NumberedExample> Some(IEnumerable<NumberedExample> examples, float share) => examples.Where(_ => random.NextSingle() < share);

        void Say(string what) => progress($"learner {how.Seed}: {what}");
    }

    static List<(HashSet<string> Fragments, Example Example)> Cut(IEnumerable<Example> examples) =>
    [
        .. examples.Select(e => (DiagnosisMatcher.FragmentsOf(e.Text, e.Written), e)),
    ];

    static List<NumberedExample> Numbered(List<(HashSet<string> Fragments, Example Example)> examples, Dictionary<string, int> rows) =>
    [
        .. examples.Select(e => new NumberedExample([.. e.Fragments.Where(rows.ContainsKey).Select(f => rows[f])], e.Example.Right, e.Example.Weight, Examples.IsClinicians(e.Example))),
    ];
}
