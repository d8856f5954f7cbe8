using System.CommandLine;
using System.Diagnostics;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases report</c>: how well the matcher does on labelled texts, beside the nearest neighbour it has to beat.</summary>
static class ReportCommand
{
    const uint Parts = 4;

    internal static Command Create()
    {
        var file = new Argument<FileInfo>("texts") { Description = "Lines of text, categories (|), standard terms (|), separated by tabs" };
        var weights = new Option<FileInfo?>("--weights") { Description = "Weights to measure instead of the built-in ones" };
        var quarter = new Option<int?>("--quarter") { Description = "Only this quarter of the texts (0–3); the others are what the neighbour is looked for in" };
        var names = new Option<FileInfo[]>("--names") { Description = "CSV of code, name, category: measure the nearest neighbour too; may be given for several editions" };
        var wrong = new Option<bool>("--wrong") { Description = "List the texts whose first entry is wrong" };
        var command = new Command("report", "Measure the matcher on labelled texts") { file, weights, quarter, names, wrong };
        command.SetAction(parse =>
        {
            var all = LabelledText.Read(parse.GetRequiredValue(file).FullName);
            var asked = all.Where(t => parse.GetValue(quarter) is not { } q || t.Bucket(Parts) == q).ToList();
            var texts = asked.Where(t => t.Right.Count > 0).ToList();
            Console.WriteLine($"{texts.Count:N0} texts; {asked.Count - texts.Count} more name tumour tissue or external causes only and are left out");
            var clock = Stopwatch.StartNew();
            var matcher = parse.GetValue(weights) is { } w ? new DiagnosisMatcher(DiseaseCatalogue.Default, File.ReadAllBytes(w.FullName)) : DiagnosisMatcher.Default;
            matcher.Match("急性阑尾炎");
            Console.WriteLine($"ready for the second text after {clock.Elapsed.TotalMilliseconds:F0} ms (catalogue and weights loaded, code compiled)");
            Console.WriteLine(MatcherReport.Header);
            Print("matcher", texts, t => matcher.Match(t));
            if (parse.GetValue(names) is { Length: > 0 } csv)
            {
                var neighbour = new NearestNeighbour(LearnCommand.Names(csv), [.. all.Except(asked)]);
                Print("nearest neighbour", texts, neighbour.Match);
            }

            foreach (var line in MatcherReport.Certainty(texts, texts.ConvertAll(t => matcher.Match(t.Text))))
                Console.WriteLine(line);
            if (parse.GetValue(wrong))
                ListWrong(texts, matcher);
        });
        return command;
    }

    static void Print(string name, List<LabelledText> texts, Func<string, DiagnosisAnswer> match)
    {
        match(texts[0].Text);
        var before = Environment.CpuUsage.TotalTime;
        var answers = texts.ConvertAll(t => match(t.Text));
        Console.WriteLine(MatcherReport.Row(name, texts, answers, (Environment.CpuUsage.TotalTime - before) / texts.Count));
    }

    static void ListWrong(List<LabelledText> texts, DiagnosisMatcher matcher)
    {
        foreach (var text in texts)
        {
            var answer = matcher.Match(text.Text);
            if (answer.Matches.Count == 0 || !text.Right.Contains(answer.Matches[0].Entry))
                Console.WriteLine($"{(answer.Sure ? "sure  " : "unsure")}  {text.Text}  right: {string.Join(' ', text.Right.Select(e => e.Code))}  found: {string.Join(' ', answer.Matches.Select(m => $"{m.Entry.Code} {m.Score}"))}");
        }
    }
}
