using System.CommandLine;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases learn</c>: learns the matcher's weights from code names and labelled texts.</summary>
static class LearnCommand
{
    const uint Parts = 4;

    internal static Command Create()
    {
        var names = new Option<FileInfo>("--names") { Description = "CSV of code, name, category: the names of all ICD-10 codes", Required = true };
        var texts = new Option<FileInfo>("--texts") { Description = "Lines of text, categories (|), standard terms (|), separated by tabs", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the weights", Required = true };
        var keepOut = new Option<int[]>("--keep-out") { Description = "Leave this quarter of the texts (0–3) unread, so that the report on it is honest; may be given twice" };
        var rare = new Option<int>("--rare") { Description = "Forget fragments seen less often", DefaultValueFactory = _ => 2 };
        var weakest = new Option<float>("--weakest") { Description = "Forget weights weaker than this", DefaultValueFactory = _ => 1.05f };
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
        var examples = new Examples(names, texts).All()
            .Select(e => (Fragments: DiagnosisMatcher.FragmentsOf(e.Text), e.Right, e.Weight))
            .ToList();
        var rows = examples.SelectMany(e => e.Fragments)
            .GroupBy(f => f)
            .Where(g => g.Count() >= rare && g.Key.Length <= 24)
            .Select((g, row) => (g.Key, row))
            .ToDictionary(p => p.Key, p => p.row, StringComparer.Ordinal);
        Console.WriteLine($"{examples.Count:N0} examples, {rows.Count:N0} fragments");
        var learner = new Learner(rows.Count, DiseaseCatalogue.Default.Entries.Count);
        learner.Learn([.. examples.Select(e => (e.Fragments.Where(rows.ContainsKey).Select(f => rows[f]).ToArray(), e.Right, e.Weight))], weakest, Console.WriteLine);
        return WeightsFile.Of(rows, learner.Weights);
    }

    internal static List<(string, string)> Names(FileInfo csv) =>
    [
        .. File.ReadLines(csv.FullName).Skip(1).Select(l => (l[(l.IndexOf(',') + 1)..l.LastIndexOf(',')].Trim('"'), l[(l.LastIndexOf(',') + 1)..])),
    ];
}
