using System.CommandLine;
using Shouwang.Shared.Diagnoses;

namespace Shouwang.Tools.Diseases;

/// <summary><c>shouwang diseases report</c>: how well the matcher does on labelled texts, beside the nearest neighbour it has to beat.</summary>
static class ReportCommand
{
    internal static Command Create()
    {
        var file = new Argument<FileInfo>("texts") { Description = "Lines of text, categories (|), standard terms (|), separated by tabs" };
        var weights = new Option<FileInfo?>("--weights") { Description = "Weights to measure instead of the built-in ones" };
        var quarter = new Option<int?>("--quarter") { Description = "Only this quarter of the texts (0–3); the others are what the neighbour is looked for in" };
        var cross = new Option<bool>("--cross") { Description = "Learn four times, each time without one quarter, and measure on that one; takes a while" };
        var wrong = new Option<bool>("--wrong") { Description = "List the texts whose first entry is wrong" };
        var (names, own, written) = (LearnCommand.Names(required: false), LearnCommand.Own(), LearnCommand.Written());
        var command = new Command("report", "Measure the matcher on labelled texts") { file, weights, quarter, cross, names, own, written, wrong };
        command.SetAction(parse =>
        {
            var all = LabelledText.Read(parse.GetRequiredValue(file).FullName);
            var quarters = Quarters.Of(all);
            var standard = NameFiles.Standard(parse.GetValue(names) ?? []);
            var run = new ReportRun(all, quarters, standard);
            if (parse.GetValue(cross))
            {
                var learning = new Learning(standard, NameFiles.Own(parse.GetRequiredValue(own)), NameFiles.Written(parse.GetRequiredValue(written)));
                foreach (var kept in Enumerable.Range(0, Quarters.Count))
                    run.Measure(new DiagnosisMatcher(DiseaseCatalogue.Default, learning.From([.. all.Where((_, i) => quarters[i] != kept)], _ => { })), kept);
            }
            else
            {
                run.Measure(parse.GetValue(weights) is { } w ? new DiagnosisMatcher(DiseaseCatalogue.Default, File.ReadAllBytes(w.FullName)) : DiagnosisMatcher.Default, parse.GetValue(quarter));
            }

            run.Print(parse.GetValue(wrong));
        });
        return command;
    }
}
