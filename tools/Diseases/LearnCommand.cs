using System.CommandLine;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases learn</c>: learns the matcher's weights from code names and labelled texts.</summary>
static class LearnCommand
{
    const uint Parts = 4;
    const int LongestFragment = 24;
    const int NamedRounds = 8;
    const int WrittenRounds = 10;
    const float Recalled = 0.3f;

    internal static Command Create()
    {
        var names = new Option<FileInfo[]>("--names") { Description = "CSV of code, name, category: the names of all ICD-10 codes; may be given for several editions", Required = true };
        var texts = new Option<FileInfo>("--texts") { Description = "Lines of text, categories (|), standard terms (|), separated by tabs", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the weights", Required = true };
        var keepOut = new Option<int[]>("--keep-out") { Description = "Leave this quarter of the texts (0–3) unread, so that the report on it is honest; may be given twice" };
        var rare = new Option<int>("--rare") { Description = "Forget fragments seen less often", DefaultValueFactory = _ => 2 };
        var weakest = new Option<float>("--weakest") { Description = "Forget weights weaker than this", DefaultValueFactory = _ => 0.6f };
        var command = new Command("learn", "Learn the weights of text fragments") { names, texts, output, keepOut, rare, weakest };
        command.SetAction(parse =>
        {
            var labelled = LabelledText.Read(parse.GetRequiredValue(texts).FullName)
                .Where(t => parse.GetValue(keepOut)?.Contains((int)t.Bucket(Parts)) != true)
                .ToList();
            var bytes = Learn(Names(parse.GetRequiredValue(names)), labelled, parse.GetValue(rare), parse.GetValue(weakest));
            File.WriteAllBytes(parse.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine($"{bytes.Length:N0} bytes from {labelled.Count:N0} texts");
        });
        return command;
    }

    static byte[] Learn(List<(string, string)> names, List<LabelledText> texts, int rare, float weakest)
    {
        var examples = new Examples(names, texts);
        var (named, written) = (Cut(examples.Named()), Cut(examples.Written()));
        var rows = named.Concat(written).SelectMany(e => e.Fragments)
            .GroupBy(f => f)
            .Where(g => g.Count() >= rare && g.Key.Length <= LongestFragment)
            .Select((g, row) => (g.Key, row))
            .ToDictionary(p => p.Key, p => p.row, StringComparer.Ordinal);
        Console.WriteLine($"{named.Count:N0} names, {written.Count:N0} texts, {rows.Count:N0} fragments");
        var learner = new Learner(rows.Count, DiseaseCatalogue.Default.Entries.Count);
        learner.Learn(Numbered(named, rows), NamedRounds, weakest: 0, Console.WriteLine);

        // Then how people write, with some of the names so that rare disease is not forgotten.
        var random = new Random(3);
        learner.Learn(Numbered([.. written, .. named.Where(_ => random.NextSingle() < Recalled)], rows), WrittenRounds, weakest, Console.WriteLine);
        return WeightsFile.Of(rows, learner.Weights);
    }

    static List<(HashSet<string> Fragments, Example Example)> Cut(IEnumerable<Example> examples) =>
    [
        .. examples.Select(e => (DiagnosisMatcher.FragmentsOf(e.Text, e.Written), e)),
    ];

    static List<(int[] Fragments, int[] Right, float Weight)> Numbered(List<(HashSet<string> Fragments, Example Example)> examples, Dictionary<string, int> rows) =>
    [
        .. examples.Select(e => (e.Fragments.Where(rows.ContainsKey).Select(f => rows[f]).ToArray(), e.Example.Right, e.Example.Weight)),
    ];

    /// <summary>The names of the codes of all editions, each once; codes with a slash are of tumour tissue, not of disease.</summary>
    internal static List<(string Name, string Category)> Names(params FileInfo[] editions) =>
    [
        .. editions.SelectMany(csv => File.ReadLines(csv.FullName).Skip(1))
            .Where(l => !l[..l.IndexOf(',')].Contains('/'))
            .Select(l => (l[(l.IndexOf(',') + 1)..l.LastIndexOf(',')].Trim('"'), l[(l.LastIndexOf(',') + 1)..]))
            .Distinct(),
    ];
}
